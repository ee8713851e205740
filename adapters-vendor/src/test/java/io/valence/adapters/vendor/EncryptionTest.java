package io.valence.adapters.vendor;

import static io.valence.adapters.vendor.Calls.get;
import static io.valence.adapters.vendor.Calls.unreachable;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
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
