package io.valence.adapters.vendor;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;

import io.valence.domain.authorization.TokenExchange;
import io.valence.domain.call.Content;
import io.valence.domain.call.Header;

import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Sends the library's requests by our own client, and reads the answers as a whole. */
record TokenEndpoint(
        Wire wire, VendorSettings settings, Optional<Consumer<TokenExchange>> witness) {
    /** The same, and this witness hears what is said. */
    TokenEndpoint watchedBy(Consumer<TokenExchange> by) {
        return new TokenEndpoint(wire, settings, Optional.of(by));
    }

    /**
     * An answer that has been read.
     *
     * @param body none if it is longer than may be
     * @param headers for a witness alone
     */
    record Reply(int status, Optional<String> body, List<Header> headers) {}

    /**
     * Follows no redirect: whoever is asked for tokens is who was configured.
     *
     * @param words of the answer that may be shown
     */
    Reply ask(URI address, HTTPRequest question, Words words) throws Barred, Failure {
        if (witness.isEmpty()) {
            return ask(address, question);
        }
        long began = System.nanoTime();
        Disclosure disclosure = new Disclosure(words);
        try {
            Reply reply = ask(address, question);
            tell(
                    disclosure,
                    address,
                    question,
                    Optional.of(reply),
                    Optional.empty(),
                    System.nanoTime() - began);
            return reply;
        } catch (Failure failure) {
            tell(
                    disclosure,
                    address,
                    question,
                    Optional.empty(),
                    Optional.of(failure.reason()),
                    System.nanoTime() - began);
            throw failure;
        }
    }

    private void tell(
            Disclosure disclosure,
            URI address,
            HTTPRequest question,
            Optional<Reply> reply,
            Optional<String> failure,
            long nanoseconds) {
        witness.orElseThrow()
                .accept(
                        new TokenExchange(
                                disclosure.words().hiding(address.toString()),
                                disclosure.headers(headers(question)),
                                disclosure.form(body(question)),
                                reply.map(Reply::status),
                                disclosure.headers(reply.map(Reply::headers).orElse(List.of())),
                                reply.map(
                                                it ->
                                                        disclosure.answer(
                                                                it.status(), it.body().orElse("")))
                                        .orElse(""),
                                failure,
                                Duration.ofNanos(nanoseconds)));
    }

    private static String body(HTTPRequest question) {
        String body = question.getBody();
        return body == null ? "" : body;
    }

    /** The same without a witness. */
    Reply ask(URI address, HTTPRequest question) throws Barred, Failure {
        long endAt = System.nanoTime() + settings.tokenCall().toNanos();
        Origin origin = Origin.of(address);
        BasicClassicHttpRequest request =
                new BasicClassicHttpRequest("POST", origin.scheme(), null, target(address));
        Headers.write(request, origin, headers(question));
        byte[] bytes = body(question).getBytes(StandardCharsets.UTF_8);
        request.addHeader("Content-Length", bytes.length);
        Content content =
                new Content(new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length));
        Exchange.Received received = send(origin, request, content, endAt);
        try {
            return new Reply(
                    received.head().getCode(),
                    read(received, endAt),
                    witness.isEmpty() ? List.of() : Headers.fromVendor(received.head(), false));
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
