package io.valence.adapters.rest;

import static io.valence.adapters.rest.ServedApi.V2;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.Header;
import io.valence.domain.call.VendorAnswer;
import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.memory.InMemoryVendors;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

class ProxyTest {
    @AutoClose private final ServedApi api = ServedApi.start();

    private String id = "";
    private String token = "";

    @BeforeEach
    void provision() {
        var created = api.provisioned("Sales");
        id = created.at("/id").asString();
        token = created.text("/token");
    }

    private static void answer(ServedApi api, String path, int status, Header... headers) {
        api.vendors().answer(path, new InMemoryVendors.Reply(status, List.of(headers), "hello"));
    }

    private String door() {
        return "/instances/" + id + "/proxy";
    }

    /** A request as it goes over the wire, by the number of the instance. */
    private String raw(String method, String target, String more) {
        return method
                + " "
                + V2
                + door()
                + target
                + " HTTP/1.1\r\nHost: h\r\nAuthorization: "
                + api.ada()
                + "\r\n"
                + more
                + "\r\n";
    }

    private ApiAnswer byToken(String authorization) {
        return api.anybody("GET", V2 + "/instances/proxy/a").as(authorization).send();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void sendsEveryMethodToTheVendor(String method) {
        answer(api, "/a", 218, new Header("Content-Type", "text/plain"), new Header("X-A", "b"));

        var byId = api.ada(method, door() + "/a").send();
        var byToken =
                api.anybody(method, V2 + "/instances/proxy/a")
                        .as(api.ada() + ", Element " + token)
                        .send();

        for (ApiAnswer answer : List.of(byId, byToken)) {
            assertThat(answer.status()).isEqualTo(218);
            assertThat(answer.text()).isEqualTo("hello");
            assertThat(answer.header("Content-Type")).contains("text/plain");
            assertThat(answer.header("X-A")).contains("b");
            assertThat(answer.header("Elements-Element-Instance-Id")).contains(id);
        }
        assertThat(api.vendors().sent())
                .hasSize(2)
                .allSatisfy(
                        sent -> {
                            assertThat(sent.method()).isEqualTo(method);
                            assertThat(sent.host()).isEqualTo("ada.example.com");
                            assertThat(sent.header("Authorization").orElseThrow())
                                    .startsWith("Basic ");
                        });
        assertThat(api.vendors().open()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a%2Fb/c%252fd",
                "/a+b%20c%2B",
                "/a;x=1;y/b",
                "/%C3%A9/%e4%bd%a0",
                "/a/",
                "/",
                "",
                "//a//b/",
                "/a:b@c!$&'()*,=~",
                "?q=%C3%A9+x&&y;z=%2F%25%26",
                "/a?",
                "/a?q=/../..//?x",
                "/a?latin=%E9&nul=%00&half=%",
                "/a..b/.c/..d/...",
                "/proxy/enabled"
            })
    void passesPathAndQueryOnAsTheyAre(String target) throws IOException {
        try (var connection = api.connect()) {
            var answer = connection.send(raw("GET", target, "")).receive();

            assertThat(answer.header("Elements-Element-Instance-Id")).contains(id);
            assertThat(api.vendors().sent())
                    .singleElement()
                    .satisfies(sent -> assertThat(sent.target()).isEqualTo(target));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../x",
                "/a/..",
                "/.",
                "/a/./b",
                "/%2e%2E/x",
                "/.%2e/x",
                "/..;a/x",
                "/.;a/x",
                "/..%3Ba/x",
                "/a%2F..%2Fb",
                "/..%2f..%2fx"
            })
    void refusesSegmentsOfDots(String target) throws IOException {
        try (var connection = api.connect()) {
            var answer = connection.send(raw("GET", target, "")).receive();

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.message()).contains("dots");
            assertThat(api.vendors().sent()).isEmpty();
        }
    }

    @Test
    void passesOverSlashesTooManyBeforeTheVendorsPath() throws IOException {
        try (var connection = api.connect()) {
            connection
                    .send(
                            raw("GET", "/a//b", "")
                                    .replace("/instances/", "//instances//")
                                    .replace("GET /", "GET //"))
                    .receive();

            assertThat(api.vendors().sent())
                    .singleElement()
                    .extracting("target")
                    .isEqualTo("/a//b");
        }
    }

