package io.valence.adapters.rest;

import static io.valence.adapters.rest.ServedApi.V2;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.secret.Secret;
import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.memory.InMemoryVendors;
import io.valence.testkit.sample.SampleElements;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;

class AuthorizationTest {
    private static final String URL = V2 + "/elements/sapanywhere/oauth/url";

    @AutoClose
    private final ServedApi api =
            ServedApi.checking(
                    List.of(
                            SampleElements.oracleSalesCloud(),
                            SampleElements.sapAnywhere(),
                            SampleElements.proofKeys()));

    @BeforeEach
    void registerTheApplication() {
        api.registerApplication();
    }

    private ApiAnswer asked(String element) {
        return api.anybody("POST", V2 + "/elements/" + element + "/oauth/url")
                .json(
                        """
                        {"apiKey": "the-app", "apiSecret": "its-s3cret",
                         "callbackUrl": "https://example.com/back", "siteAddress": "x",
                         "site.url": "ada.example.com"}
                        """)
                .send();
    }

    private ApiAnswer withCode(String code) {
        return api.ada("POST", "/instances")
                .json(ServedApi.shop("\"code\": \"" + code + "\""))
                .send();
    }

    private void assertNothingIsLeft() {
        assertThat(api.ada("GET", "/instances").send().json().size()).isZero();
        assertThat(api.authorization().liveGrants()).isZero();
    }

    @Test
    void saysToAnybodyWhereToSendAUser() {
        var answer =
                api.anybody("GET", URL)
                        .query("apiKey", "the app")
                        .query("apiSecret", "its-s3cret")
                        .query("callbackUrl", "https://example.com/back?x=1&y=2")
                        .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/element")).isEqualTo("sapanywhere");
        assertThat(answer.text("/oauthUrl"))
                .startsWith("https://app1-us.sapanywhere.com/sbo/oauth2/authorize?")
                .contains(
                        "redirect_uri=https%3A%2F%2Fexample.com%2Fback%3Fx%3D1%26y%3D2",
                        "client_id=the%20app", "state=sapanywhere", "scope=BusinessData_RW")
                .doesNotContain("s3cret");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void takesTheSameFieldsInABody() {
        var byNumber = asked("1468");

        assertThat(byNumber.status()).isEqualTo(200);
        assertThat(byNumber.text("/element")).isEqualTo("sapanywhere");
        assertThat(byNumber.text("/oauthUrl"))
                .contains("client_id=the-app", "state=sapanywhere")
                .doesNotContain("s3cret");
    }

    @Test
    void prefersTheBodyToTheQuery() {
        var answer =
                api.anybody("POST", URL)
                        .query("state", "query")
                        .query("apiKey", "the-app")
                        .json("{\"state\": \"body\", \"callbackUrl\": \"https://example.com/b\"}")
                        .send();

        assertThat(answer.text("/oauthUrl")).contains("state=body").doesNotContain("query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"scope\": [\"a\"]}", "{\"scope\": {}}", "[]", "\"x\"", "{"})
    void refusesABodyThatIsNoFields(String body) {
        assertThat(api.anybody("POST", URL).json(body).send().status()).isEqualTo(400);
    }

    @Test
    void refusesParametersTooMany() {
        var request = api.anybody("GET", URL);
        for (int i = 0; i < 65; i++) {
            request = request.query("p" + i, "x");
        }

        var answer = request.send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("64");
    }

    @Test
    void sendsNobodyToAVendorThatAsksForNoConsent() {
        var oracle = api.anybody("GET", V2 + "/elements/oraclesalescloud/oauth/url").send();
        var nothing = api.anybody("GET", V2 + "/elements/nothing/oauth/url").send();

        assertThat(oracle.status()).isEqualTo(400);
        assertThat(oracle.message()).contains("oraclesalescloud", "consent");
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.message()).isEqualTo("No element 'nothing' found");
    }

    @Test
    void makesAnInstanceOfACode() {
        var code = api.authorization().consent(URI.create(asked("sapanywhere").text("/oauthUrl")));

        var created = withCode(code.reveal());

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.at("/valid").asBoolean()).isTrue();
        assertThat(created.at("/configuration").size()).isGreaterThan(36);
        assertThat(created.at("/configuration/oauth.user.token").asString()).isEqualTo("********");
        assertThat(created.text()).doesNotContain(code.reveal(), "its-s3cret");
        assertThat(withCode(code.reveal()).status()).isEqualTo(400);
    }

    @Test
    void takesTheStateOfAProofKeyOnce() {
        var url = asked("proofkeys").text("/oauthUrl");
        var state = url.replaceAll(".*[?&]state=([^&]*).*", "$1");
        var code = api.authorization().consent(URI.create(url)).reveal();
        api.vendors().answer("/api/me", InMemoryVendors.Reply.json(200, "{}"));
        var body =
                """
                {"element": {"key": "proofkeys"}, "name": "Proof",
                 "providerData": {"code": "%s", "state": "%s"},
                 "configuration": {"oauth.api.key": "the-app", "oauth.api.secret": "its-s3cret",
                                   "oauth.callback.url": "https://example.com/back",
                                   "site.url": "ada.example.com"}}
                """;

        var guessed = api.ada("POST", "/instances").json(body.formatted(code, "guess")).send();
        var created = api.ada("POST", "/instances").json(body.formatted(code, state)).send();
        var replayed = api.ada("POST", "/instances").json(body.formatted(code, state)).send();

        assertThat(url).contains("code_challenge=", "code_challenge_method=S256");
        assertThat(guessed.status()).isEqualTo(400);
        assertThat(created.status()).isEqualTo(200);
        assertThat(replayed.status()).isEqualTo(400);
        assertThat(guessed.message() + replayed.message()).contains("state");
    }

    @Test
    void tellsThatTheUserDidNotConsent() {
        var answer =
                api.ada("POST", "/instances")
                        .json(
                                ServedApi.shop(
                                        "\"error\": \"access_denied\", \"error_description\":"
                                                + " \"Not today\""))
                        .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/providerMessage")).isEqualTo("access_denied: Not today");
        assertNothingIsLeft();
    }

    @Test
    void tellsWhyACodeWasRefused() {
        var answer = withCode("not-a-code");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("invalid_grant", "oauth/url");
        assertThat(answer.text("/providerMessage")).contains("The code is not good");
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @CsvSource({"false,502", "true,504"})
    void tellsThatTheVendorDidNotAnswer(boolean late, int status) {
        api.authorization().answerAlways(new TokenAnswer.Unreachable("it is asleep", late, true));

        var answer = withCode("c0de");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("/providerMessage")).isEqualTo("it is asleep");
        assertNothingIsLeft();
    }

    @Test
    void tellsThatTheVendorAnswersNonsense() {
        api.authorization().answerAlways(new TokenAnswer.Unusable(500, "<html>Oops</html>"));

        var answer = withCode("c0de");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text("/providerMessage")).contains("Oops");
        assertNothingIsLeft();
    }

    @Test
    void authorizesTheSameInstanceAnew() {
        var created = api.shop();
        var one = "/instances/" + created.at("/id");
        var code = api.authorization().consent(Secret.of("the-app"), "https://example.com/back");

        var again =
                api.ada("PATCH", one)
                        .json("{\"providerData\": {\"code\": \"" + code.reveal() + "\"}}")
                        .send();

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/token")).isEqualTo(created.text("/token"));
        assertThat(api.ada("GET", one + "/health").send().at("/generation").asInt()).isEqualTo(2);
    }
}
