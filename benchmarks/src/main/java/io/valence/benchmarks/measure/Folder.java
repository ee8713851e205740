package io.valence.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A folder that is gone when it is closed. */
public record Folder(Path path) implements AutoCloseable {
    /** A fresh one. */
    public static Folder temporary() throws IOException {
        return new Folder(Files.createTempDirectory("valence-benchmarks"));
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (var walk = Files.walk(path)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
