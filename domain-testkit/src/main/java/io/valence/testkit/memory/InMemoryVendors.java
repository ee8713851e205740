package io.valence.testkit.memory;

import io.valence.domain.call.Content;
import io.valence.domain.call.Credentials;
import io.valence.domain.call.Header;
import io.valence.domain.call.Preview;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.call.VendorRequest;
import io.valence.domain.call.Vendors;
import io.valence.domain.resource.Parameter;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * APIs that live in memory: they answer what they are told to, write down what they were sent, and
 * can be told to misbehave.
 */
public final class InMemoryVendors implements Vendors {
    private static final int MOST_HOPS = 5;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final Map<String, Function<Sent, Reply>> replies = new HashMap<>();
    private final Set<String> barred = new HashSet<>();
    private final Deque<VendorAnswer> next = new ArrayDeque<>();
    private final List<Sent> sent = new ArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private Predicate<Credentials> letsIn = credentials -> true;
    private Duration delay = Duration.ZERO;
    private Runnable whenAsked = () -> {};

    /** Vendors that know no path yet. */
    public InMemoryVendors() {}

    /** What is answered at a path. */
    public record Reply(int status, List<Header> headers, String body) {
        public Reply {
            headers = List.copyOf(headers);
        }

        /** A body of JSON. */
        public static Reply json(int status, String body) {
            return new Reply(status, List.of(new Header("Content-Type", "application/json")), body);
        }
    }

    /**
     * What was received.
     *
     * @param host and port, if the address names one
     * @param target path and query
     * @param headers with those that are credentials
     */
    public record Sent(
            String method, String host, String target, List<Header> headers, String body) {
        public Sent {
            headers = List.copyOf(headers);
        }

        /** The value of this header, if it was there. */
        public Optional<String> header(String name) {
            return Header.find(headers, name).map(Header::value);
        }
    }

    /** Answers this at a path, whatever the host and the query. */
    public synchronized void answer(String path, Reply reply) {
        answer(path, asked -> reply);
    }

    /** Answers at a path what follows from the request. */
    public synchronized void answer(String path, Function<Sent, Reply> reply) {
        replies.put(path, reply);
    }

    /** Answers this to the next request. */
    public synchronized void answerNext(VendorAnswer answer) {
        next.add(answer);
    }

    /** Lets in whoever has such credentials; others get 401. */
    public synchronized void letIn(Predicate<Credentials> whom) {
        letsIn = whom;
    }

    /** Answers so much later. */
    public synchronized void answerAfter(Duration wanted) {
        delay = wanted;
    }

    /** Does this before it answers. */
    public synchronized void whenAsked(Runnable action) {
        whenAsked = action;
    }

    /** May not be asked at this host. */
    public synchronized void bar(String host) {
        barred.add(host);
    }

    /** What was received, in that order. */
    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** How many answers were handed out and are not closed. */
    public int open() {
        return open.get();
    }

    @Override
    public Preview preview(VendorRequest request) {
        synchronized (this) {
            if (barred.contains(request.base().getHost())) {
                return new Preview.Barred("Requests may not go to this address");
            }
        }
        Sent shown =
                received(
                        request,
                        request.base(),
                        target(request),
                        request.credentials().masked(),
                        "");
        return new Preview.Outgoing(
                shown.method(),
                request.base().getScheme() + "://" + shown.host() + shown.target(),
                shown.headers());
    }

    @Override
    public VendorAnswer send(VendorRequest request) {
        return send(request, request.base(), target(request), true, 0);
    }

    private static String target(VendorRequest request) {
        String path = request.base().getRawPath() == null ? "" : request.base().getRawPath();
        String below = request.target();
        return path.endsWith("/") && below.startsWith("/")
                ? path + below.substring(1)
                : path + below;
    }

