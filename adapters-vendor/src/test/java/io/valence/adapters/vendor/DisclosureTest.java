package io.valence.adapters.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.call.Header;
import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class DisclosureTest {
    private static final URI TOKENS = URI.create("https://vendor.example.com/token");

    private final Disclosure disclosure =
            new Disclosure(
                    Words.without(
                            new OAuthClient(
                                    TOKENS,
                                    TOKENS,
                                    Optional.empty(),
                                    Secret.of("the-app"),
                                    Secret.of("open sesame"),
                                    true,
                                    Optional.empty()),
                            List.of(Secret.of("the-code"))));

    @Test
    void showsOfAFormWhatIsHarmless() {
        assertThat(
                        disclosure.form(
                                "grant_type=authorization_code&code=the-code&redirect_uri=https%3A%2F%2Fa"
                                    + "&client_secret=open+sesame&code_verifier=v3rifier&odd"))
                .isEqualTo(
                        "grant_type=authorization_code&code=********&redirect_uri=https%3A%2F%2Fa"
                                + "&client_secret=********&code_verifier=********&odd");
    }

    @Test
    void showsOfAnAnswerWhatIsHarmlessWhateverTheVendorCallsItsTokens() {
        assertThat(
                        disclosure.answer(
                                200,
                                """
                                {"access_token": "t0ken", "id_token": "t0ken", "jwt": {"a": "t0ken"},
                                 "scope": {"a": "t0ken"}, "expires_in": 60, "token_type": "bearer"}
                                """))
                .contains("\"expires_in\":60", "\"token_type\":\"bearer\"", "\"jwt\":\"********\"")
                .doesNotContain("t0ken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"access_token=t0ken&expires_in=60", "t0ken", "{\"access_token\":", "null"})
    void showsNothingOfASuccessThatIsNotJson(String body) {
        assertThat(disclosure.answer(200, body)).isEqualTo("********");
    }

    @Test
    void showsARefusalWithoutWhatItRepeats() {
        assertThat(
                        disclosure.answer(
                                400,
                                "{\"error\":\"invalid_grant\",\"error_description\":\"the-code of"
                                        + " open sesame\"}"))
                .contains("\"error\":\"invalid_grant\"", "******** of ********");
        assertThat(disclosure.answer(500, "<p>No: open+sesame</p>"))
                .isEqualTo("<p>No: ********</p>");
        assertThat(disclosure.answer(400, "null")).isEqualTo("null");
    }

    @Test
    void showsOfHeadersWhatIsHarmless() {
        assertThat(
                        disclosure.headers(
                                List.of(
                                        new Header("content-type", "application/json"),
                                        new Header("Authorization", "Basic dGhlLWFwcA=="),
                                        new Header("X-Session", "t0ken"))))
                .isEqualTo(
                        Map.of(
                                "content-type", "application/json",
                                "Authorization", "********",
                                "X-Session", "********"));
    }
}
