package io.valence.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.VendorAnswer;
import io.valence.domain.call.VendorRequest;
import io.valence.testkit.api.RawConnection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

@Timeout(15)
class SlowCallerTest {
    /** Takes all of a body before it answers, and tells what became of it. */
    private static final class Taking implements AnsweringVendors {
        private final AtomicLong taken = new AtomicLong(-1);

        @Override
        public VendorAnswer send(VendorRequest request) {
            try (InputStream body = request.content().orElseThrow().bytes()) {
                taken.set(body.transferTo(OutputStream.nullOutputStream()));
                return VendorBodies.answered(200, VendorBodies.of("taken"));
            } catch (IOException broken) {
                return new VendorAnswer.BodyBrokeOff(broken.getCause() instanceof TimeoutException);
            }
        }
    }

    /** Sends a few bytes now and then, until the connection is gone. */
    private static void drip(RawConnection connection, String few, AtomicBoolean over) {
        try {
            while (!over.get()) {
                Thread.sleep(50);
                connection.send(few);
            }
        } catch (IOException | InterruptedException gone) {
            over.set(true);
        }
    }

    @Test
    void waitsNoLongerForABodyThatDrips() throws Exception {
        var vendor = new Taking();
        var over = new AtomicBoolean();
        try (var api = ServedApi.hurrying(vendor);
                var connection = api.connect()) {
            connection.send(api.head("POST", api.door(), "Content-Length: 1000000\r\n"));
            var dripping = Thread.ofVirtual().start(() -> drip(connection, "x", over));

            var answer = connection.receive();
            over.set(true);
            dripping.join();

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.message()).contains("faster");
            assertThat(connection.isClosedByServer()).isTrue();
            assertThat(vendor.taken).hasValue(-1);
        }
    }

    @Test
    void takesABodyThatIsSlowButFlows() throws Exception {
        var vendor = new Taking();
        try (var api = ServedApi.hurrying(vendor);
                var connection = api.connect()) {
            connection.send(api.head("POST", api.door(), "Content-Length: 12000\r\n"));
            for (int i = 0; i < 30; i++) {
                Thread.sleep(100);
                connection.send("x".repeat(400));
            }

            assertThat(connection.receive().status()).isEqualTo(200);
            assertThat(vendor.taken).hasValue(12_000);
        }
    }

    @Test
    void breaksOffAnAnswerThatTheCallerDoesNotTake() throws Exception {
        var flow = new VendorBodies.Flow(Long.MAX_VALUE, false);
        try (var api =
                        ServedApi.hurrying(
                                request -> VendorBodies.answered(200, VendorBodies.of(flow, -1)));
                var log = new CapturedLog("io.valence.request");
                var socket = new Socket()) {
            socket.setReceiveBufferSize(8 << 10);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), api.port()));
            socket.getOutputStream()
                    .write(api.head("GET", api.door(), "").getBytes(StandardCharsets.US_ASCII));

            while (!log.lines().toString().contains("whole=false")) {
                Thread.sleep(50);
                assertThat(socket.getInputStream().read()).isNotNegative();
            }

            assertThat(flow.isClosed()).isTrue();
        }
    }
}
