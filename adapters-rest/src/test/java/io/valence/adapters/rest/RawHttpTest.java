package io.valence.adapters.rest;

import static io.valence.adapters.rest.ServedApi.V2;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;

class RawHttpTest {
    private static final String HUBS = "GET " + V2 + "/hubs HTTP/1.1\r\nHost: h\r\n\r\n";

    @AutoClose private final ServedApi api = ServedApi.start();

    private ApiAnswer answerTo(String bytes) throws IOException {
        try (var connection = api.connect()) {
            return connection.send(bytes).receive();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /elements/api-v2/elements/%zz HTTP/1.1 | Host: h | 400",
                "GET /elements/api-v2/elements/%ff HTTP/1.1 | Host: h | 400",
                "GET /elements/api-v2/elements/%ED%A0%80 HTTP/1.1 | Host: h | 400",
                "GET /elements/api-v2/elements/a%00 HTTP/1.1 | Host: h | 400",
                "GET /elements/api-v2/elements/a%01 HTTP/1.1 | Host: h | 400",
                "GET /elements/api-v2/elements/a%5Cb HTTP/1.1 | Host: h | 400",
                "GET /elements/api-v2/elements/a\\b HTTP/1.1 | Host: h | 400",
                "GET /elements/api-v2/elements/%u0041 HTTP/1.1 | Host: h | 400",
                "GET /../elements/api-v2/hubs HTTP/1.1 | Host: h | 400",
                "GET /elements/api-v2/hubs#x HTTP/1.1 | Host: h | 400",
                "GET http://ada@h/elements/api-v2/hubs HTTP/1.1 | Host: h | 400",
                "GET /elements/api-v2/instances/1/proxy/%ff HTTP/1.1 | Host: h | 400",
                "GET /elements/api-v2/instances/1/proxy/a%00 HTTP/1.1 | Host: h | 400",
                "GET elements/api-v2/hubs HTTP/1.1 | Host: h | 400",
                "GET /elements/api-v2/hubs HTTP/1.1 | Host: a b | 400",
                "GET /elements/api-v2/hubs HTTP/1.1 | Host: h:99999999 | 400",
                "GET /elements/api-v2/hubs HTTP/1.1 | Accept: */* | 400",
                "GET /elements/api-v2/hubs HTTP/1.1 | Host: h, Host: i | 400",
                "GET /elements/api-v2/hubs HTTP/1.1 | Host: h, broken | 400",
                "GET /elements/api-v2/hubs HTTP/1.1 | Host: h, Content-Length: x | 400",
                "POST /elements/api-v2/hubs HTTP/1.1 | Host: h, Content-Length: 1,"
                        + " Transfer-Encoding: chunked | 400",
                "GET /elements/api-v2/hubs HTTP/9.9 | Host: h | 505",
                "complete nonsense | Host: h | 505",
                "\u0001\u0002\u0003 | Host: h | 400"
            })
    void answersWhatIsNoRequestInItsOwnWords(String line, String headers, int status)
            throws IOException {
        var answer = answerTo(line + "\r\n" + headers.replace(", ", "\r\n") + "\r\n\r\n");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("Elements-Request-Id").orElseThrow()).matches("[0-9a-f]{24}");
        assertThat(answer.text("/requestId"))
                .isEqualTo(answer.header("Elements-Request-Id").orElseThrow());
        assertThat(answer.message()).contains("HTTP").doesNotContain("Exception", "Jetty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/elements/api-v2/elements/a%2Fb",
                "/elements/api-v2/elements%2fkeys",
                "/elements/api-v2/elements/a%252Fb",
                "/elements/api-v2/hubs;x",
                "/elements;x/api-v2/hubs",
                "/elements/;x/api-v2/hubs",
                "/elements/api-v2/hubs;",
                "/elements/api-v2/./hubs",
                "/elements/api-v2/hubs/.",
                "/elements/api-v2/x/../hubs",
                "/elements/api-docs/../../etc/passwd",
                "/elements/api-v2/x/%2e%2e/hubs",
                "/elements/api-v2/x/.%2E/hubs",
                "/elements/api-v2/x/..;y/hubs",
                "/elements/api-v2/.;y/hubs",
                "/elements/api-v2/%2e%2e/x",
                "/elements/api-v2/instances/1/proxy/../enabled",
                "/elements/api-v2/instances;x/1/proxy/hubs",
                "/elements/;x/api-v2/instances/1/proxy/hubs",
                "/elements/api-v2/instances/1%252F2/proxy/hubs"
            })
    void refusesAPathThatCanBeReadInTwoWays(String path) throws IOException {
        try (var connection = api.connect()) {
            var get = "GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n";

            var answer = connection.send(get).receive();

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.message()).startsWith("The path ");
            assertThat(connection.send(HUBS).receive().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"instances/%00", "instances/%ff", "elements/%zz"})
    void saysThatTheConnectionEndsWithAnAnswerToABrokenAddress(String address) throws IOException {
        try (var connection = api.connect()) {
            var answer =
                    connection
                            .send("PUT " + V2 + "/" + address + " HTTP/1.1\r\nHost: h\r\n\r\n")
                            .receive();

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.headers().allValues("Connection")).containsExactly("close");
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void refusesHeadersAndAddressesTooLarge() throws IOException {
        var headers =
                answerTo(
                        "GET "
                                + V2
                                + "/hubs HTTP/1.1\r\nHost: h\r\nX: "
                                + "x".repeat(20_480)
                                + "\r\n\r\n");
        var address =
                answerTo("GET " + V2 + "/" + "x".repeat(20_480) + " HTTP/1.1\r\nHost: h\r\n\r\n");

        assertThat(headers.status()).isEqualTo(431);
        assertThat(headers.message()).contains("16 KiB");
        assertThat(address.status()).isEqualTo(414);
        assertThat(address.text("/requestId")).hasSize(24);
    }

    @Test
    void takesAnAddressWithItsHost() throws IOException {
        var answer = answerTo("GET http://any" + V2 + "/hubs HTTP/1.1\r\nHost: any\r\n\r\n");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void findsNothingBehindANulOrAParameterOfThePath() throws IOException {
        for (String path : new String[] {"/elements/a%00", "/elements/%01", "/elements/é"}) {
            assertThat(answerTo("GET " + V2 + path + " HTTP/1.1\r\nHost: h\r\n\r\n").status())
                    .as(path)
                    .isIn(400, 404);
        }
    }

    @Test
    void speaksTheOldProtocolAndHangsUp() throws IOException {
        try (var connection = api.connect()) {
            var answer = connection.send("GET " + V2 + "/hubs HTTP/1.0\r\n\r\n").receive();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().size()).isEqualTo(3);
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void hangsUpWhenItIsAskedTo() throws IOException {
        try (var connection = api.connect()) {
            var answer =
                    connection
                            .send(HUBS.replace("Host: h", "Host: h\r\nConnection: close"))
                            .receive();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void answersRequestsInTheOrderInWhichTheyCame() throws IOException {
        try (var connection = api.connect()) {
            connection.send(HUBS + HUBS.replace("/hubs", "/elements/keys") + HUBS);

            assertThat(connection.receive().json().size()).isEqualTo(3);
            assertThat(connection.receive().json().size()).isEqualTo(2);
            assertThat(connection.receive().json().size()).isEqualTo(3);
        }
    }

    @Test
    void goesOnAfterARefusalOfABodyThatNobodyRead() throws IOException {
        try (var connection = api.connect()) {
            connection.send(
                    "POST "
                            + V2
                            + "/nothing HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n");
            connection.send("x".repeat(100_000));

            assertThat(connection.receive().status()).isEqualTo(404);
            assertThat(connection.send(HUBS).receive().status()).isEqualTo(200);
        }
    }

    @Test
    void ignoresTheBodyOfACallThatNeedsNone() throws IOException {
        var created = api.provisioned("x");
        try (var connection = api.connect()) {
            connection.send(
                    api.head(
                            "DELETE",
                            "/instances/" + created.at("/id"),
                            "Transfer-Encoding: chunked\r\n"));
            connection.send("4\r\nnull\r\n0\r\n\r\n");

            assertThat(connection.receive().status()).isEqualTo(200);
            assertThat(connection.send(HUBS).receive().status()).isEqualTo(200);
        }
    }

    @Test
    void takesABodyThatArrivesInDrops() throws IOException, InterruptedException {
        var body = "{\"element\": {}}";
        try (var connection = api.connect()) {
            connection.send(post(body.length()));
            for (int i = 0; i < body.length(); i++) {
                connection.send(body.substring(i, i + 1));
                Thread.sleep(5);
            }

            assertThat(connection.receive().status()).isEqualTo(400);
        }
    }

    @Test
    void givesUpOnABodyThatStopsArriving() throws IOException {
        try (var impatient = ServedApi.waitingFor(Duration.ofMillis(300));
                var connection = impatient.connect()) {
            var answer =
                    connection
                            .send(post(100).replace(api.ada(), impatient.ada()) + "{\"name\":")
                            .receive();

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.text("/requestId")).hasSize(24);
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void outlivesCallersWhoDisappear() throws IOException {
        for (int i = 0; i < 20; i++) {
            try (var connection = api.connect()) {
                connection.send(post(1000) + "{");
            }
            try (var connection = api.connect()) {
                connection.send(HUBS + HUBS);
            }
        }

        assertThat(answerTo(HUBS).status()).isEqualTo(200);
    }

    private String post(int length) {
        return "POST "
                + V2
                + "/instances HTTP/1.1\r\nHost: h\r\nAuthorization: "
                + api.ada()
                + "\r\nContent-Length: "
                + length
                + "\r\n\r\n";
    }
}
