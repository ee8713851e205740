package io.valence.adapters.rest;

import static io.valence.adapters.rest.ServedApi.V2;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.Content;
import io.valence.domain.call.Header;
import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.memory.InMemoryVendors;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

class ProxyWireTest {
    @AutoClose private final ServedApi api = ServedApi.start();

    private String id = "";

    @BeforeEach
    void provision() {
        id = api.provisioned("Sales").at("/id").asString();
    }

    private String door() {
        return "/instances/" + id + "/proxy";
    }

    /** A request as it goes over the wire, by the number of the instance. */
    private String raw(String method, String target, String more) {
        return api.head(method, door() + target, more);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 15, 17, 40, 63, 70})
    void passesOnAsManyHeadersAsAVendorMaySend(int kibibytes) throws IOException {
        String value = "x".repeat(1_000);
        Header[] headers = new Header[kibibytes];
        Arrays.setAll(headers, i -> new Header("X-Large-" + i, value));
        api.vendors().answerNext(VendorBodies.answered(200, VendorBodies.of("whole"), headers));
        try (var connection = api.connect()) {
            var answer = connection.send(raw("GET", "/a", "")).receive();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("X-Large-" + (kibibytes - 1))).contains(value);
            assertThat(answer.text()).isEqualTo("whole");
        }
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
                        VendorBodies.answered(
                                200,
                                VendorBodies.empty(),
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
    void saysHowLongTheBodyIsThatHeadLeavesOut() throws IOException {
        api.vendors()
                .answerNext(
                        VendorBodies.answered(
                                200,
                                new Content(
                                        new ByteArrayInputStream(new byte[1234]),
                                        OptionalLong.of(1234))));
        try (var connection = api.connect()) {
            var head = connection.send(raw("HEAD", "/a", "")).receive(false);

            assertThat(head.header("Content-Length")).contains("1234");
            assertThat(connection.send(raw("GET", "/a", "")).receive().status()).isEqualTo(404);
        }
    }

    @Test
    void passesAnAnswerWithoutABodyOn() throws IOException {
        api.vendors()
                .answerNext(
                        VendorBodies.answered(
                                304, VendorBodies.empty(), new Header("Content-Length", "1234")));
        api.vendors().answerNext(VendorBodies.answered(204, VendorBodies.empty()));
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
        api.vendors().answer("/a", new InMemoryVendors.Reply(200, List.of(), "hello"));

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

    @ParameterizedTest
    @ValueSource(strings = {"PROPFIND", "MERGE", "QUERY", "PURGE", "OPTIONS", "M-SEARCH", "get"})
    void passesOnMethodsThatItDoesNotKnow(String method) throws IOException {
        try (var connection = api.connect()) {
            api.vendors().answer("/a", new InMemoryVendors.Reply(207, List.of(), "hello"));

            var answer =
                    connection.send(raw(method, "/a", "Origin: https://x.example\r\n")).receive();

            assertThat(answer.status()).isEqualTo(207);
            assertThat(answer.text()).isEqualTo("hello");
            assertThat(api.vendors().sent()).extracting("method").containsExactly(method);
        }
        assertThat(api.anybody("GET", "/elements/metrics").send().text())
                .doesNotContain("PROPFIND", "MERGE", "QUERY", "PURGE", "M-SEARCH", "\"get\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "trace"})
    void takesNoMethodOfOneConnection(String method) throws IOException {
        try (var connection = api.connect()) {
            var answer = connection.send(raw(method, "/a%2Fb", "")).receive();

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("Allow").orElseThrow()).contains("DELETE", "PATCH");
            assertThat(api.vendors().sent()).isEmpty();
        }
    }

    @Test
    void asksWhoItIsThatSendsOptions() throws IOException {
        try (var connection = api.connect()) {
            var answer =
                    connection
                            .send("OPTIONS " + V2 + door() + "/a HTTP/1.1\r\nHost: h\r\n\r\n")
                            .receive();

            assertThat(answer.status()).isEqualTo(401);
        }
    }

    @Test
    void keepsCachesFromMixingCallers() {
        var shared =
                new Header[] {
                    new Header("Cache-Control", "public, max-age=60"), new Header("Vary", "Accept")
                };
        api.vendors().answerNext(VendorBodies.answered(200, VendorBodies.of("hers"), shared));

        var varying = api.ada("GET", door() + "/a").send();
        var plain = api.ada("GET", door() + "/a").send();
        var stranger = api.anybody("GET", V2 + door() + "/a").send();
        var elsewhere = api.ada("GET", "/instances").send();

        assertThat(varying.header("Cache-Control")).contains("public, max-age=60");
        assertThat(varying.header("Vary").orElseThrow().split(", *", -1))
                .containsExactlyInAnyOrder("Accept", "Origin", "Authorization");
        assertThat(plain.header("Vary")).contains("Origin, Authorization");
        assertThat(stranger.header("Vary")).contains("Origin, Authorization");
        assertThat(elsewhere.header("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Clear-Site-Data",
                "NEL",
                "report-to",
                "Reporting-Endpoints",
                "Strict-Transport-Security",
                "Public-Key-Pins",
                "alt-svc",
                "Set-Cookie"
            })
    void letsVendorsSayNothingAboutThisHost(String name) {
        api.vendors()
                .answerNext(
                        VendorBodies.answered(
                                200,
                                VendorBodies.of("hello"),
                                new Header(name, "whatever"),
                                new Header("X-Mine", "kept")));

        var answer = api.ada("GET", door() + "/a").send();

        assertThat(answer.header(name)).isEmpty();
        assertThat(answer.header("X-Mine")).contains("kept");
    }

    private ApiAnswer preflight(String path, String method, String headers) throws IOException {
        try (var connection = api.connect()) {
            return connection
                    .send(
                            String.join(
                                    "\r\n",
                                    "OPTIONS " + V2 + path + " HTTP/1.1",
                                    "Host: h",
                                    "Origin: https://x.example",
                                    "Access-Control-Request-Method: " + method,
                                    "Access-Control-Request-Headers: " + headers,
                                    "",
                                    ""))
                    .receive();
        }
    }

    @Test
    void letsBrowsersSendWhatAVendorTakes() throws IOException {
        var asked = "if-match,authorization, x-vendor-key , b@d, \"q\",";

        var door = preflight(door() + "/a", "PROPFIND", asked);
        var elsewhere = preflight("/instances", "PROPFIND", asked);
        var endless = preflight(door() + "/a", "PUT", "x".repeat(1_001));

        assertThat(door.header("Access-Control-Allow-Methods").orElseThrow())
                .endsWith("OPTIONS, PROPFIND");
        assertThat(door.header("Access-Control-Allow-Headers").orElseThrow())
                .startsWith("Authorization, Content-Type")
                .endsWith("Elements-Async-Callback-Url, if-match, x-vendor-key");
        assertThat(door.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(elsewhere.header("Access-Control-Allow-Headers").orElseThrow())
                .doesNotContain("if-match");
        assertThat(elsewhere.header("Access-Control-Allow-Methods").orElseThrow())
                .doesNotContain("PROPFIND");
        assertThat(endless.header("Access-Control-Allow-Headers").orElseThrow())
                .doesNotContain("xxx");
        assertThat(api.vendors().sent()).isEmpty();
    }
}
