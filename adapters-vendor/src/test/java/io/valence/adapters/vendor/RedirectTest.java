package io.valence.adapters.vendor;

import static io.valence.adapters.vendor.Calls.answered;
import static io.valence.adapters.vendor.Calls.content;
import static io.valence.adapters.vendor.Calls.get;
import static io.valence.adapters.vendor.Calls.read;
import static io.valence.adapters.vendor.Calls.request;
import static io.valence.adapters.vendor.Calls.unreachable;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.Credentials;
import io.valence.domain.call.Header;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.resource.Parameter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Optional;

class RedirectTest {
    private static final String DONE = "HTTP/1.1 200 OK|Content-Length: 4||done";

    private final HttpVendors door = HttpVendors.open(Calls.settings(Calls.LOOPBACK));

    @AfterEach
    void closesTheDoor() {
        assertThat(door.leased()).isZero();
        door.close();
    }

    private static RawVendor redirecting(int status, String location) {
        return RawVendor.that(
                (asked, out, _) -> {
                    out.write(
                            RawVendor.bytes(
                                    asked.line().contains(" /from")
                                            ? "HTTP/1.1 "
                                                    + status
                                                    + " Go|Location: "
                                                    + location
                                                    + "|Content-Length: 2||no"
                                            : DONE));
                    return true;
                });
    }

    @ParameterizedTest
    @CsvSource({
        "GET,301,GET",
        "GET,302,GET",
        "GET,303,GET",
        "GET,307,GET",
        "GET,308,GET",
        "POST,301,GET",
        "POST,302,GET",
        "POST,303,GET",
        "PUT,303,GET",
        "DELETE,307,DELETE",
        "POST,308,POST",
        "OPTIONS,302,OPTIONS"
    })
    void followsWithTheMethodThatTheStatusAsksFor(String method, int status, String followed) {
        try (var vendor = redirecting(status, "/to?x=1")) {
            var answer =
                    door.vendors()
                            .send(
                                    request(
                                            method,
                                            vendor.address(),
                                            "/from",
                                            Calls.bearer(),
                                            Optional.empty()));

            assertThat(read(answer)).isEqualTo("done");
            assertThat(vendor.lastAsked().line()).isEqualTo(followed + " /to?x=1 HTTP/1.1");
            assertThat(vendor.lastAsked().header("Authorization"))
                    .isEqualTo("Bearer " + Calls.TOKEN);
            assertThat(vendor.connections()).isEqualTo(1);
        }
    }

