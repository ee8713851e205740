package io.valence.application.call;

import io.valence.domain.authorization.TokenExchange;
import io.valence.domain.call.Content;
import io.valence.domain.call.Header;
import io.valence.domain.call.Preview;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.call.VendorRequest;
import io.valence.domain.call.Vendors;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.secret.Mask;
import io.valence.domain.secret.Secret;
import io.valence.domain.secret.Spellings;
import io.valence.domain.trace.Leg;
import io.valence.domain.trace.Trace;
import io.valence.domain.trace.TraceId;
import io.valence.domain.trace.Traces;

import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * What goes on in one call, from the caller's request to the caller's answer. Nothing of it is kept
 * unless it was started.
 */
public final class Recording {
    private static final Set<String> CREDENTIALS =
            Header.names(
                    "Authorization",
                    "Cookie",
                    "Elements-User-New-Password",
                    "Elements-User-Password",
                    "Proxy-Authorization");

    private static final Content NOTHING =
            new Content(InputStream.nullInputStream(), OptionalLong.of(0));

    private final Traces traces;
    private final InstantSource time;
    private final SecureRandom random;
    private final String method;
    private final String address;
    private final List<Header> headers;
    private final boolean wanted;
    private final Instant began;
    private final Capture request = new Capture();
    private final AtomicReference<Started> started = new AtomicReference<>();
    private final List<Exchanged> exchanged = new ArrayList<>();
    private final Set<Secret> secrets = new LinkedHashSet<>();
    private final AtomicInteger omitted = new AtomicInteger();

    Recording(
            Traces traces,
            InstantSource time,
            SecureRandom random,
            String method,
            String address,
            List<Header> headers,
            boolean wanted) {
        this.wanted = wanted;
        this.traces = traces;
        this.time = time;
        this.random = random;
        this.method = method;
        this.address = address;
        this.headers = headers;
        this.began = time.instant();
    }

    private record Started(TraceId id, InstanceId instance) {}

    /** A request to the vendor and what came of it; bodies are captured while they pass. */
    private record Exchanged(
            Preview preview, Capture sent, VendorAnswer answer, Capture received, Duration took) {}

    /** Keeps it, if the caller or the owner of this instance wants that. */
    Reached start(Reached reached) {
        boolean kept =
                wanted || reached.connection().instance().preferences().traceLoggingEnabled();
        if (!kept) {
            return reached;
        }
        hide(reached.secrets());
        started.set(new Started(TraceId.mint(random), reached.id()));
        return reached.recordedBy(this);
    }

    /** Keeps it for this instance, if the caller wants that. */
    public void keepFor(InstanceId instance) {
        if (wanted) {
            started.set(new Started(TraceId.mint(random), instance));
        }
    }

    /** Hides these wherever they stand. */
    public void hide(Collection<Secret> further) {
        synchronized (exchanged) {
            secrets.addAll(further);
        }
    }

    /** What the trace will be called, if there will be one. */
    public Optional<TraceId> id() {
        return Optional.ofNullable(started.get()).map(Started::id);
    }

    /** The caller's body, whose beginning is kept as it is read. */
    public Optional<Content> watching(Optional<Content> body) {
        return body.map(request::of);
    }

    /** What the caller sent, as it may be shown, where nobody watches it. */
    public void asked(String body) {
        request.keep(body);
    }

    /** Keeps what was said about tokens. */
    public void heard(TokenExchange told) {
        if (!keeps(List.of())) {
            return;
        }
        Preview asked =
                new Preview.Outgoing("POST", told.address(), headers(told.requestHeaders()));
        VendorAnswer answer =
                told.status()
                        .<VendorAnswer>map(
                                status ->
                                        new VendorAnswer.Answered(
                                                status,
                                                headers(told.responseHeaders()),
                                                NOTHING,
                                                true))
                        .orElseGet(
                                () ->
                                        new VendorAnswer.Unreachable(
                                                told.failure().orElse(""), false, false));
        synchronized (exchanged) {
            exchanged.add(
                    new Exchanged(
                            asked,
                            Capture.of(told.form()),
                            answer,
                            Capture.of(told.answer()),
                            told.took()));
        }
    }

