package io.valence.adapters.rest.http;

import org.eclipse.jetty.http.HttpField;
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
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        byte[] body = body(response.getStatus(), headers);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static byte[] body(int status, HttpFields.Mutable headers) {
        RequestId id = RequestId.fresh();
        byte[] body =
                Json.bytes(
                        json -> {
                            json.writeStartObject();
                            json.writeStringProperty("requestId", id.text());
                            json.writeStringProperty("message", sentence(status));
                            json.writeNumberProperty("status", status);
                            json.writeEndObject();
                        });
        headers.put("Elements-Request-Id", id.text());
        headers.put(new HttpField(HttpHeader.CONTENT_TYPE, "application/json"));
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        return body;
    }

    private static String sentence(int status) {
        return switch (status) {
            case 408 -> "The request took too long to arrive. Send it faster, or in smaller parts.";
            case 414, 431 -> "The address or the headers are too large. Send less than 8 KiB.";
            case 503 -> "The server is stopping. Try again in a moment.";
            default ->
                    status < 500
                            ? "This is no request that HTTP allows. Check its address and its"
                                    + " headers."
                            : "Something went wrong here, not with your request.";
        };
    }
}
