package io.valence.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.adapters.catalog.ShippedElements;
import io.valence.domain.account.Viewer;
import io.valence.domain.element.ElementKey;
import io.valence.server.settings.SettingsReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class AnsweredElementTest {
    @TempDir Path folder;

    @Test
    void isAFileThatMakesTheSameElement() throws Exception {
        var shipped = ShippedElements.load();
        Path files = Files.createDirectory(folder.resolve("elements"));

        try (var server = started()) {
            for (ElementKey key : keys(shipped)) {
                var answer = ServerProcess.get(server.url() + "/elements/api-v2/elements/" + key);
                Files.writeString(files.resolve(key + ".json"), answer.body());
            }
        }

        var loaded = (ShippedElements.Loading.Usable) ShippedElements.load(files);
        assertThat(loaded.warnings()).isEmpty();
        assertThat(loaded.elements().visibleTo(new Viewer.Anonymous()))
                .hasSize(2)
                .isEqualTo(shipped.visibleTo(new Viewer.Anonymous()));
    }

    private static Iterable<ElementKey> keys(ShippedElements elements) {
        return elements.visibleTo(new Viewer.Anonymous()).stream()
                .map(element -> element.key())
                .toList();
    }

    private Server started() {
        var environment =
                Map.of("VALENCE_PORT", "0", "VALENCE_DATA_DIR", folder.resolve("data").toString());
        return Server.start(
                ((SettingsReader.Outcome.Read) new SettingsReader(environment).read()).settings(),
                StandIns.none());
    }
}