    private static List<Header> headers(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> new Header(header.getKey(), header.getValue()))
                .toList();
    }

    /** Whether one more request is kept; the secrets of every one are hidden everywhere. */
    private boolean keeps(Collection<Secret> itsSecrets) {
        synchronized (exchanged) {
            secrets.addAll(itsSecrets);
            if (exchanged.size() < Trace.MOST_LEGS) {
                return true;
            }
            omitted.incrementAndGet();
            return false;
        }
    }

    /** Sends a request to the vendor of this instance, and keeps how it went. */
    VendorAnswer send(Vendors vendors, Reached through, VendorRequest wanted) {
        return send(vendors, through.secrets(), wanted);
    }

    /** The same of whoever is spoken to with these secrets. */
    VendorAnswer send(Vendors vendors, Collection<Secret> itsSecrets, VendorRequest wanted) {
        if (!keeps(itsSecrets)) {
            return vendors.send(wanted);
        }
        Preview preview = vendors.preview(wanted);
        Capture sent = new Capture();
        Capture received = new Capture();
        Instant before = time.instant();
        VendorAnswer answer =
                vendors.send(
                        new VendorRequest(
                                wanted.method(),
                                wanted.base(),
                                wanted.target(),
                                wanted.headers(),
                                wanted.credentials(),
                                wanted.content().map(sent::of)));
        Duration took = Duration.between(before, time.instant());
        synchronized (exchanged) {
            exchanged.add(new Exchanged(preview, sent, answer, received, took));
        }
        return answer instanceof VendorAnswer.Answered answered
                ? new VendorAnswer.Answered(
                        answered.status(),
                        answered.headers(),
                        received.of(answered.content()),
                        answered.atHome())
                : answer;
    }

    /** Keeps the trace, if it was started: the caller was answered so, in UTF-8. */
    public void finish(int status, List<Header> answered, byte[] body) {
        Started known = started.get();
        if (known == null) {
            return;
        }
        List<Leg> legs = new ArrayList<>();
        int beyond;
        Spellings spellings;
        synchronized (exchanged) {
            spellings = Spellings.of(secrets);
            exchanged.forEach(each -> legs.add(leg(each, spellings)));
            beyond = omitted.get();
        }
        Leg call =
                new Leg(
                        method,
                        spellings.hiddenIn(address),
                        hidden(masked(headers), spellings::hiddenIn),
                        request.text(spellings),
                        Optional.of(status),
                        hidden(answered, spellings::hiddenIn),
                        Capture.of(body).text(spellings),
                        Optional.empty(),
                        Duration.between(began, time.instant()));
        traces.add(new Trace(known.id(), known.instance(), began, call, legs, beyond));
    }

    private static Leg leg(Exchanged each, Spellings secrets) {
        Preview.Outgoing outgoing =
                switch (each.preview()) {
                    case Preview.Outgoing shown -> shown;
                    case Preview.Barred _ -> new Preview.Outgoing("", "", List.of());
                };
        Optional<VendorAnswer.Answered> answered =
                each.answer() instanceof VendorAnswer.Answered answer
                        ? Optional.of(answer)
                        : Optional.empty();
        return new Leg(
                outgoing.method(),
                secrets.hiddenIn(outgoing.address()),
                hidden(outgoing.headers(), secrets::hiddenIn),
                each.sent().text(secrets),
                answered.map(VendorAnswer.Answered::status),
                hidden(
                        answered.map(VendorAnswer.Answered::headers).orElse(List.of()),
                        secrets::hiddenIn),
                each.received().text(secrets),
                failure(each.answer()),
                each.took());
    }

    private static Optional<String> failure(VendorAnswer answer) {
        return switch (answer) {
            case VendorAnswer.Answered _ -> Optional.empty();
            case VendorAnswer.Unreachable(var reason, _, _) -> Optional.of(reason);
            case VendorAnswer.BodyBrokeOff _ -> Optional.of("The caller's body broke off");
            case VendorAnswer.Barred(var reason) -> Optional.of(reason);
            case VendorAnswer.Resting _ -> Optional.of("The vendor's host is left alone");
        };
    }

    private static List<Header> hidden(List<Header> headers, UnaryOperator<String> hiding) {
        return headers.stream()
                .map(header -> new Header(header.name(), hiding.apply(header.value())))
                .toList();
    }

    private static List<Header> masked(List<Header> headers) {
        return headers.stream()
                .map(
                        header ->
                                CREDENTIALS.contains(header.name())
                                        ? new Header(header.name(), Mask.TEXT)
                                        : header)
                .toList();
    }
}
