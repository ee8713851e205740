package io.valence.adapters.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.adapters.catalog.ShippedElements.Loading;
import io.valence.domain.account.Viewer;
import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class OtherDefaultsTest {
    private static final ElementKey SAP = new ElementKey("sapanywhere");
    private static final ElementKey ORACLE = new ElementKey("oraclesalescloud");
    private static final ConfigurationKey BASE = new ConfigurationKey("base.url");
    private static final ConfigurationKey PAGE = new ConfigurationKey("oauth.authorization.url");
    private static final String HERE = "http://127.0.0.1:9090/sap/v1/";

    @TempDir private Path directory;

    @Test
    void standInTheEntriesThatAreNamed() {
        Element sap = find(loaded(Map.of(SAP, Map.of(BASE, HERE, PAGE, HERE + "consent"))), SAP);

        assertThat(entry(sap, BASE).defaultValue()).contains(HERE);
        assertThat(entry(sap, PAGE).defaultValue()).contains(HERE + "consent");
    }

    @Test
    void changeNothingElse() {
        ShippedElements loaded = loaded(Map.of(SAP, Map.of(BASE, HERE)));
        Element ordinary = find(ShippedElements.load(), SAP);

        Element sap = find(loaded, SAP);

        String original = entry(ordinary, BASE).defaultValue().orElseThrow();
        assertThat(sap).isNotEqualTo(ordinary);
        assertThat(find(loaded(Map.of(SAP, Map.of(BASE, original))), SAP)).isEqualTo(ordinary);
        assertThat(without(sap)).isEqualTo(without(ordinary));
        assertThat(find(loaded, ORACLE)).isEqualTo(find(ShippedElements.load(), ORACLE));
        assertThat(loaded.hubs()).isEqualTo(ShippedElements.load().hubs());
    }

    @Test
    void giveWayToAFileThatTakesTheElementsPlace() throws IOException {
        Files.copy(
                Path.of("src/main/resources/catalog/sapanywhere.json"),
                directory.resolve("sapanywhere.json"));

        Loading loading =
                ShippedElements.load(
                        Optional.of(directory),
                        Map.of(SAP, Map.of(BASE, HERE), ORACLE, Map.of(BASE, HERE)));

        ShippedElements elements = ((Loading.Usable) loading).elements();
        assertThat(find(elements, SAP)).isEqualTo(find(ShippedElements.load(), SAP));
        assertThat(entry(find(elements, ORACLE), BASE).defaultValue()).contains(HERE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    acme             | base.url      | http://127.0.0.1/ | acme
                    sapanywhere      | site.url      | 127.0.0.1         | site.url
                    sapanywhere      | base.url      | ftp://127.0.0.1/  | base.url
                    sapanywhere      | base.url      | http://{nowhere}/ | nowhere
                    oraclesalescloud | password      | secretive         | password
                    oraclesalescloud | pagination.max | many             | pagination.max
                    """)
    void cannotBeOfWhatIsNotThereOrCannotHoldThem(
            String element, String key, String text, String named) {
        Map<ElementKey, Map<ConfigurationKey, String>> defaults =
                Map.of(new ElementKey(element), Map.of(new ConfigurationKey(key), text));

        assertThatThrownBy(() -> ShippedElements.load(Optional.empty(), defaults))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named)
                .hasMessageNotContaining("secretive");
    }

    private static ShippedElements loaded(Map<ElementKey, Map<ConfigurationKey, String>> defaults) {
        return ((Loading.Usable) ShippedElements.load(Optional.empty(), defaults)).elements();
    }

    private static Element find(ShippedElements elements, ElementKey key) {
        return elements.find(new Viewer.Anonymous(), key).orElseThrow();
    }

    private static ConfigurationEntry entry(Element element, ConfigurationKey key) {
        return element.schema().entry(key).orElseThrow();
    }

    private static List<ConfigurationEntry> without(Element element) {
        return element.schema().entries().stream()
                .filter(entry -> !entry.key().equals(BASE))
                .toList();
    }
}
