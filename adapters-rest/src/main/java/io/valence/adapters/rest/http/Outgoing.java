package io.valence.adapters.rest.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The answer on its way out. */
final class Outgoing {
    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
    private static final int CHUNK = 32 << 10;

    private final Request request;
    private final Response response;
    private final Callback callback;

    Outgoing(Request request, Response response, Callback callback) {
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    /** Sends it, with what every answer has, and with what browsers of other origins want. */
    void send(Call call, String path, Answer answer) {
        response.setStatus(answer.status());
        HttpFields.Mutable headers = response.getHeaders();
        if (answer.stream().isEmpty()) {
            headers.put(HttpHeader.CONTENT_TYPE, answer.contentType());
        }
        for (Answer.Header header : answer.headers()) {
            headers.add(header.name(), header.value());
        }
        headers.put("Elements-Request-Id", call.requestId().text());
        headers.put("X-Content-Type-Options", "nosniff");
        if (path.startsWith(FrontDoor.CONTEXT + "/api-v2")) {
            Cors.permit(request, headers);
        }
        if (answer.status() == 401 && answer.stream().isEmpty()) {
            headers.put(HttpHeader.WWW_AUTHENTICATE, challenge(path));
        }
        boolean bodiless = request.getMethod().equals("HEAD");
        if (answer.stream().isPresent()) {
            pass(answer.stream().get(), headers, bodiless);
            return;
        }
        headers.put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        response.write(
                true, bodiless ? ByteBuffer.allocate(0) : ByteBuffer.wrap(answer.body()), callback);
    }

    /**
     * Hands on what arrives. If it does not arrive whole, the connection is broken off: that is how
     * HTTP/1.1 tells the caller.
     */
    private void pass(
            io.valence.domain.call.Content content, HttpFields.Mutable headers, boolean bodiless) {
        content.length().ifPresent(length -> headers.put(HttpHeader.CONTENT_LENGTH, length));
        try (InputStream in = content.bytes()) {
            ByteBuffer last = ByteBuffer.allocate(0);
            if (!bodiless && content.length().orElse(Long.MAX_VALUE) <= CHUNK) {
                last = ByteBuffer.wrap(in.readNBytes((int) content.length().getAsLong()));
            } else if (!bodiless) {
                byte[] chunk = new byte[CHUNK];
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    Content.Sink.write(response, false, ByteBuffer.wrap(chunk, 0, read));
                }
            }
            response.write(true, last, callback);
        } catch (IOException broken) {
            LOG.debug("An answer did not pass through whole", broken);
            callback.failed(broken);
        }
    }

    /** Who should say who they are; the scheme that comes first in the header. */
    private static String challenge(String path) {
        String scheme = path.startsWith(FrontDoor.CONTEXT + "/admin") ? "Operator" : "User";
        return scheme + " realm=\"Valence\"";
    }
}
