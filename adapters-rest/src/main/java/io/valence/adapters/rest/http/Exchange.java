package io.valence.adapters.rest.http;

import io.valence.domain.call.Content;
import io.valence.domain.call.Header;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;

/**
 * What a request holds, read when a route asks for it: a body as a whole, bounded, or as it
 * arrives.
 */
final class Exchange implements Call.Incoming {
    /** What a body may have. */
    private static final int MOST = 1 << 20;

    /** What is read and thrown away at most. */
    private static final int MOST_DISCARDED = 16 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final int CHUNK = 16 << 10;

    /** The segments that lead to a route which ends where the path does. */
    static final int WHOLE = Integer.MAX_VALUE;

    private final Request request;
    private Optional<Parameters> parameters = Optional.empty();
    private Optional<List<Header>> headers = Optional.empty();
    private final int segments;
    private final Duration patience;
    private boolean tooSlow;
    private boolean begun;
    private boolean ended;

    /**
     * Of a request whose path leads, by so many segments of it, to its route.
     *
     * @param patience how long a body may take however slowly it comes
     */
    Exchange(Request request, int segments, Duration patience) {
        this.patience = patience;
        this.request = request;
        this.segments = segments;
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
        String joined = "";
        for (HttpField field : request.getHeaders()) {
            if (field.is(name) && field.getValue() != null) {
                joined = joined.isEmpty() ? field.getValue() : joined + ", " + field.getValue();
            }
        }
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
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
            throw Refusal.brokenBody(tooSlow);
        }
        return body.toByteArray();
    }

    @Override
    public Optional<Content> stream() {
        if (!hasBody()) {
            return Optional.empty();
        }
        long length = request.getLength();
        return Optional.of(
                new Content(
                        new Body(), length < 0 ? OptionalLong.empty() : OptionalLong.of(length)));
    }

    @Override
    public List<Header> headers() {
        if (headers.isEmpty()) {
            List<Header> read = new ArrayList<>();
            for (HttpField field : request.getHeaders()) {
                read.add(
                        new Header(
                                field.getName(), Optional.ofNullable(field.getValue()).orElse("")));
            }
            headers = Optional.of(List.copyOf(read));
        }
        return headers.get();
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String target() {
        String query = request.getHttpURI().getQuery();
        return rawPath().after(segments) + (query == null ? "" : "?" + query);
    }

    @Override
    public String address() {
        return Optional.ofNullable(request.getHttpURI().getPathQuery()).orElse("/");
    }

    @Override
    public boolean isAwaited() {
        return !(request.getConnectionMetaData().getConnection().getEndPoint()
                        instanceof CallersLine line)
                || !line.isHungUp();
    }

    @Override
    public void whenOver(Runnable action) {
        Request.addCompletionListener(request, failure -> action.run());
    }

    /** Whether its route leads to whatever lies below it. */
    boolean leadsOn() {
        return segments != WHOLE;
    }

    /** Whether the segments that lead to the route can be read in two ways. */
    boolean isAmbiguous() {
        return rawPath().isAmbiguous(segments);
    }

    /** Whether any segment of the path is of dots alone. */
    boolean hasDots() {
        return rawPath().hasDots();
    }

    private RawPath rawPath() {
        return new RawPath(Optional.ofNullable(request.getHttpURI().getPath()).orElse("/"));
    }

    /** Whether nothing of the body is still to come. */
    boolean isRead() {
        return ended || !hasBody();
    }

    private boolean hasBody() {
        return request.getLength() > 0
                || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private static Refusal tooLarge() {
        return new Refusal(413, "The body is too large. Send at most 1 MiB.");
    }

    /** The body as it arrives. */
    private final class Body extends FilterInputStream {
        private final Pace pace = new Pace(patience);
        private long left = request.getLength();

        Body() {
            super(org.eclipse.jetty.io.Content.Source.asInputStream(request));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            begun = true;
            int read = awaited(buffer, offset, length);
            left -= Math.max(read, 0);
            ended |= read < 0 || left == 0;
            if (pace.isDrip() && !ended) {
                tooSlow = true;
                throw new IOException("the body drips", new TimeoutException());
            }
            return read;
        }

        private int awaited(byte[] buffer, int offset, int length) throws IOException {
            int read = 0;
            pace.await();
            try {
                read = super.read(buffer, offset, length);
            } catch (IOException broken) {
                tooSlow |= broken.getCause() instanceof TimeoutException;
                throw broken;
            } finally {
                pace.moved(Math.max(read, 0));
            }
            return read;
        }
    }

    private interface Sink {
        void take(byte[] chunk, int length);
    }

    /** Reads at most so much, and not for ever: a body that drips in must not hold a call. */
    private void read(int most, Sink sink) throws IOException {
        long began = System.nanoTime();
        InputStream in = new Body();
        byte[] chunk = new byte[CHUNK];
        int left = most;
        int length = in.read(chunk, 0, Math.min(CHUNK, left));
        while (length > 0) {
            left -= length;
            sink.take(chunk, length);
            if (System.nanoTime() - began > patience.toNanos()) {
                tooSlow = true;
                throw Refusal.brokenBody(true);
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
        if (asked || tooSlow || isRead()) {
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
