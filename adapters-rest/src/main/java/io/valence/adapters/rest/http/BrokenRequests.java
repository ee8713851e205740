package io.valence.adapters.rest.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

import java.nio.ByteBuffer;

/**
 * Answers to what never became a request: broken HTTP, oversized headers. In our words, since
 * Jetty's tell too much.
 */
public final class BrokenRequests extends ErrorHandler {
    private final CallLog log;

    /** Answers that leave a line in this log. */
    public BrokenRequests(CallLog log) {
        this.log = log;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        RequestId id = RequestId.fresh();
        int status = response.getStatus();
        byte[] body = body(id, status);
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("Elements-Request-Id", id.text());
        headers.put(HttpHeader.CONTENT_TYPE, "application/json");
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        // Jetty ends some of these connections; a client that is not told uses them once more.
        headers.put(HttpHeader.CONNECTION, "close");
        boolean bodiless = request.getMethod().equals("HEAD");
        response.write(true, bodiless ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body), callback);
        log.ofBroken(id, request.getMethod(), status);
        return true;
    }

    private static byte[] body(RequestId id, int status) {
        return Json.bytes(
                json -> {
                    json.writeStartObject();
                    json.writeStringProperty("requestId", id.text());
                    json.writeStringProperty("message", sentence(status));
                    json.writeNumberProperty("status", status);
                    json.writeEndObject();
                });
    }

    private static String sentence(int status) {
        return switch (status) {
            case 408 -> "The request took too long to arrive. Send it faster, or in smaller parts.";
            case 414, 431 -> "The address or the headers are too large. Send less than 16 KiB.";
            case 503 -> "The server is stopping. Try again in a moment.";
            case 500 -> "Something went wrong here, not with your request.";
            default ->
                    "This is no request that HTTP/1.1 allows. Check its first line, its address and"
                            + " its headers.";
        };
    }
}
