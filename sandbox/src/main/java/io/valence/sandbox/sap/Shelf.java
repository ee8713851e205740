package io.valence.sandbox.sap;

import io.valence.sandbox.http.Call;
import io.valence.sandbox.http.Refusal;
import io.valence.sandbox.http.Upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Where uploaded files lie until the sandbox stops: a folder of its own, of limited size. */
public final class Shelf implements AutoCloseable {
    private static final long MOST = 512L << 20;

    private final Path folder;
    private final Map<String, Upload> files = new HashMap<>();

    /** An empty shelf. */
    public Shelf() {
        try {
            folder = Files.createTempDirectory("sandbox-files");
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }

    /** Puts the file that comes with this call on the shelf, under a key of its own. */
    String put(Call call) throws IOException {
        String key = UUID.randomUUID().toString();
        Upload upload = call.upload(folder, key);
        synchronized (this) {
            long held = files.values().stream().mapToLong(Upload::length).sum();
            if (held + upload.length() <= MOST) {
                files.put(key, upload);
                return key;
            }
        }
        Files.delete(upload.file());
        throw new Refusal(507, "full", "There is no room for more files in a sandbox.");
    }

    synchronized Optional<Upload> find(String key) {
        return Optional.ofNullable(files.get(key));
    }

    /** Those who are reading the file can read on. */
    void remove(String key) throws IOException {
        Upload upload;
        synchronized (this) {
            upload = files.remove(key);
        }
        if (upload != null) {
            Files.deleteIfExists(upload.file());
        }
    }

    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }
}
