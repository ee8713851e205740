package io.valence.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.adapters.catalog.ShippedElements;
import io.valence.domain.account.Viewer;
import io.valence.domain.secret.Secret;
import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.memory.InMemoryVendors.Reply;
import io.valence.testkit.memory.InMemoryVendors.Sent;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What is said to vendors while instances are authorized, kept for those who ask for it. */
class ProvisioningTraceTest {
    private static final String HEADER = "Elements-Trace-Id";
    private static final String CHECK = "/crmRestApi/resources/latest/accounts";

    @AutoClose
    private final ServedApi api =
            ServedApi.checking(ShippedElements.load().visibleTo(new Viewer.Anonymous()));

    private String code() {
        api.registerApplication();
        return api.authorization()
                .consent(Secret.of("the-app"), "https://example.com/back")
                .reveal();
    }

    private ApiAnswer shop(String code, String debug) {
        return api.ada("POST", "/instances")
                .json(ServedApi.shop("\"code\": \"" + code + "\", \"debug\": " + debug))
                .send();
    }

    private ApiAnswer trace(Object instance, ApiAnswer traced) {
        return api.ada(
                        "GET",
                        "/instances/" + instance + "/traces/" + traced.header(HEADER).orElseThrow())
                .send();
    }

    private ApiAnswer oracle(String member) {
        String body = ServedApi.oracle("Sales");
        return api.ada("POST", "/instances")
                .json(body.substring(0, body.lastIndexOf('}')) + ", " + member + "}")
                .send();
    }

    /** A vendor that repeats what it is told, secrets and all. */
    private void repeatEverything(int status) {
        api.vendors()
                .answer(
                        CHECK,
                        (Sent sent) ->
                                Reply.json(
                                        status,
                                        "{\"title\":\"%s pa55word\"}"
                                                .formatted(
                                                        sent.header("Authorization").orElse(""))));
    }

    @Test
    void keepsHowTokensWereHad() {
        String code = code();

        var made = shop(code, "true");
        var trace = trace(made.at("/id"), made);

        assertThat(made.status()).isEqualTo(200);
        assertThat(trace.text("/call/request/method")).isEqualTo("POST");
        assertThat(trace.at("/call/response/status").asInt()).isEqualTo(200);
        assertThat(trace.text("/vendor/0/request/body")).contains("grant_type=authorization_code");
        assertThat(trace.at("/vendor/0/response/status").asInt()).isEqualTo(200);
        assertThat(
                        api.ada(
                                        "GET",
                                        "/elements/sapanywhere/trace/"
                                                + made.header(HEADER).orElseThrow())
                                .send()
                                .json()
                                .propertyNames())
                .contains("POST:/elements/api-v2/instances", "POST:/sbo/oauth2/token");
    }

    @Test
    void keepsHowTheVendorWasAskedWhetherItLetsTheInstanceIn() {
        repeatEverything(200);

        var made = oracle("\"providerData\": {\"debug\": true}");
        var trace = trace(made.at("/id"), made);

        assertThat(trace.text("/vendor/0/request/url")).contains(CHECK);
        assertThat(trace.text("/vendor/0/response/body")).contains("******** ********");
    }

    @Test
    void showsNoSecretInIt() {
        String code = code();
        repeatEverything(200);
        var shop = shop(code, "true");
        var sales =
                oracle(
                        "\"providerData\": {\"debug\": \"true\", \"apikey\": \"an-api-key\"},"
                                + " \"password\": \"a-misplaced-one\", \"tags\": [\"a tag\"]");
        var again =
                api.ada("PATCH", "/instances/" + sales.at("/id"))
                        .json(
                                """
                                {"configuration": {"password": "a-newer-one", "passwort": "a-typo"},
                                 "providerData": {"debug": true}}
                                """)
                        .send();
        var renewed =
                api.ada("PATCH", "/instances/" + shop.at("/id"))
                        .json(
                                """
                                {"providerData": {"debug": true, "code": "%s"},
                                 "configuration": {"oauth.api.secret": "its-s3cret"}}
                                """
                                        .formatted(code()))
                        .send();

        List<String> traces = new ArrayList<>();
        traces.add(trace(shop.at("/id"), shop).text());
        traces.add(trace(shop.at("/id"), renewed).text());
        traces.add(trace(sales.at("/id"), sales).text());
        assertThat(again.header(HEADER)).isEmpty();

        assertThat(traces)
                .allSatisfy(
                        trace ->
                                assertThat(trace)
                                        .doesNotContain(
                                                code,
                                                "code-1",
                                                "code-2",
                                                "its-s3cret",
                                                "the-app",
                                                "pa55word",
                                                "an-api-key",
                                                "a-misplaced-one",
                                                "a-newer-one",
                                                "access-",
                                                "refresh-",
                                                shop.text("/token"),
                                                sales.text("/token"),
                                                api.userSecret(),
                                                api.organizationSecret()));
        assertThat(traces.getLast()).contains("\\\"password\\\":\\\"********\\\"");
    }

    @Test
    void keepsNothingUnlessItIsAskedFor() {
        var silent = shop(code(), "false");
        var odd = shop(code(), "{\"a\": 1}");

        for (ApiAnswer made : List.of(silent, odd)) {
            assertThat(made.status()).isEqualTo(200);
            assertThat(made.header(HEADER)).isEmpty();
            assertThat(api.ada("GET", "/instances/" + made.at("/id") + "/traces").send().json())
                    .isEmpty();
        }
    }

    @Test
    void keepsNothingOfAnInstanceThatDidNotComeAbout() {
        repeatEverything(401);
        api.registerApplication();

        var refused = oracle("\"providerData\": {\"debug\": true}");
        var unauthorized = shop("no-code", "true");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/providerMessage")).contains("********").doesNotContain("pa55");
        assertThat(unauthorized.status()).isEqualTo(400);
        assertThat(unauthorized.text("/providerMessage")).isEqualTo("The code is not good");
        for (ApiAnswer answer : List.of(refused, unauthorized)) {
            assertThat(answer.header(HEADER)).isEmpty();
        }
        assertThat(api.ada("GET", "/instances").send().json()).isEmpty();
    }

    @Test
    void keepsHowAnInstanceWasNotAuthorizedAgain() {
        var made = shop(code(), "false");

        var refused =
                api.ada("PUT", "/instances/" + made.at("/id"))
                        .json("{\"providerData\": {\"code\": \"no-code\", \"debug\": true}}")
                        .send();
        var trace = trace(made.at("/id"), refused);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(trace.at("/call/response/status").asInt()).isEqualTo(400);
        assertThat(trace.at("/vendor/0/response/status").asInt()).isEqualTo(400);
        assertThat(trace.text()).doesNotContain("no-code", "its-s3cret");
    }
}
