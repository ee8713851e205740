package io.valence.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** An address is shown and logged, so it names no secret. */
class SecretPlaceholderTest {
    private static final ConfigurationKey BASE = new ConfigurationKey("base.url");

    private final ConfigurationValidator validator =
            new ConfigurationValidator(
                    ConfigurationSchema.of(
                            ConfigurationEntry.optional(1, "password", ValueType.secretText()),
                            ConfigurationEntry.optional(2, "oauth.api.key", ValueType.text(99)),
                            ConfigurationEntry.optional(3, "tenant", ValueType.text(99)),
                            ConfigurationEntry.optional(4, "base.url", ValueType.text(99))
                                    .inFormat(Format.URL_TEMPLATE)));

    private Verdict validate(String template) {
        return validator.validate(
                Supplied.of(
                        Map.of(
                                "password", "pa55",
                                "oauth.api.key", "k3y",
                                "tenant", "acme",
                                "base.url", template)));
    }

    @Test
    void isRefusedWhereverItStands() {
        for (String template :
                List.of(
                        "https://{password}.example.com",
                        "https://example.com/{oauth.api.key}",
                        "https://{tenant}.example.com/?p={password}")) {
            Verdict.Invalid invalid = (Verdict.Invalid) validate(template);

            assertThat(invalid.problems())
                    .containsExactly(
                            new Problem.Malformed(
                                    Place.entry(BASE),
                                    "an address that names no secret entry in braces"));
        }
    }

    @Test
    void isRefusedThoughTheSecretIsNotSet() {
        Verdict verdict =
                validator.validate(
                        Supplied.of(Map.of("base.url", "https://{password}.example.com")));

        assertThat(verdict).isInstanceOf(Verdict.Invalid.class);
    }

    @Test
    void isNotMeantByOtherPlaceholders() {
        assertThat(validate("https://{tenant}.example.com")).isInstanceOf(Verdict.Valid.class);
    }
}
