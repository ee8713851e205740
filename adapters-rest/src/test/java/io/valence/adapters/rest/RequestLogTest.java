package io.valence.adapters.rest;

import static io.valence.adapters.rest.ServedApi.V2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.io.IOException;

class RequestLogTest {
    @AutoClose private final ServedApi api = ServedApi.start();

    @Test
    void leavesOneLineWithWhoDidWhat() {
        try (var log = new CapturedLog("io.valence.request")) {
            var created = api.provisioned("Sales");

            var line = log.awaitLine("answered");
            assertThat(log.lines()).hasSize(1);
            assertThat(line.level()).isEqualTo("INFO");
            assertThat(line.values())
                    .containsEntry("request", created.header("Elements-Request-Id").orElseThrow())
                    .containsEntry("method", "POST")
                    .containsEntry("path", "/elements/api-v2/instances")
                    .containsEntry("status", "200")
                    .containsEntry("user", "1")
                    .containsEntry("account", "1")
                    .containsEntry("organization", "1")
                    .containsEntry("element", "oraclesalescloud")
                    .containsEntry("instance", created.at("/id").asString())
                    .containsKey("ms");
        }
    }

    @Test
    void neverHasASecretOrAQuery() throws IOException {
        try (var log = new CapturedLog("io.valence.request");
                var others = new CapturedLog("io.valence");
                var connection = api.connect()) {
            var created = api.provisioned("Sales");
            var token = created.text("/token");
            api.ada("GET", "/instances").query("tags[]", "qu3ry").send();
            api.anybody("DELETE", V2 + "/instances").as(api.ada() + ", Element " + token).send();
            api.anybody("GET", V2 + "/instances").as("User s3cr3t").send();
            api.ada("POST", "/instances").json("{\"name\": s3cr3t").send();
            var secret = api.operator("POST", "/users/1/secret").send().text("/secret");
            connection
                    .send("GET " + V2 + "/%zz HTTP/1.1\r\nHost: h\r\nX: s3cr3t\r\n\r\n")
                    .receive();

            log.awaitLine("refused");
            assertThat(log.lines()).hasSize(7);
            assertThat(log.lines() + others.lines().toString())
                    .doesNotContain(
                            token,
                            secret,
                            "pa55word",
                            "s3cr3t",
                            "qu3ry",
                            ServedApi.OPERATOR,
                            api.userSecret(),
                            api.organizationSecret());
        }
    }

    @Test
    void hasALineForWhatIsNoRequestToo() throws IOException {
        try (var log = new CapturedLog("io.valence.request");
                var connection = api.connect()) {
            var answer = connection.send("nonsense\r\n\r\n").receive();

            assertThat(log.awaitLine("refused").values())
                    .containsEntry("request", answer.text("/requestId"))
                    .containsEntry("status", "400");
        }
    }

    @Test
    void cannotBeForgedByAPath() throws IOException {
        try (var log = new CapturedLog("io.valence.request");
                var first = api.connect();
                var second = api.connect()) {
            first.send("GET " + V2 + "/a%0d%0astatus=200%22%20x HTTP/1.1\r\nHost: h\r\n\r\n")
                    .receive();
            second.send("GET " + V2 + "/" + "a".repeat(2_000) + " HTTP/1.1\r\nHost: h\r\n\r\n")
                    .receive();

            log.awaitLine("answered");
            assertThat(log.lines())
                    .allSatisfy(
                            line ->
                                    assertThat(line.values().getOrDefault("path", ""))
                                            .hasSizeLessThan(250)
                                            .doesNotContain("\r", "\n", "\"", " "));
        }
    }

    @Test
    void keepsQuietAboutHealth() {
        try (var log = new CapturedLog("io.valence.request")) {
            api.anybody("GET", "/elements/health/live").send();

            assertThat(log.awaitLine("answered").level()).isEqualTo("DEBUG");
        }
    }
}
