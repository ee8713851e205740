package io.valence.adapters.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.authentication.AuthenticationScheme.OAuth2;
import io.valence.domain.authentication.GrantType;
import io.valence.domain.element.CheckCall;
import io.valence.domain.element.Element;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What {@code valence.oauth} and {@code valence.check} of a file come to. */
class SpeakingToVendorsTest {
    private static final List<String> CLIENT =
            List.of("oauth.api.key", "oauth.api.secret", "oauth.token.url");
    private static final List<String> CONSENT =
            List.of(
                    "oauth.api.key",
                    "oauth.api.secret",
                    "oauth.callback.url",
                    "oauth.authorization.url",
                    "oauth.token.url");

    private final Findings findings = new Findings();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                | AUTHORIZATION_CODE | false
                    {"oauth": {}}                                     | AUTHORIZATION_CODE | false
                    {"oauth": {"grant": "authorization_code"}}        | AUTHORIZATION_CODE | false
                    {"oauth": {"pkce": true}}                         | AUTHORIZATION_CODE | true
                    {"oauth": {"grant": "authorization_code", "pkce": true}} | AUTHORIZATION_CODE | true
                    {"oauth": {"grant": "client_credentials"}}        | CLIENT_CREDENTIALS | false
                    """)
    void saysHowTokensAreHad(String valence, GrantType grant, boolean pkce) {
        Element element = read("oauth2", CONSENT, valence).orElseThrow();

        assertThat(element.scheme()).isEqualTo(new OAuth2(grant, pkce));
        assertThat(findings.warnings()).isEmpty();
    }

    @Test
    void needsNoCallbackWhereNobodyConsents() {
        String own = "{\"oauth\": {\"grant\": \"client_credentials\"}}";

        assertThat(read("oauth2", CLIENT, own)).isPresent();
        assertThat(read("oauth2", CLIENT, "{}")).isEmpty();
        assertThat(findings.problems())
                .allSatisfy(p -> assertThat(p).contains("authentication by oauth2 needs an entry"))
                .hasSize(2);
    }

    @Test
    void takesACheckCall() {
        Element element =
                read("none", List.of("base.url"), "{\"check\": {\"path\": \"/me?a=b%20c&d=1\"}}")
                        .orElseThrow();

        assertThat(element.check()).contains(new CheckCall("/me?a=b%20c&d=1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    oauth2 | {"oauth": []}                       | oauth: must be an object
                    oauth2 | {"oauth": {"grant": "password"}}    | oauth.grant: there is no grant 'password'
                    oauth2 | {"oauth": {"grant": 1}}             | oauth.grant: must be a text in quotes
                    oauth2 | {"oauth": {"pkce": "true"}}         | oauth.pkce: must be true or false
                    oauth2 | {"oauth": {"grant": "client_credentials", "pkce": true}} | oauth.pkce: proof keys go with
                    basic  | {"oauth": {"pkce": true}}           | oauth: authentication is by basic
                    none   | {"check": "/me"}                    | check: must be an object
                    none   | {"check": {}}                       | check.path: is missing
                    none   | {"check": {"path": "/me", "provisioning": "never"}} | check.provisioning: must be true or false
                    none   | {"check": {"path": 1}}              | check.path: must be a text in quotes
                    none   | {"check": {"path": "me"}}           | check.path: must be a path that begins with a slash
                    none   | {"check": {"path": "//evil.example/me"}} | check.path: must be a path that begins with a slash
                    none   | {"check": {"path": "/a b"}}         | check.path: must be a path that begins with a slash
                    none   | {"check": {"path": "/me#top"}}      | check.path: must be a path that begins with a slash
                    none   | {"check": {"path": "/me/%2e./all"}} | check.path: must be a path that begins with a slash
                    """)
    void refusesWhatCannotBe(String scheme, String valence, String complaint) {
        List<String> keys = List.of("base.url", "username", "password");

        Optional<Element> element = read(scheme, scheme.equals("oauth2") ? CONSENT : keys, valence);

        assertThat(element).isEmpty();
        assertThat(findings.problems())
                .singleElement()
                .satisfies(p -> assertThat(p).startsWith("a.json: valence." + complaint));
    }

    @Test
    void refusesACheckCallOfAnElementWithoutABaseAddress() {
        Optional<Element> element =
                read("none", List.of("site"), "{\"check\": {\"path\": \"/me\"}}");

        assertThat(element).isEmpty();
        assertThat(findings.problems())
                .containsExactly("a.json: valence.check: a check call needs an entry base.url");
    }

    @Test
    void warnsOfMembersThatItDoesNotKnow() {
        Optional<Element> element =
                read(
                        "oauth2",
                        List.of(
                                "base.url",
                                "oauth.api.key",
                                "oauth.api.secret",
                                "oauth.callback.url",
                                "oauth.authorization.url",
                                "oauth.token.url"),
                        "{\"oauth\": {\"scope\": \"x\"}, \"check\": {\"path\": \"/\", \"method\":"
                                + " \"PUT\"}}");

        assertThat(element).isPresent();
        assertThat(findings.warnings())
                .containsExactly(
                        "a.json: valence.oauth: member 'scope' is unknown, and ignored",
                        "a.json: valence.check: member 'method' is unknown, and ignored");
    }

    private Optional<Element> read(String scheme, List<String> keys, String valence) {
        String entries =
                IntStream.range(0, keys.size())
                        .mapToObj(
                                i ->
                                        """
                                        {"id": %d, "key": "%s", "name": "It", "description": "It.",
                                         "type": "TEXTFIELD_1000"}\
                                        """
                                                .formatted(i + 1, keys.get(i)))
                        .collect(Collectors.joining(","));
        String text =
                Sample.minimal()
                        .replace("\"none\"", "\"" + scheme + "\"")
                        .replace("[]", "[" + entries + "], \"valence\": " + valence);
        ObjectNode root = (ObjectNode) new JsonMapper().readTree(text);
        return new ElementReader(
                        Source.OPERATOR, Set.of("general"), new Numbers(List.of()), findings)
                .read("a.json", root);
    }
}
