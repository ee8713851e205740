package io.valence.sandbox.http;

import tools.jackson.databind.JsonNode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What goes back: a status, headers and a body; or nothing at all but a closed connection. */
public final class Answer {
    private final int status;
    private final Body body;
    private final List<Header> headers = new ArrayList<>();

    /** What is sent after the headers. */
    sealed interface Body {
        /** Bytes that are held. */
        record Bytes(ByteBuffer bytes) implements Body {}

        /** A file that is streamed. */
        record Stored(Path file, long length) implements Body {}

        /** No answer: the connection is closed. */
        record HungUp() implements Body {}
    }

    record Header(String name, String value) {}

    private Answer(int status, Body body) {
        this.status = status;
        this.body = body;
    }

    /** This status and no body. */
    public static Answer empty(int status) {
        return new Answer(status, new Body.Bytes(ByteBuffer.allocate(0)));
    }

    /** This status with this JSON. */
    public static Answer json(int status, JsonNode value) {
        return json(status, "application/json", value);
    }

    /** This status with this JSON under the media type that the vendor gives it. */
    public static Answer json(int status, String mediaType, JsonNode value) {
        return of(status, mediaType, Json.bytes(value));
    }

    /** This status with this text. */
    public static Answer text(int status, String mediaType, String text) {
        return of(status, mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** 200 with the content of a file. */
    public static Answer file(String mediaType, Path file, long length) {
        return new Answer(200, new Body.Stored(file, length)).with("Content-Type", mediaType);
    }

    /** Sends the caller on, by GET. */
    public static Answer seeOther(String address) {
        return empty(303).with("Location", address);
    }

    /** No answer: the connection is closed. */
    public static Answer hungUp() {
        return new Answer(0, new Body.HungUp());
    }

    private static Answer of(int status, String mediaType, byte[] bytes) {
        return new Answer(status, new Body.Bytes(ByteBuffer.wrap(bytes)))
                .with("Content-Type", mediaType);
    }

    /** Adds a header. */
    public Answer with(String name, String value) {
        headers.add(new Header(name, value));
        return this;
    }

    int status() {
        return status;
    }

    Body body() {
        return body;
    }

    List<Header> headers() {
        return headers;
    }
}
