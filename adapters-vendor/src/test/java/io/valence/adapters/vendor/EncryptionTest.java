package io.valence.adapters.vendor;

import static io.valence.adapters.vendor.Calls.get;
import static io.valence.adapters.vendor.Calls.unreachable;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

class EncryptionTest {
    @TempDir Path folder;

    @Test
    void refusesWhoeverCannotProveWhoItIs() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpsServer impostor =
                HttpsServer.create(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 10);
        impostor.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.in(folder).context()));
        impostor.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        impostor.start();
        try (var door = HttpVendors.open(Calls.settings(Calls.LOOPBACK))) {
            URI address = URI.create("https://127.0.0.1:" + impostor.getAddress().getPort());

            var answer = door.vendors().send(get(address, "/"));

            assertThat(unreachable(answer).reason())
                    .isEqualTo("The host 127.0.0.1 could not prove who it is, or speaks no TLS");
            assertThat(unreachable(answer).sent()).isFalse();
            assertThat(asked).hasValue(0);
            assertThat(door.leased()).isZero();
        } finally {
            impostor.stop(0);
        }
    }

    @Test
    void givesUpOnAHandshakeThatDrips() throws Exception {
        byte[] begin = {22, 3, 3, 64, 0, 2};
        VendorSettings settings =
                new VendorSettings(
                        Duration.ofMillis(500),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(20),
                        64,
                        512,
                        1 << 20,
                        Calls.LOOPBACK,
                        Optional.empty());
        try (var socket = new ServerSocket(0, 16, InetAddress.ofLiteral("127.0.0.1"));
                var door = HttpVendors.open(settings)) {
            Thread.startVirtualThread(
                    () -> {
                        try (var connection = socket.accept()) {
                            connection.getOutputStream().write(begin);
                            for (int i = 0; i < 100; i++) {
                                connection.getOutputStream().write(0);
                                Thread.sleep(100);
                            }
                        } catch (IOException | InterruptedException gone) {
                            Thread.currentThread().interrupt();
                        }
                    });
            URI address = URI.create("https://127.0.0.1:" + socket.getLocalPort());
            long started = System.nanoTime();

            var answer = door.vendors().send(get(address, "/"));

            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(unreachable(answer).late()).isTrue();
            assertThat(unreachable(answer).sent()).isFalse();
            assertThat(unreachable(answer).reason())
                    .isEqualTo("The host 127.0.0.1 took no connection in time");
            assertThat(door.leased()).isZero();
        }
    }

    @Test
    void refusesWhoeverSpeaksNoTls() {
        try (var vendor =
                        RawVendor.that(
                                (_, out, _) -> {
                                    out.write(RawVendor.bytes("HTTP/1.1 400 Bad||"));
                                    return false;
                                });
                var door = HttpVendors.open(Calls.settings(Calls.LOOPBACK))) {
            var answer =
                    door.vendors().send(get(URI.create("https://127.0.0.1:" + vendor.port()), "/"));

            assertThat(unreachable(answer).sent()).isFalse();
            assertThat(vendor.asked()).isEmpty();
        }
    }
}