    @Test
    void answersHeadWithTheVendorsHeadersAlone() throws IOException {
        api.vendors()
                .answerNext(
                        Bodies.answered(
                                200,
                                Bodies.empty(),
                                new Header("Content-Length", "1234"),
                                new Header("ETag", "\"x\"")));
        try (var connection = api.connect()) {
            var head = connection.send(raw("HEAD", "/a", "")).receive(false);

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Content-Length")).contains("1234");
            assertThat(head.header("ETag")).contains("\"x\"");
            assertThat(api.vendors().sent()).extracting("method").containsExactly("HEAD");
            assertThat(connection.send(raw("GET", "/a", "")).receive().status()).isEqualTo(404);
        }
    }

    @Test
    void passesAnAnswerWithoutABodyOn() throws IOException {
        api.vendors()
                .answerNext(
                        Bodies.answered(304, Bodies.empty(), new Header("Content-Length", "1234")));
        api.vendors().answerNext(Bodies.answered(204, Bodies.empty()));
        try (var connection = api.connect()) {
            var unchanged = connection.send(raw("GET", "/a", "")).receive(false);
            var nothing = connection.send(raw("DELETE", "/a", "")).receive(false);

            assertThat(unchanged.status()).isEqualTo(304);
            assertThat(nothing.status()).isEqualTo(204);
            assertThat(nothing.header("Content-Type")).isEmpty();
            assertThat(connection.send(raw("GET", "/a", "")).receive().status()).isEqualTo(404);
        }
    }

    @Test
    void sendsABodyThatIsChunkedOrCounted() throws IOException {
        try (var connection = api.connect()) {
            connection
                    .send(raw("POST", "/a", "Transfer-Encoding: chunked\r\n"))
                    .send("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
                    .receive();
            connection.send(raw("PUT", "/a", "Content-Length: 5\r\n") + "fghij").receive();
            connection.send(raw("POST", "/a", "Content-Length: 0\r\n")).receive();
            connection.send(raw("PATCH", "/a", "Content-Type: text/csv\r\n")).receive();

            assertThat(api.vendors().sent())
                    .extracting("body")
                    .containsExactly("abcde", "fghij", "", "");
            assertThat(api.vendors().sent().getLast().header("Content-Type")).contains("text/csv");
        }
    }

    @Test
    void takesNoTypeForGrantedAndRefusesNone() {
        answer(api, "/a", 200);

        var answer =
                api.ada("POST", door() + "/a")
                        .header("Accept", "image/png")
                        .body("application/xml", new byte[] {1, 2, 3})
                        .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEmpty();
        assertThat(api.vendors().sent().getFirst().header("Accept")).contains("image/png");
    }

    @Test
    void saysItselfWhatTheVendorMustNotSay() {
        answer(
                api,
                "/a",
                401,
                new Header("Elements-Request-Id", "forged"),
                new Header("elements-Element-Instance-Id", "9"),
                new Header("Elements-Error", "forged"),
                new Header("Access-Control-Allow-Origin", "https://evil.example"),
                new Header("Access-Control-Allow-Credentials", "true"),
                new Header("Set-Cookie", "a=b"),
                new Header("Date", "Thu, 01 Jan 1970 00:00:00 GMT"),
                new Header("Vary", "Accept-Encoding"),
                new Header("WWW-Authenticate", "Basic realm=\"theirs\""));

        var answer = api.ada("GET", door() + "/a").header("Origin", "https://x.example").send();

        assertThat(answer.headers().allValues("Elements-Request-Id"))
                .singleElement()
                .asString()
                .matches("[0-9a-f]{24}");
        assertThat(answer.headers().allValues("Elements-Element-Instance-Id")).containsExactly(id);
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(answer.headers().map())
                .doesNotContainKeys(
                        "elements-error", "access-control-allow-credentials", "set-cookie");
        assertThat(answer.headers().allValues("Date"))
                .singleElement()
                .asString()
                .doesNotContain("1970");
        assertThat(String.join(", ", answer.headers().allValues("Vary")))
                .contains("Origin", "Accept-Encoding");
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"theirs\"");
    }

    @Test
    void takesTheElementTokenWithoutTheOrganization() {
        answer(api, "/a", 200);
        var user = "User " + api.userSecret();
        var element = ", Element " + token;

        assertThat(byToken(user + element).status()).isEqualTo(200);
        assertThat(byToken(api.ada() + element).status()).isEqualTo(200);
        assertThat(
                        byToken(user + ", Organization " + api.othersOrganizationSecret() + element)
                                .status())
                .isEqualTo(401);
        assertThat(byToken("User nobody" + element).status()).isEqualTo(401);
        assertThat(byToken("Element " + token).status()).isEqualTo(401);
        assertThat(byToken(user).status()).isEqualTo(401);
        assertThat(byToken(api.ada()).message()).contains("Element token");
        assertThat(api.anybody("GET", V2 + door() + "/a").as(user).send().status()).isEqualTo(401);
        assertThat(api.vendors().sent()).hasSize(2);
    }

