package io.valence.adapters.vendor;

import static io.valence.adapters.vendor.Calls.answered;
import static io.valence.adapters.vendor.Calls.content;
import static io.valence.adapters.vendor.Calls.get;
import static io.valence.adapters.vendor.Calls.read;
import static io.valence.adapters.vendor.Calls.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.Credentials;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What a vendor sends that is of no answer: nobody may take it for the answer to the next call. */
class LeftoversTest {
    private static final String OK = "HTTP/1.1 200 OK|Content-Length: 4||mine";
    private static final String SURPLUS = "HTTP/1.1 200 OK|Content-Length: 6||others";

    private final HttpVendors door = HttpVendors.open(Calls.patient(Calls.LOOPBACK));

    @TempDir Path folder;

    @AfterEach
    void closesTheDoor() {
        assertThat(door.leased()).isZero();
        door.close();
    }

    private static RawVendor.Answering adding(String surplus, long pause) {
        return (asked, out, _) -> {
            if (asked.line().contains(" /first")) {
                out.write(RawVendor.bytes(pause == 0 ? OK + surplus : OK));
                out.flush();
                if (pause > 0) {
                    Thread.sleep(pause);
                    out.write(RawVendor.bytes(surplus));
                }
            } else {
                out.write(RawVendor.bytes(OK));
            }
            return true;
        };
    }

    @ParameterizedTest
    @CsvSource({"GET,0,0", "POST,0,0", "GET,20,200", "POST,20,200", "GET,20,1300", "POST,20,1300"})
    void giveNobodyWhatAnAnswerHasTooMuch(String method, long pause, long idle) throws Exception {
        try (var vendor = RawVendor.that(adding(SURPLUS, pause))) {
            read(door.vendors().send(get(vendor.address(), "/first")));
            Thread.sleep(idle);

            var answer =
                    door.vendors()
                            .send(
                                    request(
                                            method,
                                            vendor.address(),
                                            "/second",
                                            Credentials.none(),
                                            method.equals("POST")
                                                    ? content("x")
                                                    : Optional.empty()));

            assertThat(read(answer)).isEqualTo("mine");
            assertThat(vendor.connections()).isEqualTo(2);
            assertThat(vendor.asked()).hasSize(2);
        }
    }

    @Test
    void giveNobodyTheBodyOfAnAnswerThatHasNone() {
        try (var vendor = RawVendor.saying(SURPLUS)) {
            for (int i = 0; i < 3; i++) {
                var answer =
                        door.vendors()
                                .send(
                                        request(
                                                "HEAD",
                                                vendor.address(),
                                                "/",
                                                Credentials.none(),
                                                Optional.empty()));

                assertThat(answered(answer).status()).isEqualTo(200);
            }

            assertThat(vendor.connections()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {200, 1_300})
    void passOverTheFarewellOfALineThatWasIdle(long idle) throws Exception {
        try (var vendor =
                RawVendor.that(
                        adding("HTTP/1.1 408 Timeout|Connection: close|Content-Length: 0||", 20))) {
            read(door.vendors().send(get(vendor.address(), "/first")));
            Thread.sleep(idle);

            var answer =
                    door.vendors()
                            .send(
                                    request(
                                            "POST",
                                            vendor.address(),
                                            "/second",
                                            Credentials.none(),
                                            content("x")));

            assertThat(answered(answer).status()).isEqualTo(200);
            assertThat(read(answer)).isEqualTo("mine");
        }
    }

    @ParameterizedTest
    @CsvSource({"'',0,1", SURPLUS_AT_ONCE, SURPLUS_LATER})
    void giveNobodyWhatAnEncryptedAnswerHasTooMuch(String surplus, long pause, int connections)
            throws Exception {
        SelfSigned key = SelfSigned.in(folder);
        var socket =
                key.context()
                        .getServerSocketFactory()
                        .createServerSocket(0, 16, InetAddress.ofLiteral("127.0.0.1"));
        try (var vendor = RawVendor.on(socket, adding(surplus, pause));
                var own = key.trusting(Calls.patient(Calls.LOOPBACK))) {
            URI address = URI.create("https://127.0.0.1:" + vendor.port());
            read(own.vendors().send(get(address, "/first")));
            Thread.sleep(200);

            for (int i = 0; i < 3; i++) {
                assertThat(read(own.vendors().send(get(address, "/second")))).isEqualTo("mine");
            }

            assertThat(vendor.connections()).isEqualTo(connections);
            assertThat(own.leased()).isZero();
        }
    }

    private static final String SURPLUS_AT_ONCE = "'" + SURPLUS + "',0,2";
    private static final String SURPLUS_LATER = "'" + SURPLUS + "',20,2";
}
