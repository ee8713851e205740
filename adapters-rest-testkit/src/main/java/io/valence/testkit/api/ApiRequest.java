package io.valence.testkit.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request on its way: add to it, then send it. Each addition makes another request. */
public final class ApiRequest {
    private final ApiClient client;
    private final String method;
    private final String path;
    private final List<Pair> query;
    private final List<Pair> headers;
    private final byte[] body;

    record Pair(String name, String value) {}

    private ApiRequest(
            ApiClient client,
            String method,
            String path,
            List<Pair> query,
            List<Pair> headers,
            byte[] body) {
        this.client = client;
        this.method = method;
        this.path = path;
        this.query = List.copyOf(query);
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    static ApiRequest of(ApiClient client, String method, String path) {
        return new ApiRequest(client, method, path, List.of(), List.of(), new byte[0]);
    }

    /** With this header too. */
    public ApiRequest header(String name, String value) {
        return new ApiRequest(
                client, method, path, query, and(headers, new Pair(name, value)), body);
    }

    /** As who this {@code Authorization} header says. */
    public ApiRequest as(String authorization) {
        return header("Authorization", authorization);
    }

    /** With this query parameter too. */
    public ApiRequest query(String name, String value) {
        return new ApiRequest(
                client, method, path, and(query, new Pair(name, value)), headers, body);
    }

    /** With this JSON as its body. */
    public ApiRequest json(String json) {
        return body("application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** With these bytes of this media type as its body. */
    public ApiRequest body(String contentType, byte[] bytes) {
        return new ApiRequest(
                client,
                method,
                path,
                query,
                and(headers, new Pair("Content-Type", contentType)),
                bytes);
    }

    /** With these bytes as its body, whatever they are. */
    public ApiRequest body(byte[] bytes) {
        return new ApiRequest(client, method, path, query, headers, bytes);
    }

    /**
     * Sends it. Throws an {@link AssertionError} if the answer is not what the description allows,
     * or if a request was accepted that it does not.
     */
    public ApiAnswer send() {
        return client.send(this);
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    List<Pair> query() {
        return query;
    }

    List<Pair> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    String address() {
        StringBuilder address = new StringBuilder(path);
        for (Pair parameter : query) {
            address.append(address.indexOf("?") < 0 ? '?' : '&')
                    .append(encoded(parameter.name()))
                    .append('=')
                    .append(encoded(parameter.value()));
        }
        return address.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<Pair> and(List<Pair> pairs, Pair another) {
        List<Pair> all = new ArrayList<>(pairs);
        all.add(another);
        return all;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
