package io.valence.testkit.api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An answer of the API, as it came over the wire. */
public final class ApiAnswer {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int status;
    private final HttpHeaders headers;
    private final byte[] bytes;

    ApiAnswer(int status, HttpHeaders headers, byte[] bytes) {
        this.status = status;
        this.headers = headers;
        this.bytes = bytes;
    }

    /** The status. */
    public int status() {
        return status;
    }

    /** The headers. */
    public HttpHeaders headers() {
        return headers;
    }

    /** The first header of this name. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The body as text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
        return JSON.readTree(bytes);
    }

    /** What the JSON has at this pointer. */
    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    /** The text that the JSON has at this pointer; empty for none. */
    public String text(String pointer) {
        return at(pointer).asString("");
    }

    /** The sentence of an error. */
    public String message() {
        return text("/message");
    }

    /** The body. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
