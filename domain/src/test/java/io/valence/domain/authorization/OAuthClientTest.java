package io.valence.domain.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationSchema;
import io.valence.domain.configuration.ConfigurationValidator;
import io.valence.domain.configuration.Format;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.configuration.ValueType;
import io.valence.domain.configuration.Verdict;
import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class OAuthClientTest {
    private static final Map<String, String> OWN =
            Map.of("oauth.api.key", "id", "oauth.api.secret", "s3cret");

    private static ConfigurationEntry entry(long number, String key) {
        return ConfigurationEntry.optional(number, key, ValueType.text(200))
                .inFormat(key.startsWith("oauth.token") ? Format.URL_TEMPLATE : Format.ANY);
    }

    /** An element of these defaults. */
    private static ConfigurationSchema schema(Map<String, String> defaults) {
        List<ConfigurationEntry> entries = new ArrayList<>();
        for (String key :
                List.of(
                        "oauth.api.key",
                        "oauth.api.secret",
                        "oauth.token.url",
                        "oauth.token.refresh_url",
                        "oauth.token.revoke_url",
                        "oauth.basic.header",
                        "oauth.scope",
                        "site.url",
                        "tenant")) {
            ConfigurationEntry entry = entry(entries.size() + 1, key);
            entries.add(defaults.containsKey(key) ? entry.withDefault(defaults.get(key)) : entry);
        }
        return ConfigurationSchema.of(entries);
    }

    private static Optional<OAuthClient> client(
            Map<String, String> defaults, Map<String, String> supplied) {
        Verdict verdict =
                new ConfigurationValidator(schema(defaults)).validate(Supplied.of(supplied));
        assertThat(verdict).isInstanceOf(Verdict.Valid.class);
        Verdict.Valid valid = (Verdict.Valid) verdict;
        return OAuthClient.of(new UnlockedConfiguration(valid.configuration(), valid.secrets()));
    }

    private static Map<String, String> and(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    @Test
    void isMadeOfWhatIsConfigured() {
        Optional<OAuthClient> client =
                client(
                        Map.of(
                                "oauth.token.url", "https://vendor.example.com/token",
                                "oauth.token.refresh_url", "https://vendor.example.com/refresh",
                                "oauth.token.revoke_url", "https://vendor.example.com/revoke",
                                "oauth.basic.header", "true",
                                "oauth.scope", "a b"),
                        OWN);

        assertThat(client)
                .contains(
                        new OAuthClient(
                                URI.create("https://vendor.example.com/token"),
                                URI.create("https://vendor.example.com/refresh"),
                                Optional.of(URI.create("https://vendor.example.com/revoke")),
                                Secret.of("id"),
                                Secret.of("s3cret"),
                                true,
                                Optional.of("a b")));
        assertThat(client.orElseThrow().toString()).doesNotContain("s3cret");
    }

    @Test
    void renewsWhereItExchangesUnlessToldOtherwise() {
        OAuthClient client =
                client(Map.of("oauth.token.url", "https://vendor.example.com/token"), OWN)
                        .orElseThrow();

        assertThat(client.refreshUrl()).isEqualTo(client.tokenUrl());
        assertThat(client.revokeUrl()).isEmpty();
        assertThat(client.inHeader()).isFalse();
        assertThat(client.scope()).isEmpty();
    }

    @Test
    void needsAnAddressAnIdAndASecret() {
        Map<String, String> address = Map.of("oauth.token.url", "https://vendor.example.com/");

        assertThat(client(Map.of(), OWN)).isEmpty();
        assertThat(client(address, Map.of("oauth.api.key", "id"))).isEmpty();
        assertThat(client(address, Map.of("oauth.api.secret", "s3cret"))).isEmpty();
        assertThat(client(address, OWN)).isPresent();
    }

    @Nested
    class WithTheElementsOwnSecret {
        private final Map<String, String> shared =
                Map.of(
                        "oauth.api.key", "shared-id",
                        "oauth.api.secret", "shared-secret",
                        "oauth.token.url", "https://vendor.example.com/token");

        @Test
        void goesToTheElementsOwnAddress() {
            assertThat(client(shared, Map.of()).orElseThrow().secret())
                    .isEqualTo(Secret.of("shared-secret"));
        }

        @Test
        void neverGoesToAnAddressThatTheOwnerChose() {
            for (String key :
                    List.of(
                            "oauth.token.url",
                            "oauth.token.refresh_url",
                            "oauth.token.revoke_url")) {
                Map<String, String> chosen = Map.of(key, "https://evil.example.com/token");

                assertThat(client(shared, chosen)).as(key).isEmpty();
                assertThat(client(shared, and(OWN, chosen))).as(key).isPresent();
            }
        }

        @Test
        void keepsItsIdFromThereToo() {
            assertThat(
                            client(
                                    shared,
                                    Map.of(
                                            "oauth.token.url", "https://evil.example.com/token",
                                            "oauth.api.secret", "s3cret")))
                    .isEmpty();
        }

        @Test
        void neverGoesToAHostThatTheOwnerChoseByAPlaceholder() {
            for (String template :
                    List.of(
                            "https://{site.url}/token",
                            "https://login.{site.url}/token",
                            "https://{site.url}.com/token")) {
                Map<String, String> open = and(shared, Map.of("oauth.token.url", template));
                Map<String, String> chosen = Map.of("site.url", "evil.example");

                assertThat(client(open, chosen)).as(template).isEmpty();
                assertThat(client(open, and(OWN, chosen))).as(template).isPresent();
            }
        }

        @Test
        void goesToTheElementsHostWhereverTheOwnerStandsBelowIt() {
            for (String template :
                    List.of(
                            "https://{tenant}.vendor.example.com/token",
                            "https://vendor.example.com/{tenant}/token",
                            "https://vendor.example.com/token?for={tenant}")) {
                Map<String, String> open = and(shared, Map.of("oauth.token.url", template));

                assertThat(client(open, Map.of("tenant", "acme"))).as(template).isPresent();
            }
        }

        @Test
        void goesToAHostThatTheElementNamesItself() {
            Map<String, String> whole =
                    and(
                            shared,
                            Map.of(
                                    "oauth.token.url", "https://{site.url}/token",
                                    "site.url", "vendor.example.com"));

            assertThat(client(whole, Map.of())).isPresent();
        }
    }
}
