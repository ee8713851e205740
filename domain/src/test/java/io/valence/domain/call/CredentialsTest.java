package io.valence.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.authentication.GrantType;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationSchema;
import io.valence.domain.configuration.Format;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.configuration.ValueType;
import io.valence.domain.configuration.Verdict;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementKey;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.VendorApi;
import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class CredentialsTest {
    private static final AuthenticationScheme BASIC = new AuthenticationScheme.Basic();
    private static final AuthenticationScheme KEY = new AuthenticationScheme.ApiKey();
    private static final AuthenticationScheme OAUTH =
            new AuthenticationScheme.OAuth2(GrantType.CLIENT_CREDENTIALS, false);
    private static final Optional<Tokens> TOKENS =
            Optional.of(
                    new Tokens(
                            Secret.of("t0ken"), Optional.empty(), Instant.EPOCH, Optional.empty()));

    private static Element element(
            AuthenticationScheme scheme, Map<String, String> defaults, Parameter... parameters) {
        List<ConfigurationEntry> entries = new ArrayList<>();
        for (String key :
                List.of(
                        "username",
                        "password",
                        "api.secret",
                        "region",
                        "site.url",
                        "base.url",
                        "oauth.user.token",
                        "oauth.api.key",
                        "oauth.api.secret",
                        "oauth.token.url")) {
            ValueType type =
                    key.equals("password") || key.equals("api.secret")
                            ? ValueType.secretText()
                            : ValueType.text(100);
            ConfigurationEntry entry =
                    ConfigurationEntry.optional(entries.size() + 1, key, type)
                            .inFormat(key.equals("base.url") ? Format.URL_TEMPLATE : Format.ANY);
            entries.add(defaults.containsKey(key) ? entry.withDefault(defaults.get(key)) : entry);
        }
        return new Element(
                new ElementId(1),
                Set.of(),
                new ElementKey("sample"),
                "Sample",
                "",
                "general",
                "",
                "",
                "http",
                scheme,
                ConfigurationSchema.of(entries),
                Set.of(),
                List.of(parameters),
                Optional.empty(),
                VendorApi.UNKNOWN);
    }

    private static Parameter from(String key, String name, Parameter.Destination destination) {
        return new Parameter(1, key, Parameter.Source.CONFIGURATION, name, destination);
    }

    private static Optional<Credentials> credentials(
            Element element, Map<String, String> supplied, Optional<Tokens> tokens) {
        Verdict.Valid valid = (Verdict.Valid) element.validator().validate(Supplied.of(supplied));
        return Credentials.of(
                element, new UnlockedConfiguration(valid.configuration(), valid.secrets()), tokens);
    }

    private static Credentials.Placed inHeader(String name, String value) {
        return new Credentials.Placed(Parameter.Destination.HEADER, name, Secret.of(value));
    }

    @Test
    void areANameAndAPasswordInUtf8() {
        Credentials credentials =
                credentials(
                                element(BASIC, Map.of()),
                                Map.of("username", "zoë", "password", "pä55"),
                                Optional.empty())
                        .orElseThrow();

        assertThat(credentials.placed())
                .containsExactly(inHeader("Authorization", "Basic em/Dqzpww6Q1NQ=="));
    }

    @Test
    void areNoneWithoutANameOrAPassword() {
        Element element = element(BASIC, Map.of());

        assertThat(credentials(element, Map.of("username", "ada"), Optional.empty())).isEmpty();
        assertThat(credentials(element, Map.of("password", "pa55"), Optional.empty())).isEmpty();
    }

    @Test
    void areABearerToken() {
        assertThat(credentials(element(OAUTH, Map.of()), Map.of(), TOKENS).orElseThrow().placed())
                .containsExactly(inHeader("Authorization", "Bearer t0ken"));
        assertThat(credentials(element(OAUTH, Map.of()), Map.of(), Optional.empty())).isEmpty();
    }

    @Test
    void areATokenWhereTheElementWantsIt() {
        Element element =
                element(
                        OAUTH,
                        Map.of(),
                        from("oauth.user.token", "access_token", Parameter.Destination.QUERY));

        assertThat(credentials(element, Map.of(), TOKENS).orElseThrow().placed())
                .containsExactly(
                        new Credentials.Placed(
                                Parameter.Destination.QUERY, "access_token", Secret.of("t0ken")));
    }

    @Test
    void areSettingsWhereTheElementWantsThem() {
        Element element =
                element(
                        KEY,
                        Map.of(),
                        from("api.secret", "X-Key", Parameter.Destination.HEADER),
                        from("region", "X-Region", Parameter.Destination.HEADER),
                        from("username", "X-User", Parameter.Destination.HEADER));

        assertThat(
                        credentials(
                                        element,
                                        Map.of("api.secret", "s3cret", "region", "eu"),
                                        Optional.empty())
                                .orElseThrow()
                                .placed())
                .containsExactly(inHeader("X-Key", "s3cret"), inHeader("X-Region", "eu"));
    }

    @Test
    void doNotGiveTheElementsOwnSecretToAnAddressThatTheOwnerChose() {
        Map<String, String> defaults =
                Map.of(
                        "api.secret", "the-elements-own",
                        "base.url", "https://vendor.example.com");
        Element element =
                element(KEY, defaults, from("api.secret", "X-Key", Parameter.Destination.HEADER));
        Map<String, String> evil = Map.of("base.url", "https://evil.example.com");

        assertThat(credentials(element, Map.of(), Optional.empty()).orElseThrow().placed())
                .containsExactly(inHeader("X-Key", "the-elements-own"));
        assertThat(credentials(element, evil, Optional.empty())).isEmpty();
        assertThat(
                        credentials(
                                element,
                                Map.of(
                                        "base.url", "https://evil.example.com",
                                        "api.secret", "mine"),
                                Optional.empty()))
                .isPresent();
    }

    @Test
    void doNotGiveTheElementsOwnPasswordToAHostThatTheOwnerChose() {
        Element element =
                element(
                        BASIC,
                        Map.of(
                                "password", "the-elements-own",
                                "base.url", "https://{site.url}"));

        assertThat(
                        credentials(
                                element,
                                Map.of("username", "ada", "site.url", "evil.example.com"),
                                Optional.empty()))
                .isEmpty();
    }

    @Test
    void claimTheirNames() {
        Credentials header = credentials(element(OAUTH, Map.of()), Map.of(), TOKENS).orElseThrow();
        Credentials query =
                credentials(
                                element(
                                        OAUTH,
                                        Map.of(),
                                        from(
                                                "oauth.user.token",
                                                "access_token",
                                                Parameter.Destination.QUERY)),
                                Map.of(),
                                TOKENS)
                        .orElseThrow();

        assertThat(header.claim(Parameter.Destination.HEADER, "AUTHORIZATION")).isTrue();
        assertThat(header.claim(Parameter.Destination.QUERY, "Authorization")).isFalse();
        assertThat(header.claim(Parameter.Destination.HEADER, "Accept")).isFalse();
        assertThat(query.claim(Parameter.Destination.QUERY, "access_token")).isTrue();
        assertThat(query.claim(Parameter.Destination.QUERY, "Access_Token")).isFalse();
        assertThat(Credentials.none().claim(Parameter.Destination.HEADER, "Authorization"))
                .isFalse();
    }

    @Test
    void areHiddenWithAndWithoutTheWordBeforeThem() {
        Credentials credentials =
                credentials(element(OAUTH, Map.of()), Map.of(), TOKENS).orElseThrow();

        assertThat(credentials.secrets())
                .containsExactly(Secret.of("Bearer t0ken"), Secret.of("t0ken"));
    }

    @Test
    void printTheirNamesAlone() {
        Credentials credentials =
                credentials(element(OAUTH, Map.of()), Map.of(), TOKENS).orElseThrow();

        assertThat(credentials).hasToString("Credentials[Authorization]");
        assertThat(new Header("Authorization", "t0ken")).hasToString("Authorization");
    }
}
