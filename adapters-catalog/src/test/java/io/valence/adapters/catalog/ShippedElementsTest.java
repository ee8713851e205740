package io.valence.adapters.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Format;
import io.valence.domain.configuration.ResolvedConfiguration;
import io.valence.domain.configuration.Settings;
import io.valence.domain.configuration.ValueType;
import io.valence.domain.element.CheckCall;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementKey;
import io.valence.domain.element.Hub;
import io.valence.domain.resource.Parameter;
import io.valence.testkit.contract.ElementsContract;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class ShippedElementsTest implements ElementsContract {
    private final ShippedElements elements = ShippedElements.load();

    @Override
    public ShippedElements elements() {
        return elements;
    }

    @Test
    void shipsTwoElementsInTheOrderOfTheirKeys() {
        List<Element> visible = elements.visibleTo(ANYBODY);

        assertThat(visible)
                .extracting(element -> element.key().value())
                .containsExactly("oraclesalescloud", "sapanywhere");
    }

    @Test
    void findsSapAnywhereByTheOtherNumberThatItIsKnownBy() {
        assertThat(elements.find(ANYBODY, new ElementId(1468))).contains(sap());
        assertThat(sap().key()).isEqualTo(new ElementKey("sapanywhere"));
    }

    @Test
    void asksForThreeThingsOfOracle() {
        Element oracle = oracle();

        assertThat(oracle.scheme().name()).isEqualTo("basic");
        assertThat(oracle.hub()).isEqualTo("crm");
        assertThat(required(oracle)).containsExactly("username", "password", "site.url");
        assertThat(entry(oracle, "site.url").format()).isEqualTo(Format.HOST);
        assertThat(entry(oracle, "base.url").format()).isEqualTo(Format.URL_TEMPLATE);
    }

    @Test
    void asksForFiveThingsOfSapAnywhereTwoOfWhichHaveDefaults() {
        Element sap = sap();

        assertThat(sap.scheme().name()).isEqualTo("oauth2");
        assertThat(sap.hub()).isEqualTo("ecommerce");
        assertThat(required(sap))
                .containsExactly(
                        "oauth.api.key",
                        "oauth.api.secret",
                        "oauth.authorization.url",
                        "oauth.token.url",
                        "oauth.callback.url");
        assertThat(entry(sap, "oauth.authorization.url").defaultValue()).isPresent();
        assertThat(entry(sap, "oauth.token.url").defaultValue()).isPresent();
        assertThat(entry(sap, "oauth.callback.url").format()).isEqualTo(Format.ANY);
    }

    @Test
    void sendsTheTokenOfSapAnywhereInTheQuery() {
        assertThat(sap().scheme()).isEqualTo(AuthenticationScheme.OAuth2.withConsent());
        assertThat(sap().parameters())
                .containsExactly(
                        new Parameter(
                                2198001,
                                "oauth.user.token",
                                Parameter.Source.CONFIGURATION,
                                "access_token",
                                Parameter.Destination.QUERY));
    }

    @Test
    void asksOracleForOneAccountToSeeWhomItLetsIn() {
        assertThat(oracle().check())
                .contains(
                        new CheckCall(
                                "/crmRestApi/resources/latest/accounts?limit=1&onlyData=true"));
        assertThat(oracle().parameters()).isEmpty();
    }

    @Test
    void takesEverySourceOfEventsThatDocumentsName() {
        for (Element element : elements.visibleTo(ANYBODY)) {
            ConfigurationEntry source = entry(element, "event.vendor.type");

            assertThat(source.format()).isEqualTo(Format.EVENT_SOURCE);
            assertThat(source.type()).isInstanceOf(ValueType.Text.class);
            assertThat(List.of("polling", "webhook", "webhooks"))
                    .allSatisfy(
                            text ->
                                    assertThat(source.type().objectionTo(source.key(), text))
                                            .isEmpty());
        }
    }

    @Test
    void pollsAtMostOnceAMinute() {
        assertThat(entry(oracle(), "event.poller.refresh_interval").format())
                .isEqualTo(Format.POSITIVE_NUMBER);
    }

    @Test
    void tellsApplicationsOfEventsByWebhookOnly() {
        for (Element element : elements.visibleTo(ANYBODY)) {
            ConfigurationEntry entry = entry(element, "event.notification.type");

            assertThat(entry.type()).isEqualTo(new ValueType.Choice(List.of("webhook")));
            assertThat(entry.defaultValue()).isEmpty();
        }
    }

    @Test
    void describesEveryEntry() {
        assertThat(entries())
                .isNotEmpty()
                .allSatisfy(
                        entry -> {
                            assertThat(entry.name()).isNotBlank();
                            assertThat(entry.description()).isNotBlank().endsWith(".");
                        });
    }

    @Test
    void numbersEveryEntryOfTheWholeCatalogOnce() {
        assertThat(entries()).extracting(ConfigurationEntry::id).doesNotHaveDuplicates();
    }

    @Test
    void holdsNoDefaultForASecret() {
        assertThat(entries().stream().filter(ConfigurationEntry::isSecret))
                .extracting(entry -> entry.key().value())
                .contains("password", "oauth.api.key", "oauth.api.secret", "oauth.user.token");
        assertThat(entries().stream().filter(ConfigurationEntry::isSecret))
                .allSatisfy(entry -> assertThat(entry.defaultValue()).isEmpty());
    }

    @Test
    void givesEveryElementTheCommonEntriesInTheSameWords() {
        List<ConfigurationEntry> common = CommonEntries.completing(new ElementId(1), List.of());

        assertThat(common).hasSize(5);
        for (Element element : elements.visibleTo(ANYBODY)) {
            assertThat(common)
                    .allSatisfy(
                            entry -> {
                                ConfigurationEntry own = entry(element, entry.key().value());
                                assertThat(own.name()).isEqualTo(entry.name());
                                assertThat(own.description()).isEqualTo(entry.description());
                                assertThat(own.type()).isEqualTo(entry.type());
                                assertThat(own.format()).isEqualTo(entry.format());
                            });
        }
    }

    @Test
    void resolvesDefaultsWithEmptyTextAndNothingKeptApart() {
        var nothingSupplied = oracle().schema().resolve(Settings.none());

        assertThat(shown(nothingSupplied, "bulk.query.field_name")).contains("");
        assertThat(shown(nothingSupplied, "bulk.relations")).isEmpty();
        assertThat(shown(nothingSupplied, "base.url")).contains("https://{site.url}");
    }

    @Test
    void knowsTwentyEightHubsInTheOrderOfTheirKeys() {
        List<Hub> hubs = elements.hubs();

        assertThat(hubs).hasSize(28).isSortedAccordingTo((a, b) -> a.key().compareTo(b.key()));
        assertThat(hubs).extracting(Hub::id).doesNotHaveDuplicates();
        assertThat(hubs).allSatisfy(hub -> assertThat(hub.description()).isNotBlank());
        assertThat(hubs.stream().filter(hub -> Set.of(1L, 4L, 11L, 12L, 14L).contains(hub.id())))
                .extracting(Hub::key)
                .containsExactlyInAnyOrder(
                        "messaging", "documents", "crm", "marketing", "helpdesk");
    }

    private static Optional<String> shown(ResolvedConfiguration configuration, String key) {
        return configuration.setting(new ConfigurationKey(key)).orElseThrow().shown();
    }

    private List<ConfigurationEntry> entries() {
        return elements.visibleTo(ANYBODY).stream()
                .flatMap(element -> element.schema().entries().stream())
                .toList();
    }

    private static List<String> required(Element element) {
        return element.schema().entries().stream()
                .filter(ConfigurationEntry::required)
                .map(entry -> entry.key().value())
                .toList();
    }

    private static ConfigurationEntry entry(Element element, String key) {
        return element.schema().entry(new ConfigurationKey(key)).orElseThrow();
    }

    private Element oracle() {
        return elements.get(new ElementId(1948)).orElseThrow();
    }

    private Element sap() {
        return elements.get(new ElementId(2198)).orElseThrow();
    }
}
