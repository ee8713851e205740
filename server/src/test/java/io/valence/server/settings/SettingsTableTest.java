package io.valence.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class SettingsTableTest {
    @Test
    void isWhatTheDocumentationHolds() throws IOException {
        var page = Files.readString(Path.of("../docs/settings.md"));

        assertThat(page)
                .as("mended by: ./valence settings > docs/settings.md")
                .isEqualTo(SettingsTable.markdown());
    }

    @Test
    void tellsOfEverySettingOnATerminalToo() {
        var help = SettingsTable.help();

        assertThat(Definitions.all())
                .allSatisfy(setting -> assertThat(help).contains("  " + setting.name() + " ("));
        assertThat(help.lines()).allMatch(line -> line.length() <= 100);
    }
}