    @Test
    void leavesTheBodyBehindWhenAPostBecomesAGet() {
        try (var vendor = redirecting(303, "to")) {
            var answer =
                    door.vendors()
                            .send(
                                    request(
                                            "POST",
                                            vendor.address(),
                                            "/from",
                                            Credentials.none(),
                                            content("body"),
                                            new Header("Content-Type", "text/plain"),
                                            new Header("X-Mine", "1")));

            assertThat(read(answer)).isEqualTo("done");
            assertThat(vendor.lastAsked().line()).isEqualTo("GET /to HTTP/1.1");
            assertThat(vendor.lastAsked().names())
                    .contains("X-Mine")
                    .doesNotContain("Content-Type", "Content-Length");
            assertThat(vendor.lastAsked().text()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"POST,307", "POST,308", "PUT,301", "PATCH,302", "PUT,308"})
    void handsOverWhatWouldNeedTheBodyAgain(String method, int status) {
        try (var vendor = redirecting(status, "/to")) {
            var answer =
                    door.vendors()
                            .send(
                                    request(
                                            method,
                                            vendor.address(),
                                            "/from",
                                            Credentials.none(),
                                            content("body")));

            assertThat(answered(answer).status()).isEqualTo(status);
            assertThat(answered(answer).headers()).contains(new Header("Location", "/to"));
            assertThat(read(answer)).isEqualTo("no");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://[", "https://a b/", "http://\u00e4/", "%"})
    void handsOverWhatCannotBeRead(String location) {
        try (var vendor = redirecting(302, location)) {
            var answer = door.vendors().send(get(vendor.address(), "/from"));

            assertThat(answer)
                    .isInstanceOfAny(VendorAnswer.Answered.class, VendorAnswer.Unreachable.class);
            if (answer instanceof VendorAnswer.Answered) {
                assertThat(answered(answer).status()).isEqualTo(302);
                assertThat(read(answer)).isEqualTo("no");
            }
        }
    }

    @Test
    void givesStrangersNoCredentialsAndLittleElse() {
        try (var stranger = RawVendor.saying(DONE);
                var vendor = redirecting(302, stranger.address() + "/to?access_token=echoed&x=1")) {
            var answer =
                    door.vendors()
                            .send(
                                    request(
                                            "GET",
                                            vendor.address(),
                                            "/from",
                                            Calls.token(
                                                    "access_token", Parameter.Destination.QUERY),
                                            Optional.empty(),
                                            new Header("X-Api-Key", "mine"),
                                            new Header("Accept", "a/b")));

            assertThat(read(answer)).isEqualTo("done");
            assertThat(vendor.lastAsked().line()).contains("access_token=canary");
            assertThat(stranger.lastAsked().line()).isEqualTo("GET /to?x=1 HTTP/1.1");
            assertThat(stranger.lastAsked().headers())
                    .containsExactly(
                            "Host: 127.0.0.1:" + stranger.port(),
                            "Accept: a/b",
                            "User-Agent: Valence",
                            "Accept-Encoding: identity");
        }
    }

    @Test
    void givesNoCredentialsToWhoeverIsComeBackToByAStranger() {
        try (var vendor =
                        RawVendor.that(
                                (asked, out, _) -> {
                                    out.write(
                                            RawVendor.bytes(
                                                    asked.line().contains(" /from")
                                                            ? "HTTP/1.1 302 Go|Location: "
                                                                    + asked.header("X-Stranger")
                                                                    + "|Content-Length: 0||"
                                                            : DONE));
                                    return true;
                                });
                var stranger = redirectingAll(vendor.address() + "/back")) {
            var answer =
                    door.vendors()
                            .send(
                                    request(
                                            "GET",
                                            vendor.address(),
                                            "/from",
                                            Calls.bearer(),
                                            Optional.empty(),
                                            new Header(
                                                    "X-Stranger", stranger.address().toString())));

            assertThat(read(answer)).isEqualTo("done");
            assertThat(vendor.lastAsked().line()).isEqualTo("GET /back HTTP/1.1");
            assertThat(vendor.lastAsked().header("Authorization")).isEmpty();
        }
    }

    private static RawVendor redirectingAll(String location) {
        return RawVendor.saying("HTTP/1.1 302 Go|Location: " + location + "|Content-Length: 0||");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "http://[::1]/",
                "https://2130706433/",
                "https://user@vendor.example/",
                "ftp://vendor.example/",
                "file:///etc/passwd"
            })
    void blamesTheVendorForRedirectsToWhereNothingMayGo(String location) {
        try (var vendor = redirecting(302, location)) {
            var answer = door.vendors().send(get(vendor.address(), "/from"));

            assertThat(unreachable(answer).reason())
                    .startsWith("The vendor redirected the request: ");
            assertThat(unreachable(answer).late()).isFalse();
            assertThat(unreachable(answer).sent()).isTrue();
        }
    }

    @Test
    void endsACircle() {
        try (var vendor = redirectingAll("/again")) {
            var answer = door.vendors().send(get(vendor.address(), "/"));

            assertThat(unreachable(answer).late()).isFalse();
            assertThat(vendor.asked()).hasSize(6);
        }
    }

    @Test
    void understandsAQueryAlone() {
        assertThat(
                        Redirect.of(
                                302,
                                Optional.of("?x=2"),
                                "https://vendor.example/a/b?x=1",
                                "GET",
                                false))
                .hasValue(new Redirect("GET", URI.create("https://vendor.example/a/b?x=2")));
    }

    @Test
    void givesUpNoEncryption() {
        assertThat(
                        Redirect.of(
                                302,
                                Optional.of("http://vendor.example/"),
                                "https://vendor.example/",
                                "GET",
                                false))
                .isEmpty();
    }
}
