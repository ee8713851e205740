package io.valence.sandbox;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An HTTP client that keeps what a page sets as a cookie, and follows nothing. */
final class Browser {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> headers = new HashMap<>();

    Browser with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    static String basic(String user, String password) {
        byte[] joined = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(joined);
    }

    HttpResponse<String> get(String address) {
        return send("GET", address, HttpRequest.BodyPublishers.noBody());
    }

    HttpResponse<String> delete(String address) {
        return send("DELETE", address, HttpRequest.BodyPublishers.noBody());
    }

    HttpResponse<String> post(String address, String json) {
        return sendJson("POST", address, json);
    }

    HttpResponse<String> patch(String address, String json) {
        return sendJson("PATCH", address, json);
    }

    private HttpResponse<String> sendJson(String method, String address, String json) {
        headers.put("Content-Type", "application/json");
        return send(method, address, HttpRequest.BodyPublishers.ofString(json));
    }

    HttpResponse<String> submit(String address, Map<String, String> fields) {
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        return send("POST", address, HttpRequest.BodyPublishers.ofString(encode(fields)));
    }

    HttpResponse<String> send(String method, String address, HttpRequest.BodyPublisher body) {
        var response = send(method, address, body, HttpResponse.BodyHandlers.ofString());
        response.headers()
                .firstValue("Set-Cookie")
                .ifPresent(cookie -> headers.put("Cookie", cookie.split(";", 2)[0]));
        return response;
    }

    <T> HttpResponse<T> send(
            String method,
            String address,
            HttpRequest.BodyPublisher body,
            HttpResponse.BodyHandler<T> handler) {
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofSeconds(20))
                        .method(method, body);
        headers.forEach(request::header);
        try {
            return client.send(request.build(), handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return MAPPER.readTree(response.body());
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The parameters of an address. */
    static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getRawQuery().split("&", -1))
                .map(each -> each.split("=", 2))
                .collect(
                        Collectors.toMap(
                                each -> each[0],
                                each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
    }
}
