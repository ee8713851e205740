package io.valence.application.call;

import io.valence.application.authorization.RenewTokens;
import io.valence.domain.account.User;
import io.valence.domain.call.Connection;
import io.valence.domain.call.Connections;
import io.valence.domain.call.Content;
import io.valence.domain.call.Credentials;
import io.valence.domain.call.Header;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.call.VendorRequest;
import io.valence.domain.call.Vendors;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.element.Element;
import io.valence.domain.element.Elements;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstanceToken;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends a caller's request to the vendor of an instance, with the instance's credentials, and hands
 * back the vendor's answer as it is. Stale tokens are renewed before, and once after a 401.
 */
public final class CallVendor {
    private static final int UNAUTHORIZED = 401;

    /**
     * Tokens that are younger were refused for another reason than their age. Those that are from
     * the future are older than a clock knows that has gone back.
     */
    private static final Duration YOUNG = Duration.ofSeconds(30);

    /** Methods that may be sent twice (RFC 9110, section 9.2.2). */
    private static final Set<String> IDEMPOTENT =
            Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    private final Elements elements;
    private final Connections connections;
    private final Vendors vendors;
    private final RenewTokens renew;
    private final InstantSource time;
    private final Passages passages = new Passages(CallVendor::passage);

    /** A use case over these connections. */
    public CallVendor(
            Elements elements,
            Connections connections,
            Vendors vendors,
            RenewTokens renew,
            InstantSource time) {
        this.elements = elements;
        this.connections = connections;
        this.vendors = vendors;
        this.renew = renew;
        this.time = time;
    }

    /** Carries out the call. Whoever gets an answer closes its content. */
    public Outcome call(Request request) {
        Optional<Connection> found =
                switch (request.through()) {
                    case Through.ById(var id) ->
                            connections.find(request.caller().organization(), id);
                    case Through.ByToken(var token) ->
                            connections.find(request.caller().organization(), token);
                };
        if (found.isEmpty()) {
            return new Outcome.NoSuchInstance();
        }
        Connection connection = found.get();
        InstanceId id = connection.instance().id();
        if (connection.instance().disabledSince().isPresent()) {
            return new Outcome.Disabled(id);
        }
        if (connection.instance().authorization() instanceof Authorization.Broken broken) {
            return new Outcome.NotValid(id, broken.reason());
        }
        Optional<Element> element = elements.get(connection.instance().element());
        if (element.isEmpty()) {
            return new Outcome.Misconfigured(
                    id, "The catalog has no element " + connection.instance().element());
        }
        return carryOut(request, element.get(), connection);
    }

    private Outcome carryOut(Request request, Element element, Connection connection) {
        Optional<Grant> grant = connection.grant();
        Instant now = time.instant();
        if (grant.isPresent() && grant.get().tokens().areStale(now)) {
            return renewed(request, element, grant.get());
        }
        grant.filter(found -> found.refreshAt().filter(at -> !now.isBefore(at)).isPresent())
                .ifPresent(due -> renew.suggest(due.instance(), due.generation()));
        return send(request, element, connection);
    }

    /** With tokens in place of those that are past their end. */
    private Outcome renewed(Request request, Element element, Grant grant) {
        InstanceId id = grant.instance();
        return switch (renew.renew(id, grant.generation(), Attempt.Cause.EXPIRED)) {
            case RenewTokens.Outcome.Renewed(var healthy) -> send(request, element, healthy);
            case RenewTokens.Outcome.Kept(var usable) -> send(request, element, usable);
            case RenewTokens.Outcome.Broken(var reason) -> new Outcome.NotValid(id, reason);
            case RenewTokens.Outcome.Failed(var reason, var said, var late) ->
                    new Outcome.VendorFailed(id, reason, said, late);
            case RenewTokens.Outcome.Resting(var until) ->
                    new Outcome.TryLater(
                            id,
                            "The vendor did not renew the tokens a moment ago",
                            Duration.between(time.instant(), until));
            case RenewTokens.Outcome.StillUnderWay() ->
                    new Outcome.TryLater(
                            id, "The vendor takes long to renew the tokens", Duration.ofSeconds(2));
            case RenewTokens.Outcome.Gone() -> new Outcome.NoSuchInstance();
        };
    }

    private Outcome send(Request request, Element element, Connection connection) {
        VendorAnswer answer;
        switch (passages.of(element, connection)) {
            case Passage.Closed(var reason) -> {
                return new Outcome.Misconfigured(connection.instance().id(), reason);
            }
            case Passage.Open open -> answer = vendors.send(through(open, request));
        }
        if (answer instanceof VendorAnswer.Answered refused
                && refused.status() == UNAUTHORIZED
                && refused.atHome()
                && mayHaveExpired(connection)) {
            try {
                return healed(request, element, connection, refused);
            } catch (RuntimeException | Error failure) {
                // Nobody else knows of this answer, and it holds a connection to the vendor.
                close(refused.content());
                throw failure;
            }
        }
        return outcome(connection, answer);
    }

