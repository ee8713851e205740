package io.valence.sandbox.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every request goes through: it finds its vendor, and is answered. */
final class Front extends Handler.Abstract {
    private static final long MOST_DISCARDED = 64L << 20;

    private final Map<String, Action> vendors;

    Front(Map<String, Action> vendors) {
        this.vendors = vendors;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        Call call = Call.of(request, segments(request));
        Answer answer = answer(call);
        if (answer.body() instanceof Answer.Body.HungUp) {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.succeeded();
            return true;
        }
        call.discardBody(MOST_DISCARDED);
        send(request, response, answer, callback);
        return true;
    }

    private Answer answer(Call call) throws IOException {
        Optional<Action> vendor =
                call.path().stream().findFirst().map(vendors::get).filter(each -> each != null);
        if (vendor.isEmpty()) {
            String known = String.join(", /", vendors.keySet().stream().sorted().toList());
            return Answer.text(404, "text/plain", "There is a vendor below each of: /" + known);
        }
        try {
            return vendor.get().answer(call.below(1));
        } catch (Refusal refusal) {
            return Answer.text(refusal.status(), "text/plain", refusal.sentence());
        }
    }

    /** A slash at the end does not count; repeated ones were refused before. */
    private static List<String> segments(Request request) {
        String path = Optional.ofNullable(request.getHttpURI().getDecodedPath()).orElse("/");
        return Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
    }

    private static void send(Request request, Response response, Answer answer, Callback callback) {
        response.setStatus(answer.status());
        for (Answer.Header header : answer.headers()) {
            response.getHeaders().add(header.name(), header.value());
        }
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        boolean bodiless = request.getMethod().equals("HEAD");
        switch (answer.body()) {
            case Answer.Body.Bytes(ByteBuffer bytes) -> {
                if (answer.status() != 204) {
                    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.remaining());
                }
                response.write(true, bodiless ? ByteBuffer.allocate(0) : bytes, callback);
            }
            case Answer.Body.Stored(var file, long length) -> {
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
                if (bodiless) {
                    response.write(true, ByteBuffer.allocate(0), callback);
                } else {
                    Content.copy(Content.Source.from(file), response, callback);
                }
            }
            case Answer.Body.HungUp _ -> callback.succeeded();
        }
    }
}
