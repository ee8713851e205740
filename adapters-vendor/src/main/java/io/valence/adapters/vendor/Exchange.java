package io.valence.adapters.vendor;

import io.valence.domain.call.Content;

import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * One request and its answer on one connection, which it gives back once: when the answer has been
 * read, or when anything goes wrong.
 */
final class Exchange {
    private static final long LAST_WORDS = 1_000_000_000;

    private final Lines lines;
    private final Watch watch;
    private final VendorSettings settings;
    private final Origin origin;
    private final ConnectionEndpoint line;
    private boolean reused;
    private volatile long dueAt = Watch.NEVER;
    private volatile boolean aborted;
    private long endOfAll = Watch.NEVER;
    private BooleanSupplier leftovers = () -> false;
    private boolean sent;
    private boolean asked;
    private boolean reusable;
    private boolean over;
    private boolean broken;

    Exchange(
            Lines lines,
            Watch watch,
            VendorSettings settings,
            Origin origin,
            ConnectionEndpoint line) {
        this.lines = lines;
        this.watch = watch;
        this.settings = settings;
        this.origin = origin;
        this.line = line;
        this.reused = line.isConnected();
    }

    /** Forgets what the connection was before. */
    void beginAnew() {
        line.close(CloseMode.IMMEDIATE);
    }

    /** Sends the request, and waits for the head of the answer. */
    Received run(BasicClassicHttpRequest request, Optional<Content> content, long endAt)
            throws IOException, HttpException {
        watch.add(this);
        dueAt = endAt;
        HttpCoreContext context = HttpCoreContext.create();
        if (!line.isConnected()) {
            open(context, endAt);
        }
        try {
            return received(request, ask(request, content, endAt, context), context);
        } catch (Soiled soiled) {
            if (aborted) {
                throw soiled;
            }
            beginAnew();
            reused = false;
            open(context, endAt);
            return received(request, ask(request, content, endAt, context), context);
        }
    }

    /** Within the time for a connection, however many addresses and rounds it takes. */
    private void open(HttpContext context, long endAt) throws IOException {
        long due = System.nanoTime() + settings.connect().toNanos();
        dueAt = due - endAt < 0 ? due : endAt;
        lines.open(origin, line, context);
        if (aborted) {
            throw new IOException("out of time");
        }
        dueAt = endAt;
    }

    private ClassicHttpResponse ask(
            BasicClassicHttpRequest request,
            Optional<Content> content,
            long endAt,
            HttpCoreContext context)
            throws IOException, HttpException {
        return line.execute(
                "",
                request,
                (asked, connection, _) -> {
                    if (connection instanceof Line own) {
                        if (reused && own.isSoiled()) {
                            throw new Soiled();
                        }
                        leftovers = own::hasLeftovers;
                    }
                    sent = true;
                    return converse(asked, content, connection, endAt);
                },
                context);
    }

    /** Says that a line brought something before it was asked, and that nothing was sent. */
    private static final class Soiled extends IOException {
        private static final long serialVersionUID = 1L;

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    private ClassicHttpResponse converse(
            ClassicHttpRequest request,
            Optional<Content> content,
            HttpClientConnection connection,
            long endAt)
            throws IOException, HttpException {
        reusable = true;
        long extra = 0;
        connection.sendRequestHeader(request);
        if (content.isPresent()) {
            Pace pace = new Pace(settings.apiCall().toNanos());
            request.setEntity(new Upload(content.get(), this, settings.silence().toNanos(), pace));
            try {
                connection.sendRequestEntity(request);
            } catch (Upload.Broken caller) {
                throw caller;
            } catch (IOException refused) {
                return lastWords(request, connection, refused);
            }
            extra = pace.waited();
        }
        connection.flush();
        asked = true;
        long now = System.nanoTime();
        dueAt = Math.min(endAt + extra, now + settings.firstByte().toNanos());
        return head(request, connection);
    }

    private static ClassicHttpResponse head(
            ClassicHttpRequest request, HttpClientConnection connection)
            throws IOException, HttpException {
        ClassicHttpResponse response = connection.receiveResponseHeader();
        while (response.getCode() < HttpStatus.SC_SUCCESS) {
            if (response.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
                throw new ProtocolException("nobody asked for another protocol");
            }
            response = connection.receiveResponseHeader();
        }
        if (MessageSupport.canResponseHaveBody(request.getMethod(), response)) {
            connection.receiveResponseEntity(response);
        }
        return response;
    }

    /** Who takes no more of a body has often said why. */
    private ClassicHttpResponse lastWords(
            ClassicHttpRequest request, HttpClientConnection connection, IOException refused)
            throws IOException {
        if (aborted) {
            throw refused;
        }
        reusable = false;
        dueAt = System.nanoTime() + LAST_WORDS;
        try {
            return head(request, connection);
        } catch (IOException | HttpException _) {
            throw refused;
        }
    }

    private Received received(
            BasicClassicHttpRequest request, ClassicHttpResponse response, HttpContext context)
            throws IOException {
        reusable &= DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context);
        HttpEntity entity = response.getEntity();
        if (entity == null || entity.getContentLength() == 0) {
            finish();
            return new Received(
                    this, response, new Content(InputStream.nullInputStream(), OptionalLong.of(0)));
        }
        dueAt = Watch.NEVER;
        long length = entity.getContentLength();
        Download download = new Download(entity.getContent(), length, this, settings);
        return new Received(
                this,
                response,
                new Content(download, length < 0 ? OptionalLong.empty() : OptionalLong.of(length)));
    }

    /** Lets the watch end this unless it moves on within so many nanoseconds. */
    void expect(long nanoseconds) {
        long due = System.nanoTime() + nanoseconds;
        dueAt = endOfAll != Watch.NEVER && endOfAll - due < 0 ? endOfAll : due;
    }

    /** Ends this at that time even if the answer flows. */
    void endAllAt(long time) {
        endOfAll = time;
    }

    /** Lets it take its time: the vendor is not waited for. */
    void rest() {
        dueAt = Watch.NEVER;
    }

    boolean isDue(long now) {
        long due = dueAt;
        return due != Watch.NEVER && now - due >= 0;
    }

    /** Ends the connection under whoever reads from it or writes to it. */
    void abort() {
        synchronized (this) {
            if (!over) {
                aborted = true;
                dueAt = Watch.NEVER;
                line.close(CloseMode.IMMEDIATE);
            }
        }
    }

    /** Ends the connection, though not for lack of time. */
    void breakOff() {
        line.close(CloseMode.IMMEDIATE);
    }

    boolean isAborted() {
        return aborted;
    }

    /** Whether the connection had served before. */
    boolean isOnUsedLine() {
        return reused;
    }

    /** Whether the vendor may have received something. */
    boolean wasSent() {
        return sent;
    }

    /** Whether all of the request went out. */
    boolean wasAsked() {
        return asked;
    }

    boolean isReusable() {
        return reusable && !aborted;
    }

    Origin origin() {
        return origin;
    }

    /** Gives the connection back, after all of the answer. */
    void finish() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        watch.remove(this);
        if (isReusable() && !leftovers.getAsBoolean()) {
            lines.keep(origin, line);
        } else {
            lines.drop(origin, line, broken || aborted);
        }
    }

    /** Gives the connection back, to be dropped. */
    void discard() {
        broken = true;
        reusable = false;
        finish();
    }

    /** The head of an answer, and its body still to be read. */
    record Received(Exchange exchange, ClassicHttpResponse head, Content content) {
        /** Reads no more, and frees the connection. */
        void close() {
            try {
                content.bytes().close();
            } catch (IOException _) {
                exchange.discard();
            }
        }
    }
}
