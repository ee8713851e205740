package io.valence.adapters.vendor;

import static io.valence.adapters.vendor.Calls.get;
import static io.valence.adapters.vendor.Calls.unreachable;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

class EncryptionTest {
    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir Path folder;

    @Test
    void refusesWhoeverCannotProveWhoItIs() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpsServer impostor =
                HttpsServer.create(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 10);
        impostor.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
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

    private SSLContext selfSigned() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "impostor",
                                "-dname",
                                "CN=127.0.0.1",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-storepass",
                                new String(PASSWORD),
                                "-keystore",
                                store.toString())
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
