package io.valence.benchmarks.load;

import io.valence.adapters.persistence.PlainReads;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/** A route that reads what the API reads, and then writes bytes that are there already. */
final class PlainRoute extends Handler.Abstract {
    private final PlainReads reads;
    private final Map<Long, byte[]> bytes;

    PlainRoute(PlainReads reads, Map<Long, byte[]> bytes) {
        this.reads = reads;
        this.bytes = bytes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        reads.read(id);
        byte[] body = Optional.ofNullable(bytes.get(id)).orElseThrow();
        response.setStatus(200);
        response.getHeaders().put("Elements-Request-Id", "6740a1f2e4b0c2d9a1b2c3d4");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Cache-Control", "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
