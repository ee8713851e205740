package io.valence.adapters.vendor;

import static io.valence.adapters.vendor.Calls.answered;
import static io.valence.adapters.vendor.Calls.content;
import static io.valence.adapters.vendor.Calls.get;
import static io.valence.adapters.vendor.Calls.request;
import static io.valence.adapters.vendor.Calls.unreachable;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.Content;
import io.valence.domain.call.Credentials;
import io.valence.domain.call.VendorAnswer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** Hosts that fail are left alone; here after four calls, for a second. */
class BreakerTest {
    private static final int LEAST = 4;
    private static final int TRIALS = 3;
    private static final Duration REST = Duration.ofSeconds(1);
    private static final String OK = "HTTP/1.1 200 OK|Content-Length: 2||hi";

    private final HttpVendors door = HttpVendors.open(breaking(8));

    private static VendorSettings breaking(int window) {
        VendorSettings usual = Calls.patient(Calls.LOOPBACK);
        return new VendorSettings(
                usual.connect(),
                usual.firstByte(),
                usual.tokenCall(),
                usual.apiCall(),
                usual.silence(),
                usual.connectionsPerHost(),
                usual.connections(),
                usual.bufferedBytes(),
                usual.allowance(),
                Optional.of(new VendorSettings.Breaking(window, LEAST, REST)));
    }

    private static String empty(int status) {
        return "HTTP/1.1 " + status + " Word|Content-Length: 0||";
    }

    /** One whose status can be changed. */
    private static RawVendor saying(AtomicInteger status) {
        return RawVendor.that(
                (_, out, _) -> {
                    out.write(RawVendor.bytes(empty(status.get())));
                    return true;
                });
    }

    private VendorAnswer ask(URI address) {
        VendorAnswer answer = door.vendors().send(get(address, "/"));
        if (answer instanceof VendorAnswer.Answered) {
            Calls.read(answer);
        }
        return answer;
    }

