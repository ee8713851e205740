package io.valence.adapters.vendor;

import static io.valence.adapters.vendor.Calls.answered;
import static io.valence.adapters.vendor.Calls.chunks;
import static io.valence.adapters.vendor.Calls.content;
import static io.valence.adapters.vendor.Calls.get;
import static io.valence.adapters.vendor.Calls.read;
import static io.valence.adapters.vendor.Calls.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.Content;
import io.valence.domain.call.Credentials;
import io.valence.domain.call.Header;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.call.Vendors;
import io.valence.domain.resource.Parameter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.Optional;

class ApacheVendorsTest {
    private static final String EMPTY = "HTTP/1.1 204 No Content||";

    private final HttpVendors door = HttpVendors.open(Calls.settings(Calls.LOOPBACK));
    private final Vendors vendors = door.vendors();

    @AfterEach
    void closesTheDoor() {
        assertThat(door.leased()).isZero();
        door.close();
    }

    @Test
    void passesAnAnswerOn() {
        try (var vendor =
                RawVendor.saying(
                        "HTTP/1.1 201 Created|"
                                + "Content-Type: text/plain|"
                                + "X-Rate: 7|"
                                + "Content-Length: 2||"
                                + "hi")) {
            var answer = vendors.send(get(vendor.address(), "/a"));

            assertThat(answered(answer).status()).isEqualTo(201);
            assertThat(answered(answer).headers())
                    .containsExactly(
                            new Header("Content-Type", "text/plain"), new Header("X-Rate", "7"));
            assertThat(answered(answer).content().length()).hasValue(2);
            assertThat(read(answer)).isEqualTo("hi");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "'' '' /",
                "'' / /",
                "/ /a /a",
                "/base '' /base",
                "/base/ /a /base/a",
                "/base a /base/a",
                "/base //a /base/a",
                "/base / /base/",
                "/base /a%2Fb;v=1?q=%20x&y=a+b|c{d} /base/a%2Fb;v=1?q=%20x&y=a+b|c{d}",
                "/base ?q=1 /base?q=1",
                "/base?k=v /a?q=1 /base/a?k=v&q=1",
                "/base /a/../b /base/a/../b",
                "/base /a/..%2fb?x=/../.. /base/a/..%2fb?x=/../.."
            })
    void joinsTheBaseAndTheTarget(String base, String target, String line) {
        try (var vendor = RawVendor.saying(EMPTY)) {
            read(vendors.send(get(URI.create(vendor.address() + base), target)));

            assertThat(vendor.lastAsked().line()).isEqualTo("GET " + line + " HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..",
                "/../a",
                "/a/../../b",
                "/%2e%2e/a",
                "/%2E./a",
                "/a/..%2f..%2fb",
                "/..;x=1/a",
                "/..%5ca",
                "/a b",
                "/a\nb",
                "/a\r\nX: y",
                "/ä",
                "/a\\b",
                "/a#b",
                "/\u010d\u010aX: y"
            })
    void barsTargetsThatLeadOutOfTheBaseOrAreNone(String target) {
        try (var vendor = RawVendor.saying(EMPTY)) {
            var answer = vendors.send(get(URI.create(vendor.address() + "/base"), target));

            assertThat(answer).isInstanceOf(VendorAnswer.Barred.class);
            assertThat(vendor.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "TRACE", "trace", "G T", "GET\r\nX:", ""})
    void barsMethodsThatDoNotGoThrough(String method) {
        try (var vendor = RawVendor.saying(EMPTY)) {
            var answer =
                    vendors.send(
                            request(
                                    method,
                                    vendor.address(),
                                    "/",
                                    Credentials.none(),
                                    Optional.empty()));

            assertThat(answer).isInstanceOf(VendorAnswer.Barred.class);
        }
    }

    @Test
    void leavesOutWhatIsNotMeantForTheVendor() {
        try (var vendor = RawVendor.saying(EMPTY)) {
            var answer =
                    vendors.send(
                            get(
                                    vendor.address(),
                                    "/",
                                    new Header("Host", "elsewhere"),
                                    new Header("Connection", "close, X-Secret-Hop"),
                                    new Header("X-Secret-Hop", "1"),
                                    new Header("Keep-Alive", "1"),
                                    new Header("TE", "trailers"),
                                    new Header("Trailer", "X"),
                                    new Header("Transfer-Encoding", "chunked"),
                                    new Header("Content-Length", "9"),
                                    new Header("Upgrade", "h2c"),
                                    new Header("Proxy-Authorization", "x"),
                                    new Header("proxy-connection", "x"),
                                    new Header("Expect", "100-continue"),
                                    new Header("Authorization", "User u, Organization o"),
                                    new Header("elements-anything", "x"),
                                    new Header("Cookie", "a=b"),
                                    new Header("X-Forwarded-For", "10.0.0.1"),
                                    new Header("X-Mine", "kept"),
                                    new Header("Accept", "a/b"),
                                    new Header("Accept", "c/d")));

            assertThat(answered(answer).status()).isEqualTo(204);
            assertThat(vendor.lastAsked().headers())
                    .containsExactly(
                            "Host: 127.0.0.1:" + vendor.port(),
                            "X-Mine: kept",
                            "Accept: a/b",
                            "Accept: c/d",
                            "User-Agent: Valence",
                            "Accept-Encoding: identity");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX: y", "a\nb", "\u010d\u010aX: y", "a\u0000b", "ä\u20ac"})
    void barsHeadersThatControlSomething(String value) {
        try (var vendor = RawVendor.saying(EMPTY)) {
            var answer = vendors.send(get(vendor.address(), "/", new Header("X-Mine", value)));

            assertThat(answer).isInstanceOf(VendorAnswer.Barred.class);
            assertThat(vendor.asked()).isEmpty();
        }
    }

    @Test
    void putsCredentialsIntoHeadersInPlaceOfTheCallers() {
        try (var vendor = RawVendor.saying(EMPTY)) {
            read(
                    vendors.send(
                            request(
                                    "GET",
                                    vendor.address(),
                                    "/",
                                    Calls.token("X-Token", Parameter.Destination.HEADER),
                                    Optional.empty(),
                                    new Header("x-token", "mine"))));
            read(
                    vendors.send(
                            request(
                                    "GET",
                                    vendor.address(),
                                    "/",
                                    Calls.bearer(),
                                    Optional.empty())));

            assertThat(vendor.asked().getFirst().headers())
                    .contains("X-Token: " + Calls.TOKEN)
                    .doesNotContain("x-token: mine");
            assertThat(vendor.lastAsked().header("Authorization"))
                    .isEqualTo("Bearer " + Calls.TOKEN);
        }
    }

    @Test
    void putsCredentialsIntoTheQueryInPlaceOfTheCallers() {
        try (var vendor = RawVendor.saying(EMPTY)) {
            read(
                    vendors.send(
                            request(
                                    "GET",
                                    vendor.address(),
                                    "/a?access_token=mine&x=1&access%5Ftoken=mine&y",
                                    Calls.token("access_token", Parameter.Destination.QUERY),
                                    Optional.empty())));

            assertThat(vendor.lastAsked().line())
                    .isEqualTo("GET /a?x=1&y&access_token=canary%2Ftoken%2B1 HTTP/1.1");
        }
    }

    @Test
    void leavesOutOfAnswersWhatIsNotMeantForTheCaller() {
        try (var vendor =
                RawVendor.saying(
                        "HTTP/1.1 200 OK|"
                                + "Connection: X-Hop|X-Hop: 1|Keep-Alive: timeout=3|"
                                + "Proxy-Authenticate: Basic|Trailer: X|Upgrade: h2c|"
                                + "Set-Cookie: a=b|Elements-Request-Id: forged|"
                                + "Strict-Transport-Security: max-age=1|"
                                + "Bad Name: x|X-Odd: a\u0007b|X-Kept: 1|"
                                + "Content-Length: 0||")) {
            var answer = vendors.send(get(vendor.address(), "/"));

            assertThat(answered(answer).headers())
                    .containsExactly(new Header("X-Odd", "a b"), new Header("X-Kept", "1"));
        }
    }

    @Test
    void leavesOutOfAnswersWhatOnlyTheVendorMayKnow() {
        String sent = "access_token=canary%2Ftoken%2B1";
        try (var vendor =
                RawVendor.saying(
                        "HTTP/1.1 201 Created|"
                                + "Location: https://vendor.example/a?x=1&"
                                + sent
                                + "#part|"
                                + "Content-Location: /a?"
                                + sent
                                + "|Link: <https://vendor.example/a?"
                                + sent
                                + "&page=2>; rel=\"next\", </a?page=9&"
                                + sent
                                + ">; rel=last|"
                                + "Refresh: 5; url=/a?"
                                + sent
                                + "&again=canary%2ftoken%2b1|"
                                + "X-Kept: ?a=1&b=2|"
                                + "Content-Length: 0||")) {
            var answer =
                    vendors.send(
                            request(
                                    "GET",
                                    vendor.address(),
                                    "/a",
                                    Calls.token("access_token", Parameter.Destination.QUERY),
                                    Optional.empty()));

            assertThat(answered(answer).headers())
                    .containsExactly(
                            new Header("Location", "https://vendor.example/a?x=1#part"),
                            new Header("Content-Location", "/a"),
                            new Header(
                                    "Link",
                                    "<https://vendor.example/a?page=2>; rel=\"next\","
                                            + " </a?page=9>; rel=last"),
                            new Header("Refresh", "5; url=/a?again=********"),
                            new Header("X-Kept", "?a=1&b=2"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "GET", "PROPFIND"})
    void sendsBodiesOfKnownAndUnknownLength(String method) {
        try (var vendor = RawVendor.saying(EMPTY)) {
            send(method, vendor.address(), content("one"), new Header("Content-Type", "a/b"));
            send(method, vendor.address(), chunks("two"));

            assertThat(vendor.asked())
                    .extracting(RawVendor.Asked::text)
                    .containsExactly("one", "two");
            assertThat(vendor.asked().getFirst().header("Content-Length")).isEqualTo("3");
            assertThat(vendor.asked().getFirst().header("Content-Type")).isEqualTo("a/b");
            assertThat(vendor.lastAsked().header("Transfer-Encoding")).isEqualTo("chunked");
            assertThat(vendor.lastAsked().line()).startsWith(method + " ");
        }
    }

    @Test
    void saysThatThereIsNoBodyWhereOneIsExpected() {
        try (var vendor = RawVendor.saying(EMPTY)) {
            send("POST", vendor.address(), Optional.empty());
            send("DELETE", vendor.address(), Optional.empty());

            assertThat(vendor.asked().getFirst().header("Content-Length")).isEqualTo("0");
            assertThat(vendor.lastAsked().names()).doesNotContain("Content-Length");
        }
    }

    @Test
    void tellsTheLengthThatAHeadHas() {
        try (var vendor = RawVendor.saying("HTTP/1.1 200 OK|Content-Length: 1000||")) {
            var answer =
                    vendors.send(
                            request(
                                    "HEAD",
                                    vendor.address(),
                                    "/",
                                    Credentials.none(),
                                    Optional.empty()));

            assertThat(answered(answer).headers())
                    .containsExactly(new Header("Content-Length", "1000"));
            assertThat(read(answer)).isEmpty();
        }
    }

    @Test
    void passesOverInterimAnswers() {
        try (var vendor =
                RawVendor.saying(
                        "HTTP/1.1 102 Processing||HTTP/1.1 103 Early Hints|Link: x||"
                                + "HTTP/1.1 200 OK|Content-Length: 2||hi")) {
            assertThat(read(vendors.send(get(vendor.address(), "/")))).isEqualTo("hi");
        }
    }

    @Test
    void readsChunksAndAnswersThatEndWithTheConnection() {
        try (var chunked =
                        RawVendor.saying("HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|hi|0||");
                var old =
                        RawVendor.that(
                                (_, out, _) -> {
                                    out.write(RawVendor.bytes("HTTP/1.0 200 OK||hi"));
                                    return false;
                                })) {
            assertThat(read(vendors.send(get(chunked.address(), "/")))).isEqualTo("hi");
            assertThat(read(vendors.send(get(old.address(), "/")))).isEqualTo("hi");
        }
    }

    @Test
    void usesAConnectionAgain() {
        try (var vendor = RawVendor.saying("HTTP/1.1 200 OK|Content-Length: 2||hi")) {
            for (int i = 0; i < 20; i++) {
                read(vendors.send(get(vendor.address(), "/")));
            }

            assertThat(vendor.connections()).isEqualTo(1);
            assertThat(vendor.asked()).hasSize(20);
        }
    }

    private void send(String method, URI base, Optional<Content> content, Header... headers) {
        read(vendors.send(request(method, base, "/", Credentials.none(), content, headers)));
    }

    @Test
    void showsNoSecretWhenPrinted() {
        var request =
                request(
                        "GET",
                        URI.create("https://vendor.example/"),
                        "/?q=hidden",
                        Calls.bearer(),
                        Optional.empty(),
                        new Header("X-Mine", "hidden"));

        assertThat(List.of(request.toString(), request.headers().toString()).toString())
                .doesNotContain(Calls.TOKEN, "hidden");
    }
}