    private boolean mayHaveExpired(Connection connection) {
        return connection
                .grant()
                .map(grant -> Duration.between(grant.tokens().obtainedAt(), time.instant()))
                .filter(age -> age.abs().compareTo(YOUNG) > 0)
                .isPresent();
    }

    /**
     * After a 401: the tokens are renewed, and the request is sent once more if that does no harm.
     * Otherwise the caller gets the 401, and succeeds when asking again.
     */
    private Outcome healed(
            Request request,
            Element element,
            Connection connection,
            VendorAnswer.Answered refused) {
        Grant grant = connection.grant().orElseThrow();
        RenewTokens.Outcome renewal =
                renew.renew(grant.instance(), grant.generation(), Attempt.Cause.UNAUTHORIZED);
        boolean again = request.content().isEmpty() && IDEMPOTENT.contains(request.method());
        if (renewal instanceof RenewTokens.Outcome.Renewed(var healthy)
                && again
                && passages.of(element, healthy) instanceof Passage.Open open) {
            close(refused.content());
            return outcome(healthy, vendors.send(through(open, request)));
        }
        if (renewal instanceof RenewTokens.Outcome.Broken(var reason)) {
            close(refused.content());
            return new Outcome.NotValid(grant.instance(), reason);
        }
        return outcome(connection, refused);
    }

    private static void close(Content content) {
        try {
            content.bytes().close();
        } catch (IOException gone) {
            // Nobody wants the rest of it; that it does not arrive changes nothing.
            return;
        }
    }

    private static VendorRequest through(Passage.Open passage, Request request) {
        return new VendorRequest(
                request.method(),
                passage.base(),
                request.target(),
                request.headers(),
                passage.credentials(),
                request.content());
    }

    private static Passage passage(Element element, Connection connection) {
        UnlockedConfiguration configuration = connection.configuration(element);
        Optional<URI> base = configuration.address(Credentials.BASE_URL_KEY);
        if (base.isEmpty()) {
            return new Passage.Closed("The configuration makes no address of base.url");
        }
        Optional<Credentials> credentials =
                Credentials.of(element, configuration, connection.grant().map(Grant::tokens));
        if (credentials.isEmpty()) {
            return new Passage.Closed(
                    "The configuration lacks credentials for " + element.scheme().name());
        }
        return new Passage.Open(base.get(), credentials.get());
    }

    private static Outcome outcome(Connection connection, VendorAnswer answer) {
        InstanceId id = connection.instance().id();
        return switch (answer) {
            case VendorAnswer.Answered answered -> new Outcome.Answered(id, answered);
            case VendorAnswer.Unreachable(var reason, var late, var sent) ->
                    new Outcome.VendorFailed(id, reason, Optional.empty(), late);
            case VendorAnswer.BodyBrokeOff(var late) -> new Outcome.BodyBrokeOff(id, late);
            case VendorAnswer.Barred(var reason) -> new Outcome.Barred(id, reason);
        };
    }

    /** How the caller names the instance. */
    public sealed interface Through {
        /** By its number. */
        record ById(InstanceId id) implements Through {}

        /** By its token. */
        record ByToken(InstanceToken token) implements Through {}
    }

    /**
     * What to send, through which instance, for whom.
     *
     * @param target the path and query below the vendor's address, percent-encoded
     */
    public record Request(
            User caller,
            Through through,
            String method,
            String target,
            List<Header> headers,
            Optional<Content> content) {
        public Request {
            headers = List.copyOf(headers);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The vendor's answer, whatever its status. */
        record Answered(InstanceId instance, VendorAnswer.Answered answer) implements Outcome {}

        /** The organization has no such instance. */
        record NoSuchInstance() implements Outcome {}

        /** Its owner has it disabled. */
        record Disabled(InstanceId instance) implements Outcome {}

        /** The vendor does not let it in any more. */
        record NotValid(InstanceId instance, String reason) implements Outcome {}

        /** No request can be made of its configuration. */
        record Misconfigured(InstanceId instance, String reason) implements Outcome {}

        /** The request may not go where it should. */
        record Barred(InstanceId instance, String reason) implements Outcome {}

        /**
         * The caller's body ended before its end.
         *
         * @param late whether it took too long
         */
        record BodyBrokeOff(InstanceId instance, boolean late) implements Outcome {}

        /**
         * The vendor did not answer, or not with what was needed.
         *
         * @param late whether it took too long
         */
        record VendorFailed(InstanceId instance, String reason, Optional<String> said, boolean late)
                implements Outcome {}

        /** It may work in a moment. */
        record TryLater(InstanceId instance, String reason, Duration rest) implements Outcome {}
    }
}
