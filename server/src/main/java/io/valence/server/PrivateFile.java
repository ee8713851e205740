package io.valence.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that its owner alone may read, from its first byte on, and that is there as a whole or not
 * at all.
 */
record PrivateFile(Path path) {
    private static final FileAttribute<?> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    String read() throws IOException {
        return Files.readString(path);
    }

    /** Writes it anew, and returns when it is on the disk. */
    void write(String text) throws IOException {
        PrivateFile draft = new PrivateFile(path.resolveSibling(path.getFileName() + ".tmp"));
        draft.create(text);
        draft.moveTo(this);
    }

    /** Takes the place of another file, and returns when that is on the disk. */
    void moveTo(PrivateFile other) throws IOException {
        Files.move(path, other.path, StandardCopyOption.ATOMIC_MOVE);
        syncFolder();
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    /** Not overwritten in place: a file that is already there may have been made readable. */
    private void create(String text) throws IOException {
        delete();
        try (FileChannel channel =
                FileChannel.open(
                        path,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        OWNER_ALONE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private void syncFolder() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