    private VendorAnswer send(
            VendorRequest request, URI host, String target, boolean atHome, int hops) {
        Credentials credentials = atHome ? request.credentials() : Credentials.none();
        Optional<VendorAnswer> unlike = receive(request, host, target, credentials, hops == 0);
        if (unlike.isPresent()) {
            return unlike.get();
        }
        Sent asked = received(request, host, target, credentials, "");
        Reply reply = reply(target, asked, request.credentials(), atHome);
        Optional<URI> elsewhere =
                reply.status() / 100 == 3
                        ? Header.find(reply.headers(), "Location")
                                .map(header -> host.resolve(header.value()))
                        : Optional.empty();
        if (elsewhere.isEmpty() || request.content().isPresent()) {
            return new VendorAnswer.Answered(
                    reply.status(), reply.headers(), content(reply.body()), atHome);
        }
        if (hops == MOST_HOPS) {
            return new VendorAnswer.Unreachable("The vendor redirects in circles", false, true);
        }
        URI there = elsewhere.get();
        String query = there.getRawQuery() == null ? "" : "?" + there.getRawQuery();
        boolean stillAtHome = atHome && there.getRawAuthority().equals(host.getRawAuthority());
        return send(request, there, there.getRawPath() + query, stillAtHome, hops + 1);
    }

    /** What is answered without any thought, if anything. */
    private Optional<VendorAnswer> receive(
            VendorRequest request,
            URI host,
            String target,
            Credentials credentials,
            boolean first) {
        Duration wait;
        Runnable action;
        Optional<VendorAnswer> answer;
        synchronized (this) {
            if (barred.contains(host.getHost())) {
                return Optional.of(
                        first
                                ? new VendorAnswer.Barred("Requests may not go to this address")
                                : new VendorAnswer.Unreachable(
                                        "The vendor redirected to where requests may not go",
                                        false,
                                        true));
            }
            String body;
            try {
                body = first && request.content().isPresent() ? read(request.content().get()) : "";
            } catch (IOException broken) {
                return Optional.of(
                        new VendorAnswer.BodyBrokeOff(
                                broken.getCause() instanceof TimeoutException));
            }
            sent.add(received(request, host, target, credentials, body));
            answer = Optional.ofNullable(next.poll());
            wait = delay;
            action = whenAsked;
        }
        action.run();
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    private synchronized Reply reply(
            String target, Sent asked, Credentials credentials, boolean atHome) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        if (!letsIn.test(atHome ? credentials : Credentials.none())) {
            return Reply.json(UNAUTHORIZED, "{\"message\":\"Who are you?\"}");
        }
        return replies.getOrDefault(path, unknown -> Reply.json(NOT_FOUND, "{}")).apply(asked);
    }

    private static Sent received(
            VendorRequest request, URI host, String target, Credentials credentials, String body) {
        List<Header> headers = new ArrayList<>(request.headers());
        headers.removeIf(header -> credentials.claim(Parameter.Destination.HEADER, header.name()));
        StringBuilder whole = new StringBuilder(target);
        for (Credentials.Placed placed : credentials.placed()) {
            String value = placed.value().reveal();
            switch (placed.destination()) {
                case HEADER -> headers.add(new Header(placed.name(), value));
                case QUERY ->
                        whole.append(whole.indexOf("?") < 0 ? '?' : '&')
                                .append(placed.name())
                                .append('=')
                                .append(
                                        URLEncoder.encode(value, StandardCharsets.UTF_8)
                                                .replace("+", "%20"));
                default ->
                        throw new IllegalArgumentException(
                                "no credential goes to the " + placed.destination());
            }
        }
        return new Sent(request.method(), host.getRawAuthority(), whole.toString(), headers, body);
    }

    private static String read(Content content) throws IOException {
        try (var bytes = content.bytes()) {
            byte[] body = bytes.readAllBytes();
            if (body.length < content.length().orElse(0)) {
                throw new EOFException("the body ended before its end");
            }
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private Content content(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        open.incrementAndGet();
        return new Content(
                new FilterInputStream(new ByteArrayInputStream(bytes)) {
                    private boolean closed;

                    @Override
                    public void close() throws IOException {
                        if (!closed) {
                            closed = true;
                            open.decrementAndGet();
                        }
                        super.close();
                    }
                },
                OptionalLong.of(bytes.length));
    }
}
