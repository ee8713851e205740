package io.valence.adapters.vendor;

import static io.valence.adapters.vendor.Calls.answered;
import static io.valence.adapters.vendor.Calls.get;
import static io.valence.adapters.vendor.Calls.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.Content;
import io.valence.domain.call.Credentials;
import io.valence.domain.call.Header;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

class StreamingTest {
    private static final long MEBIBYTE = 1 << 20;
    private static final long LONG = 20 * MEBIBYTE;

    private final HttpVendors door = HttpVendors.open(VendorSettings.usual(Calls.LOOPBACK));

    @AfterEach
    void closesTheDoor() {
        assertThat(door.leased()).isZero();
        door.close();
    }

    @Test
    void streamsDownWithoutHoldingTheBody() throws IOException {
        try (var vendor =
                RawVendor.that(
                        (_, out, _) -> {
                            out.write(
                                    RawVendor.bytes(
                                            "HTTP/1.1 200 OK|Content-Length: " + LONG + "||"));
                            new Zeros(LONG).transferTo(out);
                            return true;
                        })) {
            long before = allocated();
            var answer = answered(door.vendors().send(get(vendor.address(), "/")));
            long read;
            try (InputStream bytes = answer.content().bytes()) {
                read = bytes.transferTo(OutputStream.nullOutputStream());
            }

            assertThat(answer.content().length()).hasValue(LONG);
            assertThat(read).isEqualTo(LONG);
            assertThat(allocated() - before).isLessThan(MEBIBYTE);
        }
    }

    @Test
    void streamsUpWithoutHoldingTheBody() throws Exception {
        for (OptionalLong length :
                new OptionalLong[] {OptionalLong.of(LONG), OptionalLong.empty()}) {
            try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Long> taken = threads.submit(() -> take(socket));
                long before = allocated();

                var answer =
                        door.vendors()
                                .send(
                                        request(
                                                "PUT",
                                                URI.create(
                                                        "http://127.0.0.1:"
                                                                + socket.getLocalPort()),
                                                "/",
                                                Credentials.none(),
                                                Optional.of(new Content(new Zeros(LONG), length))));

                assertThat(answered(answer).status()).isEqualTo(204);
                assertThat(taken.get()).isGreaterThanOrEqualTo(LONG);
                assertThat(allocated() - before).isLessThan(MEBIBYTE);
            }
        }
    }

    /** Reads until there have been enough zeros, and the end of the chunks if there are any. */
    private static long take(ServerSocket socket) throws IOException {
        try (Socket connection = socket.accept()) {
            InputStream in = connection.getInputStream();
            byte[] buffer = new byte[64 * 1024];
            long zeros = 0;
            while (zeros < LONG) {
                int count = in.read(buffer);
                for (int i = 0; i < count; i++) {
                    zeros += buffer[i] == 0 ? 1 : 0;
                }
            }
            connection
                    .getOutputStream()
                    .write(RawVendor.bytes("HTTP/1.1 204 No Content|Connection: close||"));
            while (in.read(buffer) >= 0) {
                // The rest is the last chunk.
            }
            return zeros;
        }
    }

    /** Of this thread alone: what streams through must not be kept, and hardly anything made. */
    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }

    @Test
    void letsASlowCallerTakeItsTime() throws Exception {
        VendorSettings hasty = Calls.settings(Calls.LOOPBACK);
        try (var own = HttpVendors.open(hasty);
                var vendor =
                        RawVendor.that(
                                (_, out, _) -> {
                                    out.write(
                                            RawVendor.bytes(
                                                    "HTTP/1.1 200 OK|Content-Length: "
                                                            + 4 * MEBIBYTE
                                                            + "||"));
                                    new Zeros(4 * MEBIBYTE).transferTo(out);
                                    return true;
                                })) {
            var answer = answered(own.vendors().send(get(vendor.address(), "/")));
            try (InputStream bytes = answer.content().bytes()) {
                long count = bytes.readNBytes(1_000).length;
                Thread.sleep(Duration.ofSeconds(2));
                count += bytes.transferTo(OutputStream.nullOutputStream());

                assertThat(count).isEqualTo(4 * MEBIBYTE);
            }
        }
    }

    @Test
    void letsASlowCallerSendItsBody() {
        VendorSettings hasty = Calls.settings(Calls.LOOPBACK);
        InputStream slow =
                new InputStream() {
                    private int left = 4;

                    @Override
                    public int read() throws IOException {
                        try {
                            Thread.sleep(500);
                        } catch (InterruptedException interrupted) {
                            throw new IOException(interrupted);
                        }
                        return left-- > 0 ? 'x' : -1;
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        int one = read();
                        bytes[offset] = (byte) one;
                        return one < 0 ? -1 : 1;
                    }
                };
        try (var own = HttpVendors.open(hasty);
                var vendor = RawVendor.saying("HTTP/1.1 204 No Content||")) {
            var answer =
                    own.vendors()
                            .send(
                                    request(
                                            "POST",
                                            vendor.address(),
                                            "/",
                                            Credentials.none(),
                                            Optional.of(new Content(slow, OptionalLong.empty()))));

            assertThat(answered(answer).status()).isEqualTo(204);
            assertThat(vendor.lastAsked().text()).isEqualTo("xxxx");
        }
    }

    @Test
    void passesACompressedBombOnAsItIs() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bomb)) {
            new Zeros(10 * MEBIBYTE).transferTo(zip);
        }
        try (var vendor =
                RawVendor.that(
                        (_, out, _) -> {
                            out.write(
                                    RawVendor.bytes(
                                            "HTTP/1.1 200 OK|Content-Encoding: gzip|Content-Length:"
                                                    + " "
                                                    + bomb.size()
                                                    + "||"));
                            bomb.writeTo(out);
                            return true;
                        })) {
            var answer =
                    answered(
                            door.vendors()
                                    .send(
                                            get(
                                                    vendor.address(),
                                                    "/",
                                                    new Header("Accept-Encoding", "gzip, br"))));
            byte[] body;
            try (InputStream bytes = answer.content().bytes()) {
                body = bytes.readAllBytes();
            }

            assertThat(vendor.lastAsked().header("Accept-Encoding")).isEqualTo("gzip, br");
            assertThat(answer.headers()).containsExactly(new Header("Content-Encoding", "gzip"));
            assertThat(answer.content().length()).hasValue(bomb.size());
            assertThat(body).isEqualTo(bomb.toByteArray());
            assertThat(
                            new GZIPInputStream(new ByteArrayInputStream(body))
                                    .transferTo(OutputStream.nullOutputStream()))
                    .isEqualTo(10 * MEBIBYTE);
        }
    }
}
