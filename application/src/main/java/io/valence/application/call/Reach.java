package io.valence.application.call;

import io.valence.application.authorization.RenewTokens;
import io.valence.domain.account.User;
import io.valence.domain.call.Connection;
import io.valence.domain.call.Connections;
import io.valence.domain.call.Content;
import io.valence.domain.call.Credentials;
import io.valence.domain.call.Preview;
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

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * The way from a caller to the vendor of an instance and back, with the instance's credentials.
 * Stale tokens are renewed before, and once after a 401.
 */
public final class Reach {
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
    private final InFlight inFlight;
    private final Passages passages = new Passages(Reach::passage);

    /**
     * The way over these connections.
     *
     * @param mostInFlight how many calls go through one instance at a time
     */
    public Reach(
            Elements elements,
            Connections connections,
            Vendors vendors,
            RenewTokens renew,
            InstantSource time,
            int mostInFlight) {
        this.elements = elements;
        this.connections = connections;
        this.vendors = vendors;
        this.renew = renew;
        this.time = time;
        this.inFlight = new InFlight(mostInFlight);
    }

    /** The same, and how the call goes is kept if the instance's owner wants that. */
    public Found find(User caller, Through through, Optional<Recording> recording) {
        return switch (find(caller, through)) {
            case Found.Instance(var reached) ->
                    new Found.Instance(
                            recording.map(own -> own.start(reached)).orElse(reached));
            case Found.Missed missed -> missed;
        };
    }

    /** The instance that the caller means, whether or not it can be called through just now. */
    public Found find(User caller, Through through) {
        Optional<Connection> found =
                switch (through) {
                    case Through.ById(var id) -> connections.find(caller.organization(), id);
                    case Through.ByToken(var token) ->
                            connections.find(caller.organization(), token);
                };
        if (found.isEmpty()) {
            return new Found.Missed(new Setback.NoSuchInstance());
        }
        Connection connection = found.get();
        Optional<Element> element = elements.get(connection.instance().element());
        if (element.isEmpty()) {
            return new Found.Missed(
                    new Setback.Misconfigured(
                            connection.instance().id(),
                            "The catalog has no element " + connection.instance().element()));
        }
        return new Found.Instance(new Reached(element.get(), connection));
    }

    /** Why it cannot be called through just now, if it cannot. */
    public Optional<Setback> obstacle(Reached reached) {
        InstanceId id = reached.id();
        if (reached.connection().instance().disabledSince().isPresent()) {
            return Optional.of(new Setback.Disabled(id));
        }
        return reached.connection().instance().authorization()
                        instanceof Authorization.Broken broken
                ? Optional.of(new Setback.NotValid(id, broken.reason()))
                : Optional.empty();
    }

    /** How the vendor would be asked, with what is known now and nothing of it secret. */
    public Shown preview(Reached reached, VendorCall call) {
        return switch (passages.of(reached.element(), reached.connection())) {
            case Passage.Closed(var reason) ->
                    new Shown.Missed(new Setback.Misconfigured(reached.id(), reason));
            case Passage.Open open ->
                    switch (vendors.preview(through(open, call))) {
                        case Preview.Outgoing outgoing -> new Shown.Request(outgoing);
                        case Preview.Barred(var reason) ->
                                new Shown.Missed(new Setback.Barred(reached.id(), reason));
                    };
        };
    }

    /** Asks the vendor. Whoever gets an answer closes its content. */
    public Reply ask(Reached reached, VendorCall call) {
        InstanceId id = reached.id();
        if (!inFlight.enter(id)) {
            return new Reply.Missed(new Setback.Crowded(id, inFlight.most()));
        }
        boolean answered = false;
        try {
            Reply reply = carryOut(reached, call);
            if (reply instanceof Reply.Answered(var through, var answer)) {
                answered = true;
                return new Reply.Answered(
                        through,
                        new VendorAnswer.Answered(
                                answer.status(),
                                answer.headers(),
                                inFlight.leavingWith(id, answer.content()),
                                answer.atHome()));
            }
            return reply;
        } finally {
            if (!answered) {
                inFlight.leave(id);
            }
        }
    }

    private Reply carryOut(Reached reached, VendorCall call) {
        Optional<Grant> grant = reached.connection().grant();
        Instant now = time.instant();
        if (grant.isPresent() && grant.get().tokens().areStale(now)) {
            return renewed(reached, call, grant.get());
        }
        grant.filter(found -> found.refreshAt().filter(at -> !now.isBefore(at)).isPresent())
                .ifPresent(due -> renew.suggest(due.instance(), due.generation()));
        return send(reached, call);
    }

