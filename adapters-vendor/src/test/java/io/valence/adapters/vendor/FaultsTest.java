package io.valence.adapters.vendor;

import static io.valence.adapters.vendor.Calls.answered;
import static io.valence.adapters.vendor.Calls.content;
import static io.valence.adapters.vendor.Calls.get;
import static io.valence.adapters.vendor.Calls.read;
import static io.valence.adapters.vendor.Calls.request;
import static io.valence.adapters.vendor.Calls.unreachable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

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
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Vendors that do everything wrong. Deadlines are about a second here. */
class FaultsTest {
    private static final String OK = "HTTP/1.1 200 OK|Content-Length: 2||hi";
    private static final RawVendor.Answering RESET =
            (_, _, connection) -> {
                connection.setSoLinger(true, 0);
                return false;
            };

    private final HttpVendors door = HttpVendors.open(Calls.settings(Calls.LOOPBACK));

    @AfterEach
    void closesTheDoor() {
        assertThat(door.leased()).isZero();
        door.close();
    }

    private VendorAnswer send(RawVendor vendor) {
        return door.vendors().send(get(vendor.address(), "/"));
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            free = socket.getLocalPort();
        }

        var answer = door.vendors().send(get(URI.create("http://127.0.0.1:" + free), "/"));

        assertThat(unreachable(answer).late()).isFalse();
        assertThat(unreachable(answer).sent()).isFalse();
        assertThat(unreachable(answer).reason()).contains("127.0.0.1").contains("no connections");
    }

    @Test
    void saysThatAHostIsNotKnown() {
        try (var own =
                HttpVendors.open(
                        Calls.settings(Allowance.NOTHING),
                        host -> {
                            throw new UnknownHostException(host);
                        })) {
            var answer = own.vendors().send(get(URI.create("https://vendor.example"), "/"));

            assertThat(unreachable(answer).reason())
                    .isEqualTo("The host vendor.example is not known");
            assertThat(unreachable(answer).sent()).isFalse();
        }
    }

    @Test
    void isLateWhenNothingIsAnswered() {
        try (var vendor =
                RawVendor.that(
                        (_, _, _) -> {
                            Thread.sleep(5_000);
                            return false;
                        })) {
            long begin = System.nanoTime();

            var answer = send(vendor);

            assertThat(unreachable(answer).late()).isTrue();
            assertThat(unreachable(answer).sent()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void isLateWhenAHeadDrips() {
        try (var vendor = dripping("HTTP/1.1 200 OK|X: ", 20)) {
            var answer = send(vendor);

            assertThat(unreachable(answer).late()).isTrue();
        }
    }

    @Test
    void endsABodyThatDrips() throws IOException {
        try (var vendor = dripping("HTTP/1.1 200 OK|Content-Length: 100000||", 100)) {
            var answer = send(vendor);
            long begin = System.nanoTime();

            try (var bytes = answered(answer).content().bytes()) {
                assertThatIOException()
                        .isThrownBy(bytes::readAllBytes)
                        .withMessage("the vendor's answer came too slowly")
                        .withCauseInstanceOf(TimeoutException.class);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofMillis(500), Duration.ofSeconds(4));
        }
    }

    @Test
    void endsABodyThatStandsStill() throws IOException {
        try (var vendor = dripping("HTTP/1.1 200 OK|Content-Length: 100000||", 10_000)) {
            try (var bytes = answered(send(vendor)).content().bytes()) {
                assertThatIOException()
                        .isThrownBy(bytes::readAllBytes)
                        .withMessage("the vendor's answer came too slowly")
                        .withCauseInstanceOf(TimeoutException.class);
            }
        }
    }

    private static RawVendor dripping(String begin, long pause) {
        return RawVendor.that(
                (_, out, _) -> {
                    out.write(RawVendor.bytes(begin));
                    for (int i = 0; i < 1_000; i++) {
                        out.write('x');
                        out.flush();
                        Thread.sleep(pause);
                    }
                    return false;
                });
    }

    @Test
    void endsAnUploadThatIsNotTaken() throws IOException {
        try (var deaf = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            long length = 64L << 20;

            var answer =
                    door.vendors()
                            .send(
                                    request(
                                            "POST",
                                            URI.create("http://127.0.0.1:" + deaf.getLocalPort()),
                                            "/",
                                            Credentials.none(),
                                            Optional.of(
                                                    new Content(
                                                            new Zeros(length),
                                                            OptionalLong.of(length)))));

            assertThat(unreachable(answer).late()).isTrue();
            assertThat(unreachable(answer).sent()).isTrue();
        }
    }

    @Test
    void handsOverWhatIsSaidBeforeABodyIsTaken() {
        try (var vendor = new EarlyVendor()) {
            long length = 32L << 20;

            var answer =
                    door.vendors()
                            .send(
                                    request(
                                            "POST",
                                            vendor.address(),
                                            "/",
                                            Credentials.none(),
                                            Optional.of(
                                                    new Content(
                                                            new Zeros(length),
                                                            OptionalLong.of(length)))));

            assertThat(answered(answer).status()).isEqualTo(413);
            assertThat(read(answer)).isEqualTo("no");
        }
    }

    @Test
    void neverMakesHalfABodyLookWhole() {
        try (var vendor = RawVendor.saying(OK)) {
            for (OptionalLong length : List.of(OptionalLong.empty(), OptionalLong.of(100))) {
                InputStream broken =
                        new InputStream() {
                            private int count;

                            @Override
                            public int read() throws IOException {
                                if (count++ > 20) {
                                    throw new IOException("the caller has left");
                                }
                                return 'x';
                            }

                            @Override
                            public int read(byte[] bytes, int offset, int most) throws IOException {
                                bytes[offset] = (byte) read();
                                return 1;
                            }
                        };

                var answer =
                        door.vendors()
                                .send(
                                        request(
                                                "POST",
                                                vendor.address(),
                                                "/",
                                                Credentials.none(),
                                                Optional.of(new Content(broken, length))));

                assertThat(answer).isEqualTo(new VendorAnswer.BodyBrokeOff(false));
            }
            assertThat(vendor.asked()).isEmpty();
        }
    }

    @Test
    void refusesABodyThatIsShorterThanItSays() {
        try (var vendor = RawVendor.saying(OK)) {
            var answer =
                    door.vendors()
                            .send(
                                    request(
                                            "PUT",
                                            vendor.address(),
                                            "/",
                                            Credentials.none(),
                                            Optional.of(
                                                    new Content(
                                                            new Zeros(10), OptionalLong.of(11)))));

            assertThat(answer).isEqualTo(new VendorAnswer.BodyBrokeOff(false));
            assertThat(vendor.asked()).isEmpty();
        }
    }

    @Test
    void saysThatAConnectionWasReset() {
        try (var vendor = RawVendor.that(RESET)) {
            var answer = send(vendor);

            assertThat(unreachable(answer).late()).isFalse();
            assertThat(unreachable(answer).sent()).isTrue();
            assertThat(vendor.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>hello</html>",
                "SSH-2.0-OpenSSH_9.2|",
                "HTTP/1.1 abc OK||",
                "HTTP/1.1 99 Odd||",
                "HTTP/9.9 200 OK||",
                "HTTP/1.1 101 Switching Protocols|Upgrade: x||",
                "HTTP/1.1 200 OK|no colon||",
                "HTTP/1.1 200 OK|Content-Length: -5||",
                "HTTP/1.1 200 OK|Content-Length: x||",
                "HTTP/1.1 200 OK|Content-Length: 5|Content-Length: 6||hello",
                "HTTP/1.1 200 OK|Transfer-Encoding: gzip||",
                "HTTP/1.1 200",
                ""
            })
    void survivesWhatIsNotHttp(String said) throws IOException {
        try (var vendor =
                RawVendor.that(
                        (_, out, _) -> {
                            out.write(RawVendor.bytes(said));
                            return false;
                        })) {
            var answer = send(vendor);

            if (answer instanceof VendorAnswer.Answered) {
                answered(answer).content().bytes().close();
            } else {
                assertThat(unreachable(answer).reason()).startsWith("The host 127.0.0.1 ");
            }
            assertThat(door.available()).isZero();
        }
    }

    @Test
    void boundsHeaderSections() {
        for (String line : List.of("X: " + "x".repeat(100_000) + "|", "X: y|".repeat(50_000))) {
            try (var vendor = RawVendor.saying("HTTP/1.1 200 OK|" + line + "Content-Length: 0||")) {
                assertThat(unreachable(send(vendor)).reason()).contains("too long a header");
            }
        }
        try (var vendor =
                RawVendor.saying(
                        "HTTP/1.1 200 OK|"
                                + "X: 0123456789|".repeat(900)
                                + "Content-Length: 0||")) {
            assertThat(answered(send(vendor)).headers()).hasSize(900);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK|Content-Length: 10||short",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked||5|hello|",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked||5|hel",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked||zz|hello|0||"
            })
    void tellsThatABodyEndedBeforeItsEnd(String said) throws IOException {
        try (var vendor =
                RawVendor.that(
                        (_, out, _) -> {
                            out.write(RawVendor.bytes(said));
                            return false;
                        })) {
            try (var bytes = answered(send(vendor)).content().bytes()) {
                assertThatIOException()
                        .isThrownBy(bytes::readAllBytes)
                        .withMessage("the vendor's answer ended before its end");
            }
            assertThat(door.available()).isZero();
        }
    }

    @Test
    void asksOnceMoreOnALineThatHadDied() {
        AtomicInteger count = new AtomicInteger();
        try (var vendor =
                RawVendor.that(
                        (_, out, connection) -> {
                            if (count.incrementAndGet() == 2) {
                                return RESET.answer(
                                        new RawVendor.Asked("", List.of(), ""), out, connection);
                            }
                            out.write(RawVendor.bytes(OK));
                            return true;
                        })) {
            read(send(vendor));

            assertThat(read(send(vendor))).isEqualTo("hi");
            assertThat(vendor.connections()).isEqualTo(2);
        }
    }

    @Test
    void neverRepeatsAPost() {
        AtomicInteger count = new AtomicInteger();
        try (var vendor =
                RawVendor.that(
                        (asked, out, connection) -> {
                            if (asked.line().startsWith("POST")) {
                                count.incrementAndGet();
                                return RESET.answer(asked, out, connection);
                            }
                            out.write(RawVendor.bytes(OK));
                            return true;
                        })) {
            for (Optional<Content> body : List.of(Optional.<Content>empty(), content("x"))) {
                read(send(vendor));
                var answer =
                        door.vendors()
                                .send(
                                        request(
                                                "POST",
                                                vendor.address(),
                                                "/",
                                                Credentials.none(),
                                                body));

                assertThat(unreachable(answer).sent()).isTrue();
            }
            assertThat(count).hasValue(2);
        }
    }

    @Test
    void usesALineAgainWhoseAnswerWasNotWantedToItsEnd() throws IOException {
        try (var vendor =
                RawVendor.saying("HTTP/1.1 200 OK|Content-Length: 20000||" + "x".repeat(20_000))) {
            for (int i = 0; i < 5; i++) {
                answered(send(vendor)).content().bytes().close();
            }

            assertThat(vendor.connections()).isEqualTo(1);
        }
        try (var vendor =
                RawVendor.saying("HTTP/1.1 200 OK|Content-Length: 90000||" + "x".repeat(90_000))) {
            for (int i = 0; i < 5; i++) {
                answered(send(vendor)).content().bytes().close();
            }

            assertThat(vendor.connections()).isEqualTo(5);
        }
    }

    @Test
    void leaksNothingOverThousandsOfFaultyCalls() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        List<String> odd =
                List.of(
                        "<html>hello</html>",
                        "HTTP/1.1 200 OK|Content-Length: 10||short",
                        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||zz|",
                        "",
                        "HTTP/1.1 302 Go|Location: https://10.0.0.1/|Content-Length: 0||",
                        "HTTP/1.1 500 No|Content-Length: 2||no",
                        OK);
        int calls = 2_000;
        try (var vendor =
                        RawVendor.that(
                                (asked, out, connection) -> {
                                    int i = turn.getAndIncrement() % (odd.size() + 1);
                                    if (i == odd.size()) {
                                        return RESET.answer(asked, out, connection);
                                    }
                                    out.write(RawVendor.bytes(odd.get(i)));
                                    return i >= odd.size() - 2;
                                });
                var threads = Executors.newFixedThreadPool(32, Thread.ofVirtual().factory())) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                boolean closes = i % 3 == 0;
                all.add(threads.submit(() -> isBounded(send(vendor), closes)));
            }

            for (Future<Boolean> each : all) {
                assertThat(each.get()).isTrue();
            }
            assertThat(door.leased()).isZero();
            assertThat(door.available()).isLessThanOrEqualTo(64);
            assertThat(read(sendUntilAnswered(vendor))).isIn("hi", "no");
        }
    }

    private VendorAnswer sendUntilAnswered(RawVendor vendor) {
        VendorAnswer answer = send(vendor);
        while (!(answer instanceof VendorAnswer.Answered good)
                || good.content().length().orElse(0) != 2) {
            if (answer instanceof VendorAnswer.Answered bad) {
                isBounded(bad, true);
            }
            answer = send(vendor);
        }
        return answer;
    }

    private static boolean isBounded(VendorAnswer answer, boolean closesOnly) {
        if (answer instanceof VendorAnswer.Answered answered) {
            try (InputStream bytes = answered.content().bytes()) {
                return closesOnly || bytes.readAllBytes().length < 100;
            } catch (IOException tooShort) {
                return true;
            }
        }
        return true;
    }

    @Test
    void boundsHowManyCallsAreUnderWayToOneHost() throws Exception {
        VendorSettings narrow =
                new VendorSettings(
                        Duration.ofMillis(200),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        2,
                        4,
                        1_000,
                        Calls.LOOPBACK,
                        Optional.empty());
        try (var vendor =
                        RawVendor.that(
                                (_, out, _) -> {
                                    Thread.sleep(1_000);
                                    out.write(RawVendor.bytes(OK));
                                    return true;
                                });
                var own = HttpVendors.open(narrow);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<VendorAnswer>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                all.add(threads.submit(() -> own.vendors().send(get(vendor.address(), "/"))));
            }
            List<VendorAnswer> answers = new ArrayList<>();
            for (Future<VendorAnswer> each : all) {
                answers.add(each.get());
            }

            assertThat(answers).filteredOn(VendorAnswer.Answered.class::isInstance).hasSize(2);
            assertThat(answers)
                    .filteredOn(VendorAnswer.Unreachable.class::isInstance)
                    .allMatch(answer -> unreachable(answer).late() && !unreachable(answer).sent())
                    .hasSize(4);
            for (VendorAnswer answer : answers) {
                isBounded(answer, true);
            }
            assertThat(own.leased()).isZero();
        }
    }
}
