package io.valence.server.admin;

import io.valence.server.settings.Messages;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The administration of a running server. */
final class Administration implements AutoCloseable {
    private static final String ROOT = "/elements/admin";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final ServerAccess access;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();

    Administration(ServerAccess access) {
        this.access = access;
    }

    JsonNode get(String path) {
        return call(request(path).GET());
    }

    JsonNode post(String path, JsonNode body) {
        return call(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(access.url() + ROOT + path))
                .timeout(WHOLE)
                .header("Accept", "application/json")
                .header("Authorization", "Operator " + access.secret().secret().reveal());
    }

    private JsonNode call(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode body = read(response);
            if (response.statusCode() != 200) {
                throw AdminFailure.failed(complaint(response.statusCode(), body));
            }
            return body;
        } catch (IOException failure) {
            throw AdminFailure.failed(
                    "there is no answer from " + access.url() + "; is the server running?");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw AdminFailure.failed("interrupted.");
        }
    }

    private JsonNode read(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException notJson) {
            throw AdminFailure.failed(
                    "what answers at "
                            + access.url()
                            + " (status "
                            + response.statusCode()
                            + ") is not Valence.");
        }
    }

    private static String complaint(int status, JsonNode body) {
        String message = body.path("message").asString("");
        String reason = message.isEmpty() ? "status " + status : Messages.escaped(message);
        return status == 401
                ? "the server does not accept the operator's secret: " + reason
                : "the server refused (" + status + "): " + reason + reasons(body.path("errors"));
    }

    /** What is wrong with each value, a line each. */
    private static String reasons(JsonNode errors) {
        StringBuilder lines = new StringBuilder();
        errors.forEach(
                error ->
                        lines.append("\n  - ")
                                .append(Messages.escaped(error.path("key").asString("")))
                                .append(": ")
                                .append(Messages.escaped(error.path("reason").asString(""))));
        return lines.toString();
    }

    @Override
    public void close() {
        client.close();
    }
}
