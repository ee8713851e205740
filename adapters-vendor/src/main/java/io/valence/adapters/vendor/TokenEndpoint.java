package io.valence.adapters.vendor;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;

import io.valence.domain.call.Content;
import io.valence.domain.call.Header;

import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Sends the library's requests by our own client, and reads the answers as a whole. */
record TokenEndpoint(Wire wire, VendorSettings settings) {
    /**
     * An answer that has been read.
     *
     * @param body none if it is longer than may be
     */
    record Reply(int status, Optional<String> body) {}

    /** Follows no redirect: whoever is asked for tokens is who was configured. */
    Reply ask(URI address, HTTPRequest question) throws Barred, Failure {
        long endAt = System.nanoTime() + settings.tokenCall().toNanos();
        Origin origin = Origin.of(address);
        BasicClassicHttpRequest request =
                new BasicClassicHttpRequest("POST", origin.scheme(), null, target(address));
        Headers.write(request, origin, headers(question));
        String body = question.getBody();
        byte[] bytes = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
        request.addHeader("Content-Length", bytes.length);
        Content content =
                new Content(new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length));
        Exchange.Received received = send(origin, request, content, endAt);
        try {
            return new Reply(received.head().getCode(), read(received, endAt));
        } catch (IOException broken) {
            throw received.exchange().isAborted()
                    ? Failure.outOfTime(origin.host(), true)
                    : Failure.of(broken, origin.host(), true);
        } finally {
            received.close();
        }
    }

    /** The body is in memory: that it breaks off cannot be. */
    private Exchange.Received send(
            Origin origin, BasicClassicHttpRequest request, Content content, long endAt)
            throws Barred, Failure {
        try {
            return wire.send(origin, request, Optional.of(content), endAt);
        } catch (Upload.Broken impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String target(URI address) throws Barred {
        return Target.of(address, "");
    }

    private static List<Header> headers(HTTPRequest question) {
        List<Header> headers = new ArrayList<>();
        for (Map.Entry<String, List<String>> header : question.getHeaderMap().entrySet()) {
            for (String value : header.getValue()) {
                if (!header.getKey().equalsIgnoreCase("Accept")) {
                    headers.add(new Header(header.getKey(), value));
                }
            }
        }
        headers.add(new Header("Accept", "application/json"));
        return headers;
    }

    private Optional<String> read(Exchange.Received received, long endAt) throws IOException {
        received.exchange().endAllAt(endAt);
        byte[] bytes = received.content().bytes().readNBytes(settings.bufferedBytes() + 1);
        return bytes.length > settings.bufferedBytes()
                ? Optional.empty()
                : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }
}
