package io.valence.adapters.rest.http;

import io.valence.domain.call.Content;

import tools.jackson.core.JsonGenerator;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What goes back to the caller: a status, headers, and a body that is held as a whole or passes
 * through.
 */
public final class Answer {
    private static final String JSON = "application/json";

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final List<Header> headers = new ArrayList<>();
    private final Optional<Stream> stream;

    record Header(String name, String value) {}

    /** A body that passes through, and what is answered if it breaks before any of it went out. */
    record Stream(Content content, Otherwise otherwise) {}

    /** What is answered in place of a body that breaks. */
    public interface Otherwise {
        /**
         * That answer.
         *
         * @param late whether it was time that ran out
         */
        Answer answer(boolean late);
    }

    private Answer(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.stream = Optional.empty();
    }

    private Answer(int status, Stream stream) {
        this.status = status;
        this.contentType = "";
        this.body = new byte[0];
        this.stream = Optional.of(stream);
    }

    /**
     * This status with a body that passes through, and is of the type that a header says. If it
     * breaks before any of it went out, the other answer goes out in its place.
     */
    public static Answer streamed(int status, Content content, Otherwise otherwise) {
        return new Answer(status, new Stream(content, otherwise));
    }

    /** 200 with this JSON. */
    public static Answer json(Consumer<JsonGenerator> writer) {
        return json(200, writer);
    }

    /** This status with this JSON. */
    public static Answer json(int status, Consumer<JsonGenerator> writer) {
        return new Answer(status, JSON, Json.bytes(writer));
    }

    /** This status with these bytes of this media type. */
    public static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, contentType, body);
    }

    /** 200 with an empty JSON object: something was done, and there is nothing to show. */
    public static Answer done() {
        return json(
                json -> {
                    json.writeStartObject();
                    json.writeEndObject();
                });
    }

    /** 200 with a JSON array, and how many values it has. */
    public static <T> Answer list(List<T> values, ItemWriter<T> writer) {
        return json(json -> {
                    json.writeStartArray();
                    values.forEach(value -> writer.write(json, value));
                    json.writeEndArray();
                })
                .with("Elements-Returned-Count", Integer.toString(values.size()));
    }

    /** 200 with a JSON array of all that there is. */
    public static <T> Answer complete(List<T> values, ItemWriter<T> writer) {
        return list(values, writer).total(values.size());
    }

    /** Says how many values there are on all pages. */
    public Answer total(int count) {
        return with("Elements-Total-Count", Integer.toString(count));
    }

    /** Writes one value of a list. */
    public interface ItemWriter<T> {
        /** Writes it. */
        void write(JsonGenerator json, T value);
    }

    /** The same, with this done when a body that passes through has passed. */
    public Answer whenOver(Runnable action) {
        if (stream.isEmpty()) {
            return this;
        }
        Content content = stream.get().content();
        Answer same =
                new Answer(
                        status,
                        new Stream(
                                new Content(new Ending(content.bytes(), action), content.length()),
                                stream.get().otherwise()));
        same.headers.addAll(headers);
        return same;
    }

    private static final class Ending extends FilterInputStream {
        private final Runnable action;
        private final AtomicBoolean over = new AtomicBoolean();

        Ending(InputStream bytes, Runnable action) {
            super(bytes);
            this.action = action;
        }

        @Override
        public void close() throws IOException {
            super.close();
            if (over.compareAndSet(false, true)) {
                action.run();
            }
        }
    }

    /** Adds a header. */
    public Answer with(String name, String value) {
        headers.add(new Header(name, value));
        return this;
    }

    /** Forbids every cache to keep it: it shows a secret. */
    public Answer unstored() {
        return with("Cache-Control", "no-store");
    }

    /** The status, for whoever looks on. */
    public int code() {
        return status;
    }

    /** Whether its body passes through. */
    public boolean passesThrough() {
        return stream.isPresent();
    }

    /** Every header that is given so far. */
    public void eachHeader(BiConsumer<String, String> reader) {
        headers.forEach(header -> reader.accept(header.name(), header.value()));
    }

    /** The body, if it does not pass through: whoever gets it leaves it as it is. */
    public byte[] bytes() {
        return body;
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    /** The body, if it passes through. */
    Optional<Stream> stream() {
        return stream;
    }

    List<Header> headers() {
        return headers;
    }
}
