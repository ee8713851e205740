package io.valence.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;

import io.valence.testkit.api.ApiClient;
import io.valence.testkit.api.ApiDescription;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

class ApiClientTest {
    private static final ApiDescription DESCRIPTION = ApiDescription.of(OpenApiDocument.text());
    private static final String ID = "6740a1f2e4b0c2d9a1b2c3d4";
    private static final String KEYS = ServedApi.V2 + "/elements/keys";

    private Optional<String> instance = Optional.empty();
    private HttpServer liar;
    private ApiClient client;

    @BeforeEach
    void start() throws IOException {
        liar = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        liar.start();
        client =
                new ApiClient(
                        URI.create("http://127.0.0.1:" + liar.getAddress().getPort()), DESCRIPTION);
    }

    @AfterEach
    void stop() {
        client.close();
        liar.stop(0);
    }

    private void says(int status, String requestId, String body) {
        liar.createContext(
                "/",
                exchange -> {
                    var bytes = body.getBytes(UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.getResponseHeaders().add("Elements-Request-Id", requestId);
                    exchange.getResponseHeaders().add("Elements-Returned-Count", "1");
                    exchange.getResponseHeaders().add("Cache-Control", "no-store");
                    instance.ifPresent(
                            id ->
                                    exchange.getResponseHeaders()
                                            .add("Elements-Element-Instance-Id", id));
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    @Test
    void believesAnAnswerThatIsDescribed() {
        says(200, ID, "[\"a\"]");

        assertThat(client.get(KEYS).send().status()).isEqualTo(200);
    }

    @Test
    void doesNotBelieveABodyOfAnotherShape() {
        says(200, ID, "[1]");

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> client.get(KEYS).send());
    }

    @Test
    void doesNotBelieveAnAnswerWithoutARequestId() {
        says(200, "x", "[\"a\"]");

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> client.get(KEYS).send());
    }

    @Test
    void doesNotBelieveAStatusThatIsNotDescribed() {
        says(202, ID, "[\"a\"]");

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> client.get(KEYS).send());
    }

    @Test
    void doesNotBelieveAnErrorOfAnotherRequest() {
        says(404, ID, "{\"requestId\": \"6740a1f2e4b0c2d9a1b2c3d5\", \"message\": \"x\"}");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> client.get(ServedApi.V2 + "/elements/x").send());
    }

    @Test
    void doesNotBelieveAnErrorThatTellsOfTheInsides() {
        var body = "{\"requestId\": \"%s\", \"message\": \"NullPointerException\"}".formatted(ID);
        says(500, ID, body);

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> client.get(KEYS).send());
    }

    @Test
    void doesNotBelieveThatARequestWasRightThatIsNotDescribed() {
        says(200, ID, "[\"a\"]");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> client.get(KEYS).query("colour", "red").send())
                .withMessageContaining("colour");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> client.get(ServedApi.V2 + "/nothing").send());
    }

    @Test
    void showsTheBodyOfTheRequestThatItFindsFaultWith() {
        says(202, ID, "{}");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> client.post(ServedApi.V2 + "/instances").json("\u0001\n").send())
                .withMessageContaining("POST /elements/api-v2/instances \"\\u0001\\n\" -> 202");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/instances/1/proxy",
                "/instances/1/proxy/",
                "/instances/1/proxy/accounts",
                "/instances/1/proxy/crm/v1/accounts;q=1/%2F",
                "/instances/proxy/accounts/7"
            })
    void believesWhateverAVendorAnswers(String path) {
        instance = Optional.of("1");
        says(418, ID, "<html>java.lang.NullPointerException</html>");
        var call = client.post(ServedApi.V2 + path).query("any", "thing").as("User a, Element b");

        assertThat(call.body("text/csv", new byte[] {1, 2}).send().status()).isEqualTo(418);
    }

    @Test
    void doesNotBelieveAVendorsAnswerThatNamesNoInstance() {
        says(200, ID, "{}");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> client.get(ServedApi.V2 + "/instances/1/proxy/a/b").send())
                .withMessageContaining("names no instance");
    }

    @Test
    void holdsOurOwnErrorsOnTheWayToAVendorToTheDescription() {
        says(403, ID, "{\"requestId\": \"%s\", \"message\": \"x\", \"odd\": 1}".formatted(ID));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> client.get(ServedApi.V2 + "/instances/1/proxy/a/b").send())
                .withMessageContaining("odd");
    }

    @Test
    void letsAQuestionForConsentHaveFurtherParameters() {
        says(200, ID, "{\"oauthUrl\": \"https://a.example/b?c=d\", \"element\": \"acme\"}");

        var answer =
                client.get(ServedApi.V2 + "/elements/acme/oauth/url")
                        .query("apiKey", "key")
                        .query("siteAddress", "shop.example.com")
                        .send();

        assertThat(answer.text("/element")).isEqualTo("acme");
    }
}
