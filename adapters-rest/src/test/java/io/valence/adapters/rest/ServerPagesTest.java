package io.valence.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerPagesTest {
    @AutoClose private final ServedApi api = ServedApi.start();

    private ApiAnswer get(String path) {
        return api.anybody("GET", path).send();
    }

    @Test
    void livesAndIsReady() {
        assertThat(get("/elements/health/live").text()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/elements/health/ready").text("/status")).isEqualTo("UP");
        assertThat(get("/elements/health/ready").header("Cache-Control")).contains("no-store");
    }

    @Test
    void measuresRequestsByRoute() {
        var created = api.provisioned("x");
        api.ada("GET", "/instances/" + created.at("/id")).send();
        get("/elements/no/such/path");

        var metrics = get("/elements/metrics").text();

        assertThat(metrics)
                .contains("valence_http_requests_seconds_count")
                .contains("route=\"/api-v2/instances/{id}\"")
                .contains("route=\"none\"")
                .contains("status=\"404\"")
                .doesNotContain("/no/such/path");
    }

    @Test
    void servesItsDescription() {
        var answer = get("/elements/openapi.yaml");

        assertThat(answer.text()).isEqualTo(OpenApiDocument.text());
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/yaml");
    }

    @Test
    void showsItsDescriptionOnAPage() {
        var page = get("/elements/api-docs/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.header("X-Frame-Options")).isEmpty();
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("http");
    }

    @ParameterizedTest
    @CsvSource({
        "api-docs.css,text/css",
        "api-docs.js,text/javascript",
        "swagger-ui.css,text/css",
        "swagger-ui-bundle.js,text/javascript"
    })
    void servesWhatThePageNeeds(String file, String type) throws Exception {
        try (var connection = api.connect()) {
            var answer =
                    connection
                            .send("GET /elements/api-docs/" + file + " HTTP/1.1\r\nHost: h\r\n\r\n")
                            .receive();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type").orElseThrow()).startsWith(type);
            assertThat(answer.header("Elements-Request-Id")).isPresent();
            assertThat(answer.text()).isNotEmpty();
            assertThat(get("/elements/api-docs").text()).contains(file);
        }
    }
}
