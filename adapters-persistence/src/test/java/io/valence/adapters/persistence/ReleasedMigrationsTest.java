package io.valence.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A migration that was released is never edited: somebody's database already has it. */
class ReleasedMigrationsTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path RELEASED = Path.of("src/test/resources/db/migration/released.txt");

    @Test
    void areWhatTheyWereWhenTheyWereReleased() throws Exception {
        List<String> released = Files.readAllLines(RELEASED);

        List<String> present = new ArrayList<>();
        for (Path file : migrations()) {
            present.add(digest(file) + "  " + file.getFileName());
        }

        assertThat(present).isEqualTo(released);
    }

    @Test
    void canBeCarriedOutAgainWhereTheyWereCutOff() throws Exception {
        for (Path file : migrations()) {
            assertThat(Files.readString(file).lines())
                    .as(file.toString())
                    .filteredOn(line -> line.startsWith("create "))
                    .allMatch(line -> line.contains(" if not exists "));
        }
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.sorted().toList();
        }
    }

    private static String digest(Path file) throws IOException, GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
