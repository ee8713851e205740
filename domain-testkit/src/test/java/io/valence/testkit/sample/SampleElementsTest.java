package io.valence.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.configuration.Verdict;
import io.valence.domain.element.Element;
import io.valence.domain.resource.Parameter;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

class SampleElementsTest {
    @Test
    void oracleSalesCloudTakesWhatItAsksFor() {
        Element element = SampleElements.oracleSalesCloud();

        Verdict verdict =
                element.validator()
                        .validate(
                                Supplied.of(
                                        Map.of(
                                                "username", "ada",
                                                "password", "secret",
                                                "site.url", "mysite.example.com")));

        assertThat(verdict).isInstanceOf(Verdict.Valid.class);
        assertThat(element.schema().entries()).hasSize(20);
        assertThat(requiredWithoutDefault(element))
                .containsExactly("username", "password", "site.url");
    }

    @Test
    void sapAnywhereTakesWhatItAsksFor() {
        Element element = SampleElements.sapAnywhere();

        Verdict verdict =
                element.validator()
                        .validate(
                                Supplied.of(
                                        Map.of(
                                                "oauth.api.key", "key",
                                                "oauth.api.secret", "secret",
                                                "oauth.callback.url", "https://app.example.com")));

        assertThat(verdict).isInstanceOf(Verdict.Valid.class);
        assertThat(element.schema().entries()).hasSize(48);
        assertThat(requiredWithoutDefault(element))
                .containsExactly("oauth.api.key", "oauth.api.secret", "oauth.callback.url");
    }

    @Test
    void theOthersTakeWhatTheyAskFor() {
        Map<String, String> client =
                Map.of(
                        "site.url", "vendor.example.com",
                        "oauth.api.key", "key",
                        "oauth.api.secret", "secret");
        Map<String, String> consenting = new HashMap<>(client);
        consenting.put("oauth.callback.url", "https://app.example.com");

        assertThat(SampleElements.clientCredentials().validator().validate(Supplied.of(client)))
                .isInstanceOf(Verdict.Valid.class);
        assertThat(SampleElements.proofKeys().validator().validate(Supplied.of(consenting)))
                .isInstanceOf(Verdict.Valid.class);
        assertThat(requiredWithoutDefault(SampleElements.proofKeys()))
                .containsExactlyInAnyOrderElementsOf(consenting.keySet());
    }

    @Test
    void sapAnywherePutsItsTokenIntoTheQueryOfCalls() {
        assertThat(SampleElements.sapAnywhere().parameters())
                .extracting(Parameter::name, Parameter::destination, Parameter::vendorName)
                .containsExactly(
                        tuple("oauth.user.token", Parameter.Destination.QUERY, "access_token"));
    }

    @Test
    void everyElementHasTheEntriesThatAllHaveInCommon() {
        Set<ConfigurationKey> common =
                Set.of(
                        new ConfigurationKey("event.notification.enabled"),
                        new ConfigurationKey("event.vendor.type"),
                        new ConfigurationKey("event.notification.type"),
                        new ConfigurationKey("event.notification.callback.url"),
                        new ConfigurationKey("filter.response.nulls"));

        List<Element> elements = new ArrayList<>(SampleElements.all());
        elements.add(SampleElements.proofKeys());
        elements.add(SampleElements.clientCredentials());

        assertThat(elements)
                .hasSize(4)
                .allSatisfy(element -> assertThat(element.schema().keys()).containsAll(common));
    }

    private static List<String> requiredWithoutDefault(Element element) {
        return element.schema().entries().stream()
                .filter(entry -> entry.required() && entry.defaultValue().isEmpty())
                .map(ConfigurationEntry::key)
                .map(ConfigurationKey::value)
                .toList();
    }
}
