package io.valence.server;

import io.valence.server.settings.SecretLines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The folder in which the server keeps what is its own. */
record DataFolder(Path path) {
    /** The folder of this path, made for its owner alone if it is not there. */
    static DataFolder at(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(
                    absolute,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException file) {
            throw Refusal.ofWish("VALENCE_DATA_DIR " + absolute + " is a file, not a folder.");
        } catch (IOException failure) {
            throw unusable(absolute);
        }
        if (!Files.isWritable(absolute)) {
            throw unusable(absolute);
        }
        return new DataFolder(absolute);
    }

    private static Refusal unusable(Path path) {
        return Refusal.ofCircumstance(
                "The data folder "
                        + path
                        + " cannot be made or written to; see to its owner and mode, or name"
                        + " another one by VALENCE_DATA_DIR.");
    }

    String embeddedDatabase() {
        return "jdbc:h2:file:" + path.resolve("valence");
    }

    PrivateFile masterKey() {
        return new PrivateFile(path.resolve("master.key"));
    }

    /** A key that may or may not have become the database's. */
    PrivateFile masterKeyDraft() {
        return new PrivateFile(path.resolve("master.key.new"));
    }

    /** Says that the stand-ins were here before any instance of theirs. */
    PrivateFile standInsMark() {
        return new PrivateFile(path.resolve("sandbox.mark"));
    }

    PrivateFile firstSecrets() {
        return new PrivateFile(path.resolve(SecretLines.FILE_NAME));
    }

    /**
     * Keeps other servers that use the same folder waiting until it is closed; they then find what
     * the first one made.
     */
    Turn awaitTurn() {
        try {
            FileChannel channel =
                    FileChannel.open(
                            path.resolve("start.lock"),
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            return new Turn(channel, channel.lock());
        } catch (IOException failure) {
            throw unusable(path);
        }
    }

    /** Somebody's being first. */
    record Turn(FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() {
            try (channel) {
                lock.release();
            } catch (IOException alreadyGone) {
                throw new UncheckedIOException(alreadyGone);
            }
        }
    }
}
