package io.valence.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

class BodiesTest {
    @AutoClose private final ServedApi api = ServedApi.start();

    @AfterEach
    void leavesNothingBehind() {
        var names = api.ada("GET", "/instances").send();
        assertThat(names.text()).doesNotContain("BAD");
    }

    private ApiAnswer post(String json) {
        return api.ada("POST", "/instances").json(json).send();
    }

    private ApiAnswer post(byte[] body) {
        return api.ada("POST", "/instances").body("application/json", body).send();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}}",
                "{} {}",
                "[]",
                "[1]",
                "1",
                "\"x\"",
                "true",
                "{'a': 1}",
                "{\"a\": 01}",
                "{\"a\": NaN}",
                "{\"a\": 1,}",
                "// x\n{}",
                "{\"name\": \"BAD\", \"name\": \"BAD\"}",
                "{\"configuration\": {\"a\": 1, \"a\": 2}}",
                "{\"name\": \"BAD\", \"NAME\": \"BAD\"}",
                "{\"name\": \"BAD\\u0000\"}",
                "{\"a\\u0000\": 1}",
                "{\"name\": \"BAD\\ud800\"}",
                "{\"name\": \"BAD\\udc00\\ud800\"}",
                "{\"configuration\": {\"\\udfff\": 1}}",
                "{\"tags\": [\"\\u0000\"]}",
                "{\"providerData\": {\"a\": {\"b\": \"\\ud800\"}}}",
                "nul",
                "\u00a0"
            })
    void refusesWhatIsNoUsableJson(String body) {
        var answer = post(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("BAD");
    }

    @Test
    void saysWhereTheJsonGoesWrong() {
        var answer = post("{\n  \"name\": s3cr3t\n}");

        assertThat(answer.message()).contains("line 2").doesNotContain("s3cr3t");
    }

    @Test
    void refusesDepthWithoutEnd() {
        var deep = "{\"providerData\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThat(post(deep).message()).contains("too deep");
        assertThat(post("{\"a\": ".repeat(40) + "1" + "}".repeat(40)).status()).isEqualTo(400);
        assertThat(post("[".repeat(500_000)).status()).isEqualTo(400);
    }

    @Test
    void refusesNumbersWithoutEndAndTakesThoseOfGreatPowers() {
        assertThat(post("{\"a\": " + "9".repeat(5_000) + "}").status()).isEqualTo(400);

        var huge =
                post(
                        ServedApi.oracle("x")
                                .replace(
                                        "\"username\"",
                                        "\"pagination.max\": 1e999999999, \"username\""));
        var text =
                post(
                        ServedApi.oracle("x")
                                .replace(
                                        "\"username\"",
                                        "\"bulk.add_metadata\": 1e999999999, \"username\""));
        var size = post("{\"maxCacheSize\": 1e999999999, \"cacheTimeToLive\": -1e-999999999}");

        assertThat(huge.status()).isEqualTo(400);
        assertThat(text.status()).isEqualTo(200);
        assertThat(text.text("/configuration/bulk.add_metadata")).hasSizeLessThan(20);
        assertThat(size.status()).isEqualTo(400);
    }

    @Test
    void refusesTokensWithoutEnd() {
        var many = "{\"providerData\": [" + "0,".repeat(250_000) + "0]}";

        assertThat(post(many).status()).isEqualTo(400);
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        var body = ServedApi.oracle("BAD \u00e9").getBytes(ISO_8859_1);

        assertThat(post(body).message()).contains("UTF-8");
        assertThat(post(ServedApi.oracle("BAD").getBytes(UTF_16)).status()).isEqualTo(400);
        assertThat(post(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}).status())
                .isEqualTo(400);
        assertThat(post(new byte[] {0, 0, 0, '{'}).status()).isEqualTo(400);
    }

    @Test
    void passesOverAMarkBeforeTheText() {
        assertThat(post(("\uFEFF" + ServedApi.oracle("marked")).getBytes(UTF_8)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\r\n\t ", "null", " null ", "{}"})
    void takesNothingAsAnEmptyObject(String body) {
        var answer = post(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/element");
    }

    @Test
    void keepsTextOfEveryScript() {
        var name = "Žluťoučký 客户 \\ud83d\\ude80 \uD83D\uDE80";

        assertThat(post(ServedApi.oracle(name)).text("/name"))
                .isEqualTo("Žluťoučký 客户 \uD83D\uDE80 \uD83D\uDE80");
    }

    @Test
    void boundsNames() {
        assertThat(post(ServedApi.oracle("n".repeat(255))).status()).isEqualTo(200);
        assertThat(post(ServedApi.oracle("n".repeat(256))).text("/errors/0/pointer"))
                .isEqualTo("/name");
        assertThat(post(ServedApi.oracle("BAD\\u0007")).status()).isEqualTo(400);
    }

    @Test
    void takesABodyOfTheMostAndNoMore() {
        var body = ServedApi.oracle("big").getBytes(UTF_8);
        var most = Arrays.copyOf(body, 1 << 20);
        Arrays.fill(most, body.length, most.length, (byte) ' ');
        var more = Arrays.copyOf(most, most.length + 1);
        more[most.length] = ' ';

        assertThat(post(most).status()).isEqualTo(200);
        assertThat(post(more).status()).isEqualTo(413);
    }

    @Test
    void answersTooLargeABodyWhenAllOfItWasSent() throws Exception {
        var eight = 8 << 20;
        try (var connection = api.connect()) {
            connection.send(head("Content-Length: " + eight)).send(new byte[eight]);
            var declared = connection.receive();
            assertThat(declared.status()).isEqualTo(413);
            assertThat(declared.message()).contains("1 MiB");

            connection.send(head("Transfer-Encoding: chunked"));
            for (int sent = 0; sent < eight; sent += 1 << 20) {
                connection.send("100000\r\n").send(new byte[1 << 20]).send("\r\n");
            }
            connection.send("0\r\n\r\n");
            assertThat(connection.receive().status()).isEqualTo(413);

            var next = connection.send(head("Content-Length: 2") + "{}").receive();
            assertThat(next.status()).isEqualTo(400);
        }
    }

    @Test
    void refusesBeforeTheBodyIsSentToOneThatAsks() throws Exception {
        try (var connection = api.connect()) {
            var refused =
                    connection
                            .send(head("Expect: 100-continue\r\nContent-Length: 8388608"))
                            .receive();

            assertThat(refused.status()).isEqualTo(413);
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void tellsOneThatAsksToGoOn() throws Exception {
        var body = ServedApi.oracle("asked");
        try (var connection = api.connect()) {
            var goOn =
                    connection
                            .send(head("Expect: 100-continue\r\nContent-Length: " + body.length()))
                            .receive();
            var answer = connection.send(body).receive();

            assertThat(goOn.status()).isEqualTo(100);
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    private String head(String more) {
        return api.head("POST", "/instances", "Content-Type: application/json\r\n" + more + "\r\n");
    }
}