    @Test
    void hidesTheInstancesOfOthers() {
        var byId = api.anybody("GET", V2 + door() + "/a").as(api.zoe()).send();
        var byToken = byToken(api.zoe() + ", Element " + token);
        var unnamed = api.ada("GET", "/instances/abc/proxy/a").send();

        assertThat(byId.status()).isEqualTo(404);
        assertThat(byId.message()).isEqualTo("No instance '" + id + "' found");
        assertThat(byToken.status()).isEqualTo(401);
        assertThat(byToken.header("WWW-Authenticate")).isPresent();
        assertThat(unnamed.status()).isEqualTo(404);
        assertThat(api.vendors().sent()).isEmpty();
    }

    @Test
    void sendsNothingThroughADisabledInstance() {
        api.ada("DELETE", "/instances/" + id + "/enabled").send();

        var answer = api.ada("GET", door() + "/a").send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).contains("disabled", id);
        assertThat(answer.header("Elements-Element-Instance-Id")).contains(id);
        assertThat(byToken(api.ada() + ", Element " + token).status()).isEqualTo(403);
        assertThat(api.vendors().sent()).isEmpty();
    }

    @Test
    void findsNoDeletedInstance() {
        api.ada("DELETE", "/instances/" + id).send();

        assertThat(api.ada("GET", door() + "/a").send().status()).isEqualTo(404);
        assertThat(byToken(api.ada() + ", Element " + token).status()).isEqualTo(401);
    }

    @Test
    void tellsWhyAnInstanceIsNotValid() {
        api.authorization().lifetime(Duration.ZERO);
        var shop = "/instances/" + api.shop().at("/id") + "/proxy/a";
        api.authorization().forgetEverything();

        var answer = api.ada("GET", shop).send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.message()).contains("not valid", "invalid_grant");
        assertThat(api.ada("GET", shop).send().message()).isEqualTo(answer.message());
    }

    @ParameterizedTest
    @CsvSource({"false,502", "true,504"})
    void tellsThatTheVendorDidNotAnswer(boolean late, int status) {
        api.vendors().answerNext(new VendorAnswer.Unreachable("it is asleep", late, true));

        var answer = api.ada("GET", door() + "/a").send();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.message()).contains("it is asleep");
        assertThat(answer.header("Elements-Element-Instance-Id")).contains(id);
    }

    @Test
    void tellsThatAnAddressIsBarred() {
        api.vendors().bar("ada.example.com");

        var answer = api.ada("GET", door() + "/a").send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).contains("not sent", "address");
    }

    @Test
    void answersBrowsersThatAskBeforehand() throws IOException {
        try (var connection = api.connect()) {
            var answer =
                    connection
                            .send(
                                    "OPTIONS "
                                            + V2
                                            + door()
                                            + "/a%2Fb?x=%00 HTTP/1.1\r\nHost: h\r\n"
                                            + "Origin: https://x.example\r\n"
                                            + "Access-Control-Request-Method: PUT\r\n\r\n")
                            .receive();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
            assertThat(answer.header("Access-Control-Allow-Methods").orElseThrow()).contains("PUT");
            assertThat(api.vendors().sent()).isEmpty();
        }
    }

    @Test
    void takesNoMethodOfItsOwn() throws IOException {
        try (var connection = api.connect()) {
            var answer = connection.send(raw("PURGE", "/a%2Fb", "")).receive();

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("Allow").orElseThrow()).contains("DELETE", "PATCH");
        }
    }

    @Test
    void leavesALineInTheLogWithoutTheQuery() {
        answer(api, "/a", 218);
        try (var log = new CapturedLog("io.valence.request")) {
            api.ada("GET", door() + "/a").query("key", "qu3ry").send();

            var line = log.awaitLine("answered");
            assertThat(line.values())
                    .containsEntry("instance", id)
                    .containsEntry("status", "218")
                    .containsEntry("path", V2 + door() + "/a")
                    .containsEntry("user", "1")
                    .containsKey("ms");
            assertThat(log.lines().toString()).doesNotContain("qu3ry", api.userSecret());
        }
    }
}