    /** With tokens in place of those that are past their end. */
    private Reply renewed(Reached reached, VendorCall call, Grant grant) {
        Element element = reached.element();
        InstanceId id = grant.instance();
        return switch (renew.renew(id, grant.generation(), Attempt.Cause.EXPIRED)) {
            case RenewTokens.Outcome.Renewed(var healthy) ->
                    send(reached.with(healthy), call);
            case RenewTokens.Outcome.Kept(var usable) -> send(reached.with(usable), call);
            case RenewTokens.Outcome.Broken(var reason) ->
                    new Reply.Missed(new Setback.NotValid(id, reason));
            case RenewTokens.Outcome.Failed(var reason, var said, var late) ->
                    new Reply.Missed(new Setback.VendorFailed(id, reason, said, late));
            case RenewTokens.Outcome.Resting(var until) ->
                    new Reply.Missed(
                            new Setback.TryLater(
                                    id,
                                    "The vendor did not renew the tokens a moment ago",
                                    Duration.between(time.instant(), until)));
            case RenewTokens.Outcome.StillUnderWay() ->
                    new Reply.Missed(
                            new Setback.TryLater(
                                    id,
                                    "The vendor takes long to renew the tokens",
                                    Duration.ofSeconds(2)));
            case RenewTokens.Outcome.Gone() -> new Reply.Missed(new Setback.NoSuchInstance());
        };
    }

    private Reply send(Reached reached, VendorCall call) {
        VendorAnswer answer;
        switch (passages.of(reached.element(), reached.connection())) {
            case Passage.Closed(var reason) -> {
                return new Reply.Missed(new Setback.Misconfigured(reached.id(), reason));
            }
            case Passage.Open open -> answer = send(reached, through(open, call));
        }
        if (answer instanceof VendorAnswer.Answered refused
                && refused.status() == UNAUTHORIZED
                && refused.atHome()
                && mayHaveExpired(reached.connection())) {
            try {
                return healed(reached, call, refused);
            } catch (RuntimeException | Error failure) {
                // Nobody else knows of this answer, and it holds a connection to the vendor.
                close(refused.content());
                throw failure;
            }
        }
        return reply(reached, answer);
    }

    private VendorAnswer send(Reached reached, VendorRequest request) {
        return reached.recording().isPresent()
                ? reached.recording().get().send(vendors, request)
                : vendors.send(request);
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
    private Reply healed(Reached reached, VendorCall call, VendorAnswer.Answered refused) {
        Element element = reached.element();
        Grant grant = reached.connection().grant().orElseThrow();
        RenewTokens.Outcome renewal =
                renew.renew(grant.instance(), grant.generation(), Attempt.Cause.UNAUTHORIZED);
        boolean again = call.content().isEmpty() && IDEMPOTENT.contains(call.method());
        if (renewal instanceof RenewTokens.Outcome.Renewed(var healthy)
                && again
                && passages.of(element, healthy) instanceof Passage.Open open) {
            close(refused.content());
            return reply(reached.with(healthy), send(reached, through(open, call)));
        }
        if (renewal instanceof RenewTokens.Outcome.Broken(var reason)) {
            close(refused.content());
            return new Reply.Missed(new Setback.NotValid(grant.instance(), reason));
        }
        return reply(reached, refused);
    }

    private static void close(Content content) {
        try {
            content.bytes().close();
        } catch (IOException gone) {
            // Nobody wants the rest of it; that it does not arrive changes nothing.
            return;
        }
    }

    private static VendorRequest through(Passage.Open passage, VendorCall call) {
        return new VendorRequest(
                call.method(),
                passage.base(),
                call.target(),
                call.headers(),
                passage.credentials(),
                call.content());
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

    private static Reply reply(Reached reached, VendorAnswer answer) {
        InstanceId id = reached.id();
        return switch (answer) {
            case VendorAnswer.Answered answered -> new Reply.Answered(reached, answered);
            case VendorAnswer.Unreachable(var reason, var late, var sent) ->
                    new Reply.Missed(new Setback.VendorFailed(id, reason, Optional.empty(), late));
            case VendorAnswer.BodyBrokeOff(var late) ->
                    new Reply.Missed(new Setback.BodyBrokeOff(id, late));
            case VendorAnswer.Barred(var reason) ->
                    new Reply.Missed(new Setback.Barred(id, reason));
        };
    }

    /** What a caller's name for an instance leads to. */
    public sealed interface Found {
        /** To this one. */
        record Instance(Reached reached) implements Found {}

        /** To none. */
        record Missed(Setback setback) implements Found {}
    }

    /** How the vendor would be asked. */
    public sealed interface Shown {
        /** So. */
        record Request(Preview.Outgoing outgoing) implements Shown {}

        /** It would not be asked. */
        record Missed(Setback setback) implements Shown {}
    }

    /** What came of asking the vendor. */
    public sealed interface Reply {
        /**
         * The vendor's answer, whatever its status.
         *
         * @param through the instance with the tokens that it was had by
         */
        record Answered(Reached through, VendorAnswer.Answered answer) implements Reply {}

        /** None. */
        record Missed(Setback setback) implements Reply {}
    }
}
