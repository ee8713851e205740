package io.valence.adapters.rest.http;

import io.valence.domain.call.Header;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;

/** The headers and the bounded body of a request, read when a route asks for them. */
final class Exchange implements Call.Incoming {
    /** What a body may have. */
    private static final int MOST = 1 << 20;

    /** What is read and thrown away at most. */
    private static final int MOST_DISCARDED = 16 << 20;

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final int CHUNK = 16 << 10;

    private final Request request;
    private Optional<Parameters> parameters = Optional.empty();
    private boolean begun;

    Exchange(Request request) {
        this.request = request;
    }

    @Override
    public Parameters parameters() {
        if (parameters.isEmpty()) {
            parameters = Optional.of(Parameters.of(request));
        }
        return parameters.get();
    }

    @Override
    public Optional<String> header(String name) {
        StringBuilder joined = new StringBuilder();
        for (HttpField field : request.getHeaders()) {
            if (field.is(name) && field.getValue() != null) {
                joined.append(joined.isEmpty() ? "" : ", ").append(field.getValue());
            }
        }
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined.toString());
    }

    @Override
    public byte[] body() {
        if (!hasBody()) {
            return new byte[0];
        }
        if (request.getLength() > MOST) {
            throw tooLarge();
        }
        ByteArrayOutputStream body =
                new ByteArrayOutputStream(Math.clamp(request.getLength(), 512, CHUNK));
        try {
            read(
                    MOST + 1,
                    (chunk, length) -> {
                        body.write(chunk, 0, length);
                        if (body.size() > MOST) {
                            throw tooLarge();
                        }
                    });
        } catch (IOException broken) {
            throw broken.getCause() instanceof TimeoutException
                    ? tooSlow()
                    : Refusal.badRequest("The body did not arrive whole. Send it again.");
        }
        return body.toByteArray();
    }

    @Override
    public Optional<io.valence.domain.call.Content> stream() {
        if (!hasBody()) {
            return Optional.empty();
        }
        begun = true;
        long length = request.getLength();
        return Optional.of(
                new io.valence.domain.call.Content(
                        Content.Source.asInputStream(request),
                        length < 0 ? OptionalLong.empty() : OptionalLong.of(length)));
    }

    @Override
    public List<Header> headers() {
        List<Header> headers = new ArrayList<>();
        for (HttpField field : request.getHeaders()) {
            headers.add(
                    new Header(field.getName(), Optional.ofNullable(field.getValue()).orElse("")));
        }
        return headers;
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String rawPath() {
        return Optional.ofNullable(request.getHttpURI().getPath()).orElse("/");
    }

    @Override
    public Optional<String> rawQuery() {
        return Optional.ofNullable(request.getHttpURI().getQuery());
    }

    private boolean hasBody() {
        return request.getLength() > 0
                || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private static Refusal tooLarge() {
        return new Refusal(413, "The body is too large. Send at most 1 MiB.");
    }

    private static Refusal tooSlow() {
        return new Refusal(408, "The body took too long to arrive. Send it faster.");
    }

    private interface Sink {
        void take(byte[] chunk, int length);
    }

    /** Reads at most so much, and not for ever: a body that drips in must not hold a call. */
    private void read(int most, Sink sink) throws IOException {
        begun = true;
        long began = System.nanoTime();
        InputStream in = Content.Source.asInputStream(request);
        byte[] chunk = new byte[CHUNK];
        int left = most;
        int length = in.read(chunk, 0, Math.min(CHUNK, left));
        while (length > 0) {
            left -= length;
            sink.take(chunk, length);
            if (System.nanoTime() - began > LONGEST.toNanos()) {
                throw tooSlow();
            }
            length = left == 0 ? -1 : in.read(chunk, 0, Math.min(CHUNK, left));
        }
    }

    /**
     * Reads on to the end of a body that nobody wanted, up to a bound, so that the answer reaches a
     * caller that is still sending. One that asked whether to send is answered without.
     */
    void discardBody() {
        boolean asked = !begun && request.getHeaders().contains(HttpHeader.EXPECT, "100-continue");
        if (asked || !hasBody()) {
            return;
        }
        try {
            read(MOST_DISCARDED, (chunk, length) -> {});
        } catch (IOException | Refusal gone) {
            // The caller has hung up or is too slow: sending the answer will show it.
            LOG.debug("A body that nobody wanted did not arrive whole");
        }
    }
}
