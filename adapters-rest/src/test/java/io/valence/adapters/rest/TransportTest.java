package io.valence.adapters.rest;

import static io.valence.adapters.rest.ServedApi.V2;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class TransportTest {
    @AutoClose private final ServedApi api = ServedApi.start();

    private ApiAnswer get(String path) {
        return api.anybody("GET", path).send();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/elements",
                "/elements/",
                "/elements/api-v2",
                "/elements/api-v2/",
                "/elements/api-v2/nothing",
                "/elements/api-v2/instances/1/nothing",
                "/elements/api-v2/elements/x/y/z",
                "/other/api-v2/elements",
                "/elementsapi-v2/elements",
                "/elements/api-docs/nothing.js"
            })
    void saysThatThereIsNothing(String path) {
        var answer = get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.message()).contains("nothing at this path", "/elements/api-docs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/elements/api-v2/elements/",
                "/elements/api-v2/elements///",
                "/elements//api-v2/elements",
                "//elements/api-v2//elements/",
                "/elements/api-v2/elements/?pageSize=1"
            })
    void passesOverSlashesTooMany(String path) throws Exception {
        try (var connection = api.connect()) {
            var answer =
                    connection
                            .send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .receive();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().isArray()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/elements/api-v2/elements,'GET, HEAD, OPTIONS'",
        "POST,/elements/api-v2/elements/keys,'GET, HEAD, OPTIONS'",
        "DELETE,/elements/api-v2/hubs,'GET, HEAD, OPTIONS'",
        "GET,/elements/api-v2/instances/1/enabled,'DELETE, OPTIONS, PUT'",
        "GET,/elements/api-v2/instances/enabled,'DELETE, OPTIONS, PUT'",
        "PURGE,/elements/api-v2/instances,'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT'",
        "POST,/elements/health/live,'GET, HEAD, OPTIONS'",
        "POST,/elements/api-v2/instances/configuration,'GET, HEAD, OPTIONS'"
    })
    void saysWhichMethodsAPathTakes(String method, String path, String allowed) throws Exception {
        try (var connection = api.connect()) {
            var answer =
                    connection.send(method + " " + path + " HTTP/1.1\r\nHost: h\r\n\r\n").receive();

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("Allow")).contains(allowed);
            assertThat(answer.message()).contains(allowed);
            assertThat(answer.text("/requestId"))
                    .isEqualTo(answer.header("Elements-Request-Id").orElseThrow());
        }
    }

    @Test
    void answersTheMethodsThatItNamesThoughNoRouteHasThem() {
        var options = api.anybody("OPTIONS", V2 + "/hubs").send();
        var head = api.anybody("HEAD", V2 + "/hubs").send();

        assertThat(options.status()).isEqualTo(200);
        assertThat(head.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml",
                "image/*",
                "application/json;q=0",
                "*/*;q=0.0",
                "text/html, application/json;q=0, */*"
            })
    void refusesACallerThatTakesNoJson(String accept) {
        var answer = api.ada("GET", "/instances").header("Accept", accept).send();

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.message()).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "APPLICATION/JSON; charset=utf-8",
                "text/html, application/*;q=0.5",
                "application/problem+json",
                "text/html,application/xhtml+xml,*/*;q=0.8"
            })
    void answersACallerThatTakesJson(String accept) {
        assertThat(api.ada("GET", "/instances").header("Accept", accept).send().status())
                .isEqualTo(200);
    }

    @Test
    void sendsErrorsInTheTypeThatTheCallerNames() {
        var plain = api.ada("GET", "/instances/9").send();
        var problem =
                api.ada("GET", "/instances/9")
                        .header("Accept", "application/json, application/problem+json")
                        .send();

        assertThat(plain.header("Content-Type")).contains("application/json");
        assertThat(problem.header("Content-Type")).contains("application/problem+json");
        assertThat(problem.json().propertyNames())
                .containsExactlyElementsOf(plain.json().propertyNames())
                .containsExactly("requestId", "message", "type", "title", "status");
        assertThat(problem.text("/type")).isEqualTo("about:blank");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=utf-16",
                "multipart/form-data; boundary=x",
                "json",
                ","
            })
    void refusesABodyThatIsNotJson(String contentType) {
        var answer =
                api.ada("POST", "/instances")
                        .body(contentType, ServedApi.oracle("x").getBytes(UTF_8))
                        .send();

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.message()).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON;charset=UTF-8",
                "application/merge-patch+json",
                "application/json; charset=\"utf-8\""
            })
    void readsJsonWhateverItsTypeLooksLike(String contentType) {
        var answer =
                api.ada("POST", "/instances")
                        .body(contentType, ServedApi.oracle("x").getBytes(UTF_8))
                        .send();

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void passesOverTheTypeOfABodyThatIsEmpty() {
        var created = api.provisioned("x");

        assertThat(
                        api.ada("PUT", "/instances/" + created.at("/id") + "/enabled")
                                .header("Content-Type", "application/json")
                                .send()
                                .status())
                .isEqualTo(200);
    }

    @Test
    void answersHeadLikeGetWithoutABody() throws Exception {
        var get = get(V2 + "/elements");

        var head = api.anybody("HEAD", V2 + "/elements").send();

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.header("Elements-Total-Count")).contains("2");
        assertThat(api.anybody("HEAD", V2 + "/nothing").send().status()).isEqualTo(404);
        try (var connection = api.connect()) {
            connection.send("HEAD " + V2 + "/hubs HTTP/1.1\r\nHost: h\r\n\r\n").receive(false);
            var next = connection.send("GET " + V2 + "/hubs HTTP/1.1\r\nHost: h\r\n\r\n").receive();
            assertThat(next.json().size()).isEqualTo(3);
        }
    }

    @Test
    void permitsCallsOfBrowsers() {
        var exposed =
                "Elements-Returned-Count, Elements-Total-Count, Elements-Request-Id,"
                        + " Elements-Next-Page-Token, Elements-Trace-Id, Elements-Error,"
                        + " Content-Disposition";

        var answer =
                api.anybody("GET", V2 + "/elements").header("Origin", "https://x.example").send();
        var error =
                api.anybody("GET", V2 + "/instances").header("Origin", "https://x.example").send();
        var without = api.anybody("GET", V2 + "/elements").send();

        for (ApiAnswer each : new ApiAnswer[] {answer, error}) {
            assertThat(each.header("Access-Control-Allow-Origin")).contains("*");
            assertThat(each.header("Access-Control-Expose-Headers")).contains(exposed);
        }
        assertThat(without.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(without.header("Access-Control-Expose-Headers")).isEmpty();
        assertThat(List.of(answer, error, without))
                .allSatisfy(each -> assertThat(each.header("Vary")).contains("Origin"));
    }

    @Test
    void answersThePreflightOfBrowsers() {
        var answer =
                api.anybody("OPTIONS", V2 + "/instances/1")
                        .header("Origin", "https://x.example")
                        .header("Access-Control-Request-Method", "PATCH")
                        .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.header("Access-Control-Allow-Methods").orElseThrow())
                .contains("PATCH", "DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization", "Content-Type");
        assertThat(answer.header("Allow").orElseThrow()).contains("PATCH");
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @Test
    void keepsBrowsersOfOthersFromTheOperatorsCalls() {
        assertThat(
                        api.operator("GET", "/organizations")
                                .header("Origin", "https://x.example")
                                .send()
                                .header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void forbidsCachesToKeepTokens() {
        var created = api.provisioned("x");
        var one = "/instances/" + created.at("/id");

        for (ApiAnswer answer :
                new ApiAnswer[] {
                    created,
                    api.ada("GET", one).send(),
                    api.ada("PUT", one).json("{}").send(),
                    api.ada("PATCH", one).json("{}").send(),
                    api.ada("GET", "/instances").send(),
                    api.ada("GET", "/elements/1948/instances").send()
                }) {
            assertThat(answer.text()).contains(created.text("/token"));
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void namesEveryAnswerDifferently() {
        assertThat(get(V2 + "/hubs").header("Elements-Request-Id"))
                .isNotEqualTo(get(V2 + "/hubs").header("Elements-Request-Id"));
    }

    @Test
    void tellsNothingOfTheServersKind() {
        assertThat(get(V2 + "/hubs").header("Server")).isEmpty();
        assertThat(get(V2 + "/hubs").header("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"where=%00", "where=%ED%A0%80", "where=%FF", "where=%zz", "%00=1", "a=%"})
    void refusesAQueryThatIsNoText(String query) throws Exception {
        try (var connection = api.connect()) {
            var answer =
                    connection
                            .send(
                                    "GET "
                                            + V2
                                            + "/elements?"
                                            + query
                                            + " HTTP/1.1\r\nHost: h\r\n\r\n")
                            .receive();

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("/requestId"))
                    .isEqualTo(answer.header("Elements-Request-Id").orElseThrow());
        }
    }
}