    private void ask(URI address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(ask(address)).isNotInstanceOf(VendorAnswer.Resting.class);
        }
    }

    private static void restIsOver() throws InterruptedException {
        Thread.sleep(REST.plusMillis(100));
    }

    @AfterEach
    void closesTheDoor() {
        assertThat(door.leased()).isZero();
        door.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void leavesAHostAloneThatFailedAgainAndAgain(int status) {
        try (var vendor = RawVendor.saying(empty(status))) {
            ask(vendor.address(), LEAST);

            VendorAnswer answer = ask(vendor.address());

            assertThat(answer).isInstanceOf(VendorAnswer.Resting.class);
            VendorAnswer.Resting resting = (VendorAnswer.Resting) answer;
            assertThat(resting.reason())
                    .isEqualTo("The host 127.0.0.1 failed again and again and is given a rest");
            assertThat(resting.rest()).isBetween(Duration.ofMillis(1), REST);
            assertThat(vendor.asked()).hasSize(LEAST);
        }
    }

    @Test
    void leavesAHostAloneThatTakesNoConnections() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + free);
        ask(nobody, LEAST);

        VendorAnswer answer = ask(nobody);

        assertThat(answer).isInstanceOf(VendorAnswer.Resting.class);
    }

    @Test
    void leavesAHostAloneThatSpeaksNoHttp() {
        try (var vendor = RawVendor.saying("Hello|||")) {
            ask(vendor.address(), LEAST);

            assertThat(ask(vendor.address())).isInstanceOf(VendorAnswer.Resting.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 409, 429, 500})
    void asksAHostOnThatRefuses(int status) {
        try (var vendor = RawVendor.saying(empty(status))) {
            ask(vendor.address(), 5 * LEAST);

            assertThat(vendor.asked()).hasSize(5 * LEAST);
        }
    }

    @Test
    void asksAHostOnThatFailsNowAndThen() {
        AtomicInteger says = new AtomicInteger();
        try (var vendor = saying(says)) {
            for (int i = 0; i < 10; i++) {
                says.set(503);
                ask(vendor.address(), 1);
                says.set(200);
                ask(vendor.address(), 3);
            }

            assertThat(vendor.asked()).hasSize(40);
        }
    }

    @Test
    void asksOtherHostsMeanwhile() {
        try (var bad = RawVendor.saying(empty(503));
                var good = RawVendor.saying(OK)) {
            ask(bad.address(), LEAST);

            assertThat(ask(bad.address())).isInstanceOf(VendorAnswer.Resting.class);
            assertThat(answered(ask(good.address())).status()).isEqualTo(200);
        }
    }

    @Test
    void triesAfterTheRestAndGoesOnWithAHostThatAnswersAgain() throws InterruptedException {
        AtomicInteger says = new AtomicInteger(503);
        try (var vendor = saying(says)) {
            ask(vendor.address(), LEAST);
            assertThat(ask(vendor.address())).isInstanceOf(VendorAnswer.Resting.class);
            says.set(200);

            restIsOver();
            ask(vendor.address(), 20);

            assertThat(vendor.asked()).hasSize(LEAST + 20);
        }
    }

    @Test
    void triesAfterTheRestAndLeavesAHostAloneThatStillFails() throws InterruptedException {
        try (var vendor = RawVendor.saying(empty(503))) {
            ask(vendor.address(), LEAST);
            assertThat(ask(vendor.address())).isInstanceOf(VendorAnswer.Resting.class);

            restIsOver();
            ask(vendor.address(), TRIALS);

            assertThat(ask(vendor.address())).isInstanceOf(VendorAnswer.Resting.class);
            assertThat(vendor.asked()).hasSize(LEAST + TRIALS);
        }
    }

    @Test
    void doesNotHoldItAgainstAHostThatCallersBreakOff() throws InterruptedException {
        AtomicInteger says = new AtomicInteger(503);
        try (var vendor = saying(says)) {
            ask(vendor.address(), LEAST - 1);
            for (int i = 0; i < 5 * LEAST; i++) {
                assertThat(breakOff(vendor)).isInstanceOf(VendorAnswer.BodyBrokeOff.class);
            }
            ask(vendor.address(), 1);
            assertThat(ask(vendor.address())).isInstanceOf(VendorAnswer.Resting.class);
            says.set(200);

            restIsOver();
            for (int i = 0; i < 5 * TRIALS; i++) {
                assertThat(breakOff(vendor)).isInstanceOf(VendorAnswer.BodyBrokeOff.class);
            }

            ask(vendor.address(), 20);
        }
    }

    private VendorAnswer breakOff(RawVendor vendor) {
        InputStream half = content("half").orElseThrow().bytes();
        return door.vendors()
                .send(
                        request(
                                "POST",
                                vendor.address(),
                                "/",
                                Credentials.none(),
                                Optional.of(new Content(half, OptionalLong.of(100)))));
    }

    @Test
    void doesNotSayThatNothingWasSentWhenAVendorLedToAHostThatRests() {
        try (var bad = RawVendor.saying(empty(503));
                var leading =
                        RawVendor.saying(
                                "HTTP/1.1 303 See Other|Content-Length: 0|Location: "
                                        + bad.address()
                                        + "/||")) {
            ask(bad.address(), LEAST);

            var answer =
                    door.vendors()
                            .send(
                                    request(
                                            "POST",
                                            leading.address(),
                                            "/",
                                            Credentials.none(),
                                            content("{}")));

            assertThat(unreachable(answer).sent()).isTrue();
            assertThat(unreachable(answer).reason()).endsWith("is given a rest");
            assertThat(bad.asked()).hasSize(LEAST);
        }
    }

    @Test
    void asksOnWhereItIsSwitchedOff() {
        try (var own = HttpVendors.open(Calls.patient(Calls.LOOPBACK));
                var vendor = RawVendor.saying(empty(503))) {
            for (int i = 0; i < 100; i++) {
                Calls.read(own.vendors().send(get(vendor.address(), "/")));
            }

            assertThat(vendor.asked()).hasSize(100);
        }
    }

    @Test
    void remembersSoManyHostsAndForgetsThoseLongestUnused() throws Exception {
        Breakers breakers =
                new Breakers(Optional.of(new VendorSettings.Breaking(8, LEAST, REST)), 10);
        for (int port = 1; port <= 100; port++) {
            fail(breakers, new Origin("https", "a.example.com", port), 1);
            fail(breakers, new Origin("https", "b.example.com", 443), port == 1 ? LEAST : 0);
            assertThat(rests(breakers, "b.example.com")).isTrue();
        }

        assertThat(breakers.size()).isEqualTo(10);
        assertThat(breakers.open()).isEqualTo(1);
    }

    private static void fail(Breakers breakers, Origin origin, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            try {
                breakers.send(
                        origin,
                        () -> {
                            throw Failure.outOfTime(origin.host(), true);
                        });
            } catch (Failure asExpected) {
                assertThat(asExpected.isLate()).isTrue();
            }
        }
    }

    private static boolean rests(Breakers breakers, String host) throws Exception {
        try {
            breakers.send(
                    new Origin("https", host, 443),
                    () -> {
                        throw Failure.crowded(host);
                    });
            throw new AssertionError("nothing was sent");
        } catch (AtRest rest) {
            return true;
        } catch (Failure asked) {
            return false;
        }
    }

    @Test
    void doesNotHoldItAgainstAHostThatWeHaveNoRoom() throws Exception {
        Breakers breakers =
                new Breakers(Optional.of(new VendorSettings.Breaking(8, LEAST, REST)), 10);

        for (int i = 0; i < 5 * LEAST; i++) {
            assertThat(rests(breakers, "c.example.com")).isFalse();
        }

        assertThat(List.of(breakers.size(), breakers.open())).containsExactly(0, 0);
    }
}
