package io.valence.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.Content;
import io.valence.domain.call.Header;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.call.VendorRequest;
import io.valence.testkit.memory.InMemoryVendors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

class StreamedCallTest {
    private static final int LONG = 20 << 20;
    private static final int CHUNK = 64 << 10;

    /** Answers with the very body that it is sent, which is read as the answer is. */
    private static final class Echo implements AnsweringVendors {
        @Override
        public VendorAnswer send(VendorRequest request) {
            Optional<Content> content = request.content();
            return new VendorAnswer.Answered(
                    200,
                    List.of(new Header("Content-Type", "application/octet-stream")),
                    content.orElseGet(VendorBodies::empty),
                    true);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant until = Instant.now().plusSeconds(10);
        while (!condition.getAsBoolean() && Instant.now().isBefore(until)) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** Sends so much to the door, in chunks or not, while somebody reads the answer. */
    private static void upload(Socket socket, String head, boolean chunked) {
        try {
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[CHUNK];
            for (int i = 0; i < LONG / CHUNK; i++) {
                if (chunked) {
                    out.write(
                            (Integer.toHexString(CHUNK) + "\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                }
                out.write(chunk);
                if (chunked) {
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
            out.write((chunked ? "0\r\n\r\n" : "").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void passesALongBodyOnWhileItArrives(boolean chunked) throws Exception {
        try (var api = ServedApi.calling(new Echo());
                var socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(20_000);
            var framing = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + LONG;
            var head = api.head("POST", api.door(), framing + "\r\nConnection: close\r\n");
            var sender = Thread.ofVirtual().start(() -> upload(socket, head, chunked));

            var answered = readUntil(socket, "\r\n\r\n");
            long length = socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            sender.join();

            assertThat(answered).startsWith("HTTP/1.1 200").contains("application/octet-stream");
            assertThat(answered.contains("Content-Length: " + LONG)).isEqualTo(!chunked);
            assertThat(length).isGreaterThanOrEqualTo(LONG).isLessThan(LONG + LONG / 8);
        }
    }

    @Test
    void answersBeforeTheBodyHasEnded() throws Exception {
        try (var api = ServedApi.calling(new Echo());
                var socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            var out = socket.getOutputStream();
            socket.setSoTimeout(10_000);
            out.write(
                    api.head("POST", api.door(), "Transfer-Encoding: chunked\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 3; i++) {
                out.write("5\r\nhello\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();

                assertThat(readUntil(socket, "hello")).contains("hello");
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(readUntil(socket, "0\r\n\r\n")).endsWith("0\r\n\r\n");
        }
    }

    private static String readUntil(Socket socket, String end) throws IOException {
        var text = new StringBuilder();
        while (!text.toString().endsWith(end) && !text.toString().contains(end)) {
            int c = socket.getInputStream().read();
            if (c < 0) {
                break;
            }
            text.append((char) c);
        }
        return text.toString();
    }

    @Test
    void answersACallerWhoseBodyTheVendorDoesNotWant() throws Exception {
        try (var api =
                        ServedApi.calling(
                                request -> VendorBodies.answered(413, VendorBodies.of("no")));
                var connection = api.connect()) {
            connection.send(api.head("POST", api.door(), "Content-Length: 4000000\r\n"));

            connection.send("x".repeat(1_000));
            var answer = connection.receive();
            connection.send("x".repeat(3_999_000));

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.text()).isEqualTo("no");
            assertThat(connection.send(api.head("GET", api.door(), "")).receive().status())
                    .isEqualTo(413);
        }
    }

    @ParameterizedTest
    @CsvSource({"true,400", "false,408"})
    void blamesTheCallerForABodyThatBreaksOff(boolean hangsUp, int status) throws Exception {
        try (var api = ServedApi.waitingFor(Duration.ofMillis(hangsUp ? 10_000 : 300));
                var socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(10_000);
            var head = api.head("POST", api.door(), "Content-Length: 100\r\n");
            socket.getOutputStream().write((head + "hello").getBytes(StandardCharsets.US_ASCII));
            if (hangsUp) {
                socket.shutdownOutput();
            }

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 " + status + " ")
                    .contains("Elements-Element-Instance-Id", "The body ");
        }
    }

    @Test
    void doesNotAskForABodyThatNobodyWants() throws Exception {
        try (var api = ServedApi.start();
                var connection = api.connect()) {
            var door = api.door();
            api.ada("DELETE", door.replace("/proxy/a", "/enabled")).send();

            var answer =
                    connection
                            .send(
                                    api.head(
                                            "POST",
                                            door,
                                            String.join(
                                                    "\r\n",
                                                    "Content-Length: 4000000",
                                                    "Expect: 100-continue",
                                                    "")))
                            .receive();

            assertThat(answer.status()).isEqualTo(403);
        }
    }

    @Test
    void takesMoreThanOtherRoutesDo() throws Exception {
        try (var api = ServedApi.start()) {
            var large = new byte[(1 << 20) + 1];

            var here = api.ada("POST", api.door()).body("text/plain", large).send();
            var elsewhere = api.ada("POST", "/instances").body("application/json", large).send();

            assertThat(here.status()).isEqualTo(404);
            assertThat(api.vendors().sent().getFirst().body()).hasSize(large.length);
            assertThat(elsewhere.status()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1", "10000000"})
    void breaksOffAnAnswerThatBreaksOff(long length) throws Exception {
        try (var api = ServedApi.start();
                var log = new CapturedLog("io.valence.request");
                var socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            var door = api.door();
            var flow = new VendorBodies.Flow(200_000, true);
            api.vendors().answerNext(VendorBodies.answered(200, VendorBodies.of(flow, length)));
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(api.head("GET", door, "").getBytes(StandardCharsets.US_ASCII));

            var text = readUntil(socket, "\r\n0\r\n\r\n");

            assertThat(text).startsWith("HTTP/1.1 200").doesNotEndWith("0\r\n\r\n");
            assertThat(text).hasSizeLessThan(250_000);
            assertThat(flow.isClosed()).isTrue();
            await(() -> log.lines().toString().contains("whole=false"));
        }
    }

    @ParameterizedTest
    @CsvSource({"100,0", "100,50", "100000,0", "-1,0"})
    void tellsThatAnAnswerBrokeOffBeforeAnyOfItWentOut(long length, long arriving)
            throws Exception {
        try (var api = ServedApi.start()) {
            var door = api.door();
            for (boolean breaks : new boolean[] {true, false}) {
                if (length < 0 && !breaks) {
                    continue;
                }
                var flow = new VendorBodies.Flow(arriving, breaks);
                api.vendors()
                        .answerNext(
                                VendorBodies.answered(
                                        200,
                                        VendorBodies.of(flow, length),
                                        new Header("Content-Type", "text/plain")));

                var answer = api.ada("GET", door).send();

                assertThat(answer.status()).isEqualTo(502);
                assertThat(answer.message()).contains("broke off");
                assertThat(answer.header("Content-Type")).contains("application/json");
                assertThat(answer.header("Elements-Element-Instance-Id")).isPresent();
                assertThat(flow.isClosed()).isTrue();
            }
        }
    }

    @Test
    void tellsThatAnAnswerCameTooSlowlyBeforeAnyOfItWentOut() {
        try (var api = ServedApi.start()) {
            var door = api.door();
            var silent =
                    new InputStream() {
                        @Override
                        public int read() throws IOException {
                            throw new IOException(new TimeoutException());
                        }

                        @Override
                        public int read(byte[] buffer, int offset, int most) throws IOException {
                            throw new IOException(new TimeoutException());
                        }
                    };
            api.vendors().answerNext(VendorBodies.answered(200, VendorBodies.of(silent, 100)));

            var answer = api.ada("GET", door).send();

            assertThat(answer.status()).isEqualTo(504);
            assertThat(answer.message()).contains("too slowly");
        }
    }

    @Test
    void freesTheVendorsAnswerWhenTheCallerHangsUp() throws Exception {
        try (var api = ServedApi.start()) {
            var door = api.door();
            api.vendors().answer("/a", new InMemoryVendors.Reply(200, List.of(), "x".repeat(LONG)));
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
                socket.getOutputStream()
                        .write(api.head("GET", door, "").getBytes(StandardCharsets.US_ASCII));
                assertThat(readUntil(socket, "xxxx")).contains("200");
                assertThat(api.vendors().open()).isEqualTo(1);
            }

            await(() -> api.vendors().open() == 0);
        }
    }

    @Test
    void takesNoMoreOfAnEndlessAnswerThanTheCallerDoes() throws Exception {
        try (var api = ServedApi.start()) {
            var door = api.door();
            var flow = new VendorBodies.Flow(Long.MAX_VALUE, false);
            api.vendors().answerNext(VendorBodies.answered(200, VendorBodies.of(flow, -1)));
            try (var socket = new Socket()) {
                socket.setReceiveBufferSize(CHUNK);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), api.port()));
                socket.getOutputStream()
                        .write(api.head("GET", door, "").getBytes(StandardCharsets.US_ASCII));
                assertThat(readUntil(socket, "xxxx")).contains("200");

                Thread.sleep(1_000);
                assertThat(flow.taken()).isLessThan(LONG);
                assertThat(flow.isClosed()).isFalse();
            }

            await(flow::isClosed);
        }
    }
}
