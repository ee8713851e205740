package io.valence.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** How far an H2 file is ahead of where it was when it was closed, once it is open. */
class FileHeadTest {
    private static final Pattern VERSION = Pattern.compile(",version:([0-9a-f]+)");

    @Test
    void isRenewedBeforeAnythingIsAcknowledged(@TempDir Path folder) throws Exception {
        var file = folder.resolve("valence");
        JdbiPersistence.connect(OnH2.in(file)).close();
        var stopped = version(file);

        try (var database = JdbiPersistence.connect(OnH2.in(file))) {
            assertThat(database.isEmpty()).isTrue();
            assertThat(version(file))
                    .as("H2 writes the head anew after twenty commits")
                    .isGreaterThan(stopped + 20);
        }
    }

    /** The newest version that is anywhere in the file. */
    private static long version(Path file) throws Exception {
        var text = Files.readString(Path.of(file + ".mv.db"), StandardCharsets.ISO_8859_1);
        return VERSION.matcher(text)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1), 16))
                .max()
                .orElseThrow();
    }
}
