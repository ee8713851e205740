package io.valence.domain.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.configuration.ConfigurationKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationSchemeTest {
    @ParameterizedTest
    @CsvSource({
        "none, false",
        "basic, false",
        "apiKey, false",
        "oauth1, true",
        "oauth2, true",
        "oauth2Password, true",
        "aws, false",
        "custom, false"
    })
    void isFoundByItsNameAndSaysWhetherTokensMustBeFetched(String name, boolean exchange) {
        var scheme = AuthenticationScheme.named(name).orElseThrow();

        assertThat(scheme.name()).isEqualTo(name);
        assertThat(scheme.needsExchange()).isEqualTo(exchange);
    }

    @Test
    void everyLeafHasAName() {
        assertThat(AuthenticationScheme.class.getPermittedSubclasses()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OAuth2", "oauth3", " basic"})
    void isNotFoundByAnythingElse(String name) {
        assertThat(AuthenticationScheme.named(name)).isEmpty();
    }

    @Test
    void saysWhichSettingsItReads() {
        assertThat(new AuthenticationScheme.Basic().reads())
                .extracting(ConfigurationKey::value)
                .containsExactly("username", "password");
        assertThat(AuthenticationScheme.OAuth2.withConsent().reads())
                .extracting(ConfigurationKey::value)
                .containsExactly(
                        "oauth.api.key",
                        "oauth.api.secret",
                        "oauth.callback.url",
                        "oauth.authorization.url",
                        "oauth.token.url");
        assertThat(new AuthenticationScheme.Custom().reads()).isEmpty();
    }
}
