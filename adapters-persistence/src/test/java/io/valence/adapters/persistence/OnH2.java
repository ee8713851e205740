package io.valence.adapters.persistence;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** A store on H2, in a file. */
abstract class OnH2 extends Store {
    @TempDir static Path folder;

    @Override
    DatabaseSettings emptyDatabase() {
        return in(folder.resolve(UUID.randomUUID().toString()));
    }

    static DatabaseSettings in(Path file) {
        return DatabaseSettings.of("jdbc:h2:file:" + file, Optional.empty(), Optional.empty());
    }
}
