package io.valence.testkit.api;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A client that believes nothing: an answer that the description does not allow, an accepted
 * request that it does not allow, and an error without its request id are each an {@link
 * AssertionError}. What a vendor answered to a proxied request is the vendor's business.
 */
public final class ApiClient implements AutoCloseable {
    private static final Pattern REQUEST_ID = Pattern.compile("[0-9a-f]{24}");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of a body, in a failure's message. */
    private static final int MOST_SHOWN = 4_000;

    /** Methods that are answered by rule, and so are not described one by one. */
    private static final Set<String> UNDESCRIBED = Set.of("HEAD", "OPTIONS");

    /** What it says of its condition is no error, whatever its status. */
    private static final String HEALTH = "/elements/health/";

    private final URI server;
    private final ApiDescription description;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A client of the server at this address, such as {@code http://127.0.0.1:8080}. */
    public ApiClient(URI server, ApiDescription description) {
        this.server = server;
        this.description = description;
    }

    /** A GET of this path, which begins with {@code /elements}. */
    public ApiRequest get(String path) {
        return request("GET", path);
    }

    /** A POST. */
    public ApiRequest post(String path) {
        return request("POST", path);
    }

    /** A PUT. */
    public ApiRequest put(String path) {
        return request("PUT", path);
    }

    /** A PATCH. */
    public ApiRequest patch(String path) {
        return request("PATCH", path);
    }

    /** A DELETE. */
    public ApiRequest delete(String path) {
        return request("DELETE", path);
    }

    /** Any other request. */
    public ApiRequest request(String method, String path) {
        return ApiRequest.of(this, method, path);
    }

    ApiAnswer send(ApiRequest request) {
        ApiAnswer answer = exchange(request);
        List<String> faults = new ArrayList<>(faultsOfEvery(request, answer));
        if (!UNDESCRIBED.contains(request.method()) && description.knows(request)) {
            faults.addAll(description.faults(request, answer));
            if (isAccepted(answer)) {
                faults.addAll(description.faults(request));
            }
        } else if (!UNDESCRIBED.contains(request.method()) && answer.status() < 400) {
            faults.add("no operation of the description answers this");
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    "%s %s -> %s\n  %s"
                            .formatted(
                                    request,
                                    shown(request.body()),
                                    answer,
                                    String.join("\n  ", faults)));
        }
        return answer;
    }

    /** Each byte as one character, with escapes, so that no body looks like another. */
    private static String shown(byte[] body) {
        int length = Math.min(body.length, MOST_SHOWN);
        String text = new String(body, 0, length, StandardCharsets.ISO_8859_1);
        return JSON.writeValueAsString(text)
                + (length < body.length ? "… (" + body.length + " bytes)" : "");
    }

    /** A dry run that finds a body not valid answers well, and accepts nothing. */
    private static boolean isAccepted(ApiAnswer answer) {
        return answer.status() < 400 && !answer.text().startsWith("{\"valid\":false,\"message\":");
    }

    private ApiAnswer exchange(ApiRequest request) {
        HttpRequest.Builder copy =
                HttpRequest.newBuilder(server.resolve(request.address()))
                        .timeout(Duration.ofSeconds(20))
                        .method(
                                request.method(),
                                request.body().length == 0
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(header -> copy.header(header.name(), header.value()));
        try {
            HttpResponse<byte[]> response =
                    http.send(copy.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new ApiAnswer(response.statusCode(), response.headers(), response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(request.toString(), broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<String> faultsOfEvery(ApiRequest request, ApiAnswer answer) {
        List<String> faults = new ArrayList<>();
        String id = answer.header("Elements-Request-Id").orElse("");
        if (!REQUEST_ID.matcher(id).matches()) {
            faults.add("the answer has no request id");
        }
        boolean isError =
                answer.status() >= 400
                        && !request.path().startsWith(HEALTH)
                        && !ApiDescription.isTheVendors(request, answer);
        if (isError && !request.method().equals("HEAD")) {
            try {
                JsonNode error = answer.json();
                if (!error.path("requestId").asString("").equals(id)
                        || error.path("message").asString("").isBlank()) {
                    faults.add("the error lacks its request id or its message");
                }
            } catch (JacksonException notJson) {
                faults.add("the error is not JSON");
            }
            if (answer.text().contains("Exception") || answer.text().contains("io.valence.")) {
                faults.add("the error tells of the program's insides");
            }
        }
        return faults;
    }

    @Override
    public void close() {
        http.close();
    }
}
