package io.valence.adapters.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.Trait;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The answers that the two vendor pages show, against what the catalog would fill in. */
class DocumentedAnswersTest {
    private final ShippedElements elements = ShippedElements.load();

    @Test
    void oracleHasTheEighteenDocumentedEntriesAndTwoCommonOnes() throws IOException {
        JsonNode answer = answer("oracle-sales-cloud-answer.json");

        Element element = elements.get(new ElementId(1948)).orElseThrow();

        Map<String, Optional<String>> documented = configuration(answer);
        assertThat(documented).hasSize(18);
        assertThat(keys(element)).hasSize(20).containsAll(documented.keySet());
        assertThat(without(keys(element), documented.keySet()))
                .containsExactly("event.notification.type", "filter.response.nulls");
    }

    @Test
    void oracleFillsInTheDocumentedValues() throws IOException {
        Map<String, Optional<String>> documented =
                configuration(answer("oracle-sales-cloud-answer.json"));
        Set.of("username", "password", "site.url").forEach(documented::remove);

        Element element = elements.get(new ElementId(1948)).orElseThrow();

        assertThat(defaults(element)).containsAllEntriesOf(documented);
    }

    @Test
    void sapAnywhereHasTheThirtySevenDocumentedEntriesAmongFortyEight() throws IOException {
        Map<String, Optional<String>> documented =
                configuration(answer("sap-anywhere-answer.json"));

        Element element = elements.get(new ElementId(2198)).orElseThrow();

        assertThat(documented).hasSize(37);
        assertThat(keys(element)).hasSize(48).containsAll(documented.keySet());
        assertThat(without(keys(element), documented.keySet()))
                .containsExactly(
                        "allow.select.fields",
                        "default.select.fields.map",
                        "event.notification.basic.password",
                        "event.notification.basic.username",
                        "event.notification.callback.headers",
                        "event.notification.signature.key",
                        "event.notification.type",
                        "instance.variables",
                        "oauth.token.refresh_url",
                        "oauth.token.revoke_url",
                        "synchronous.bulk.notification");
    }

    @Test
    void sapAnywhereFillsInTheDocumentedValues() throws IOException {
        Map<String, Optional<String>> documented =
                configuration(answer("sap-anywhere-answer.json"));
        Set.of("oauth.callback.url", "oauth.api.key", "oauth.api.secret")
                .forEach(documented::remove);
        documented.keySet().removeIf(key -> key.startsWith("oauth.user."));

        Element element = elements.get(new ElementId(2198)).orElseThrow();

        assertThat(documented).hasSize(30);
        assertThat(defaults(element)).containsAllEntriesOf(documented);
    }

    @Test
    void elementsAreCalledWhatTheDocumentsCallThem() throws IOException {
        for (String file : Set.of("oracle-sales-cloud-answer.json", "sap-anywhere-answer.json")) {
            JsonNode documented = answer(file).path("element");

            Element element =
                    elements.get(new ElementId(documented.path("id").longValue())).orElseThrow();

            assertThat(element.key().value()).isEqualTo(documented.path("key").stringValue());
            assertThat(element.name()).isEqualTo(documented.path("name").stringValue());
            assertThat(element.description())
                    .isEqualTo(documented.path("description").stringValue());
            assertThat(element.image()).isEqualTo(documented.path("image").stringValue());
            for (Trait trait :
                    Set.of(
                            Trait.ACTIVE,
                            Trait.DELETED,
                            Trait.TYPE_OAUTH,
                            Trait.TRIAL_ACCOUNT,
                            Trait.PRIVATE)) {
                assertThat(element.is(trait))
                        .as(trait.wireName())
                        .isEqualTo(documented.path(trait.wireName()).booleanValue());
            }
        }
    }

    private static JsonNode answer(String file) throws IOException {
        try (InputStream in =
                DocumentedAnswersTest.class.getResourceAsStream("/documents/" + file)) {
            return new JsonMapper().readTree(in);
        }
    }

    private static Map<String, Optional<String>> configuration(JsonNode answer) {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        answer.path("configuration")
                .forEachEntry((key, value) -> values.put(key, value.stringValueOpt()));
        return values;
    }

    private static Map<String, Optional<String>> defaults(Element element) {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        for (ConfigurationEntry entry : element.schema().entries()) {
            values.put(entry.key().value(), entry.defaultValue());
        }
        return values;
    }

    private static Set<String> keys(Element element) {
        return defaults(element).keySet();
    }

    private static Set<String> without(Set<String> keys, Set<String> others) {
        Set<String> rest = new TreeSet<>(keys);
        rest.removeAll(others);
        return rest;
    }
}
