package io.valence.adapters.rest.http;

import io.valence.domain.call.Content;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;

/** The answer on its way out. */
final class Outgoing {
    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
    private static final int CHUNK = 32 << 10;
    private static final HttpField NOT_SNIFFED =
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final Exchange exchange;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Takers takers;

    Outgoing(
            Exchange exchange,
            Request request,
            Response response,
            Callback callback,
            Takers takers) {
        this.takers = takers;
        this.exchange = exchange;
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    /**
     * Sends it, with what every answer has, and with what browsers of other origins want. Returns
     * the status that went out.
     */
    int send(Call call, String path, Answer answer) {
        if (answer.stream().isEmpty()) {
            exchange.discardBody();
        }
        writeHead(call, path, answer);
        if (answer.stream().isPresent()) {
            return pass(call, path, answer.status(), answer.stream().get());
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.bytes().length);
        if (isHead() || answer.bytes().length <= CHUNK) {
            response.write(
                    true, isHead() ? NOTHING.slice() : ByteBuffer.wrap(answer.bytes()), callback);
        } else {
            hand(call, answer.bytes());
        }
        return answer.status();
    }

    /** Waits until all of it was taken: nobody holds much of our memory for ever by dripping. */
    private void hand(Call call, byte[] body) {
        try (Takers.Taker taker = takers.begin(request, response)) {
            for (int at = 0; at < body.length; at += CHUNK) {
                taker.take(ByteBuffer.wrap(body, at, Math.min(CHUNK, body.length - at)));
            }
        } catch (IOException broken) {
            fail(call, broken);
            return;
        }
        response.write(true, NOTHING.slice(), callback);
    }

    private void fail(Call call, IOException broken) {
        LOG.debug("An answer did not pass through whole", broken);
        call.note("whole", "false");
        callback.failed(broken);
    }

    private void writeHead(Call call, String path, Answer answer) {
        response.setStatus(answer.status());
        HttpFields.Mutable headers = response.getHeaders();
        if (answer.stream().isEmpty()) {
            headers.put(HttpHeader.CONTENT_TYPE, answer.contentType());
        }
        for (Answer.Header header : answer.headers()) {
            headers.add(header.name(), header.value());
        }
        headers.put("Elements-Request-Id", call.requestId().text());
        headers.put(NOT_SNIFFED);
        if (path.startsWith(FrontDoor.CONTEXT + "/api-v2")) {
            Cors.permit(request, headers, exchange.leadsOn());
        }
        if (answer.status() == 401 && answer.stream().isEmpty()) {
            headers.put(HttpHeader.WWW_AUTHENTICATE, challenge(path));
        }
    }

    /**
     * Hands on what arrives. If it does not arrive whole, the connection is broken off: that is how
     * HTTP/1.1 tells the caller.
     */
    private int pass(Call call, String path, int status, Answer.Stream stream) {
        ByteBuffer last;
        try {
            last = copy(status, stream.content());
        } catch (IOException broken) {
            if (!response.isCommitted()) {
                response.reset();
                boolean late = broken.getCause() instanceof TimeoutException;
                return send(call, path, stream.otherwise().answer(late));
            }
            fail(call, broken);
            return status;
        }
        exchange.discardBody();
        response.write(true, last, callback);
        return status;
    }

    /** Writes all but the last of it, which is short or nothing. */
    private ByteBuffer copy(int status, Content content) throws IOException {
        try (InputStream in = content.bytes()) {
            // Without a body the length is that of another answer: the sender's word counts.
            if (isHead() || status == NO_CONTENT || status == NOT_MODIFIED) {
                if (isHead()) {
                    sayLength(content);
                }
                return NOTHING.slice();
            }
            content.length()
                    .ifPresent(
                            length -> response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length));
            long length = content.length().orElse(Long.MAX_VALUE);
            if (length <= CHUNK && exchange.isRead()) {
                byte[] whole = in.readNBytes((int) length);
                if (whole.length < length) {
                    throw new EOFException("the body ended before its end");
                }
                return ByteBuffer.wrap(whole);
            }
            if (pump(in) < length && content.length().isPresent()) {
                throw new EOFException("the body ended before its end");
            }
            return NOTHING.slice();
        }
    }

    /** Of a body that was fetched though only its headers are wanted. */
    private void sayLength(Content content) {
        HttpFields.Mutable headers = response.getHeaders();
        if (!headers.contains(HttpHeader.CONTENT_LENGTH)) {
            content.length().ifPresent(length -> headers.put(HttpHeader.CONTENT_LENGTH, length));
        }
    }

    /** Hands on until nothing more comes, and returns how much it was. */
    private long pump(InputStream in) throws IOException {
        try (Takers.Taker taker = takers.begin(request, response)) {
            byte[] chunk = new byte[CHUNK];
            long count = 0;
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                count += read;
                taker.take(ByteBuffer.wrap(chunk, 0, read));
            }
            return count;
        }
    }

    private boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    /** Who should say who they are; the scheme that comes first in the header. */
    private static String challenge(String path) {
        String scheme = path.startsWith(FrontDoor.CONTEXT + "/admin") ? "Operator" : "User";
        return scheme + " realm=\"Valence\"";
    }
}
