package io.valence.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Callers who take large answers slowly, and what is left for others meanwhile. */
@Timeout(60)
class SlowTakersTest {
    private static final int SIZE = 6 << 20;
    private static final long ROOM = 20L << 20;
    private static final Duration PATIENT = Duration.ofSeconds(60);

    private final List<Socket> slow = new ArrayList<>();

    private static AnsweringVendors large() {
        String record = "{\"PartyNumber\":\"1\",\"Name\":\"" + "x".repeat(SIZE) + "\"}";
        String json = "{\"items\":[" + record + "],\"hasMore\":false}";
        return request -> VendorBodies.answered(200, VendorBodies.of(json));
    }

    private static String caller(ServedApi api) {
        return api.ada() + ", Element " + api.provisioned("Sales").text("/token");
    }

    private static ApiAnswer get(ServedApi api, String caller) {
        return api.anybody("GET", ServedApi.V2 + "/accounts").as(caller).send();
    }

    /** Asks, and takes no more than the beginning of the answer. */
    private void begin(ServedApi api, String caller) throws IOException {
        Socket socket = new Socket();
        slow.add(socket);
        socket.setReceiveBufferSize(8 << 10);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), api.port()));
        socket.getOutputStream()
                .write(
                        "GET %s/accounts HTTP/1.1\r\nHost: h\r\nAuthorization: %s\r\n\r\n"
                                .formatted(ServedApi.V2, caller)
                                .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
    }

    private void hangUp() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
        slow.clear();
    }

    /** What the whole room is needed for goes well, sooner or later. */
    private static void awaitRoom(ServedApi api, String caller) throws InterruptedException {
        while (get(api, caller).status() != 200) {
            Thread.sleep(50);
        }
    }

    @Test
    void holdNoMoreThanTheRoomAndGiveItBackWhenTheyHangUp() throws Exception {
        try (var api = ServedApi.shipped(large(), ROOM, PATIENT)) {
            String caller = caller(api);
            for (int round = 0; round < 5; round++) {
                for (int i = 0; i < 3; i++) {
                    begin(api, caller);
                }

                ApiAnswer refused = get(api, caller);
                hangUp();
                awaitRoom(api, caller);

                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).contains("1");
                assertThat(refused.message()).contains("as it has room for");
            }
        }
    }

    @Test
    void giveItBackWhenTheyHaveTakenAll() throws Exception {
        try (var api = ServedApi.shipped(large(), ROOM, PATIENT)) {
            String caller = caller(api);
            for (int i = 0; i < 3; i++) {
                begin(api, caller);
            }
            assertThat(get(api, caller).status()).isEqualTo(503);

            for (Socket socket : slow) {
                socket.getInputStream().skipNBytes(SIZE);
            }

            awaitRoom(api, caller);
            hangUp();
        }
    }

    @Test
    void areEndedIfTheyTakeNothing() throws Exception {
        try (var api = ServedApi.shipped(large(), ROOM, Duration.ofSeconds(1))) {
            String caller = caller(api);
            for (int i = 0; i < 3; i++) {
                begin(api, caller);
            }

            awaitRoom(api, caller);

            assertThat(slow).hasSize(3).noneMatch(Socket::isClosed);
            hangUp();
        }
    }

    @Test
    void holdNothingWhereOnlyTheHeadIsWanted() throws Exception {
        try (var api = ServedApi.shipped(large(), ROOM, PATIENT)) {
            String caller = caller(api);
            for (int i = 0; i < 20; i++) {
                assertThat(
                                api.anybody("HEAD", ServedApi.V2 + "/accounts")
                                        .as(caller)
                                        .send()
                                        .status())
                        .isEqualTo(200);
            }
        }
    }
}
