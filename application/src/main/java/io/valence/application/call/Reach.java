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
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The way from a caller to the vendor of an instance and back, with the instance's credentials.
 * Stale tokens are renewed before, and once after a 401. Calls that may be made again are, if the
 * vendor may do better in a moment.
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
    private final Repetition repetition;
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
            int mostInFlight,
            Repetition repetition) {
        this.elements = elements;
        this.connections = connections;
        this.vendors = vendors;
        this.renew = renew;
        this.time = time;
        this.inFlight = new InFlight(mostInFlight);
        this.repetition = repetition;
    }

    /** The same, and how the call goes is kept if the instance's owner wants that. */
    public Found find(User caller, Through through, Optional<Recording> recording) {
        return switch (find(caller, through)) {
            case Found.Instance(var reached) ->
                    new Found.Instance(recording.map(own -> own.start(reached)).orElse(reached));
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

    /** What the vendor is spoken to with, as it was found for calls before if there were any. */
    public UnlockedConfiguration configuration(Reached reached) {
        return passages.of(reached.element(), reached.connection()) instanceof Passage.Open open
                ? open.configuration()
                : reached.configuration();
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

    /** What came of one attempt. */
    private sealed interface Trial {
        /** What the vendor did, and the instance with the tokens that it was asked by. */
        record Heard(Reached through, VendorAnswer answer) implements Trial {}

        /** The vendor was not asked. */
        record Missed(Setback setback) implements Trial {}
    }

    /**
     * Asks the vendor, and again if the call may be made again and the vendor may do better in a
     * moment. Whoever gets an answer closes its content.
     */
    public Reply ask(Reached reached, VendorCall call) {
        Trial trial = attempt(reached, call);
        for (int attempts = 1; trial instanceof Trial.Heard heard; attempts++) {
            Optional<Duration> rest = rest(heard, call, attempts);
            if (rest.isEmpty()) {
                return reply(heard.through(), heard.answer());
            }
            VendorAnswer refused = closed(heard.answer());
            if (!repetition.hold(rest.get())) {
                return reply(heard.through(), refused);
            }
            trial = attempt(heard.through(), call);
        }
        return new Reply.Missed(((Trial.Missed) trial).setback());
    }

    private Optional<Duration> rest(Trial.Heard heard, VendorCall call, int attempts) {
        return call.endurance().isEmpty()
                ? Optional.empty()
                : repetition.rest(call, heard.answer(), attempts, time.instant());
    }

    /** The same without its words, and with the connection and the instance's place freed. */
    private static VendorAnswer closed(VendorAnswer answer) {
        if (answer instanceof VendorAnswer.Answered answered) {
            close(answered.content());
            return new VendorAnswer.Answered(
                    answered.status(),
                    answered.headers(),
                    new Content(InputStream.nullInputStream(), OptionalLong.of(0)),
                    answered.atHome());
        }
        return answer;
    }

    /** One attempt, which has one of the instance's places until the answer is closed. */
    private Trial attempt(Reached reached, VendorCall call) {
        InstanceId id = reached.id();
        if (!inFlight.enter(id)) {
            return new Trial.Missed(new Setback.Crowded(id, inFlight.most()));
        }
        boolean answered = false;
        try {
            Trial trial = carryOut(reached, call);
            if (trial instanceof Trial.Heard(var through, VendorAnswer.Answered answer)) {
                answered = true;
                return new Trial.Heard(
                        through,
                        new VendorAnswer.Answered(
                                answer.status(),
                                answer.headers(),
                                inFlight.leavingWith(id, answer.content()),
                                answer.atHome()));
            }
            return trial;
        } finally {
            if (!answered) {
                inFlight.leave(id);
            }
        }
    }

    private Trial carryOut(Reached reached, VendorCall call) {
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
    private Trial renewed(Reached reached, VendorCall call, Grant grant) {
        InstanceId id = grant.instance();
        return switch (renew.renew(id, grant.generation(), Attempt.Cause.EXPIRED)) {
            case RenewTokens.Outcome.Renewed(var healthy) -> send(reached.with(healthy), call);
            case RenewTokens.Outcome.Kept(var usable) -> send(reached.with(usable), call);
            case RenewTokens.Outcome.Broken(var reason) ->
                    new Trial.Missed(new Setback.NotValid(id, reason));
            case RenewTokens.Outcome.Failed(var reason, var said, var late) ->
                    new Trial.Missed(new Setback.VendorFailed(id, reason, said, late));
            case RenewTokens.Outcome.Resting(var until) ->
                    new Trial.Missed(
                            new Setback.TryLater(
                                    id,
                                    "The vendor did not renew the tokens a moment ago",
                                    Duration.between(time.instant(), until)));
            case RenewTokens.Outcome.StillUnderWay() ->
                    new Trial.Missed(
                            new Setback.TryLater(
                                    id,
                                    "The vendor takes long to renew the tokens",
                                    Duration.ofSeconds(2)));
            case RenewTokens.Outcome.Gone() -> new Trial.Missed(new Setback.NoSuchInstance());
        };
    }

    private Trial send(Reached reached, VendorCall call) {
        VendorAnswer answer;
        switch (passages.of(reached.element(), reached.connection())) {
            case Passage.Closed(var reason) -> {
                return new Trial.Missed(new Setback.Misconfigured(reached.id(), reason));
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
        return new Trial.Heard(reached, answer);
    }

    private VendorAnswer send(Reached reached, VendorRequest request) {
        return reached.recording().isPresent()
                ? reached.recording().get().send(vendors, reached, request)
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
    private Trial healed(Reached reached, VendorCall call, VendorAnswer.Answered refused) {
        Element element = reached.element();
        Grant grant = reached.connection().grant().orElseThrow();
        RenewTokens.Outcome renewal =
                renew.renew(grant.instance(), grant.generation(), Attempt.Cause.UNAUTHORIZED);
        boolean again = call.isRepeatable() && IDEMPOTENT.contains(call.method());
        if (renewal instanceof RenewTokens.Outcome.Renewed(var healthy)
                && again
                && passages.of(element, healthy) instanceof Passage.Open open) {
            close(refused.content());
            Reached through = reached.with(healthy);
            return new Trial.Heard(through, send(through, through(open, call)));
        }
        if (renewal instanceof RenewTokens.Outcome.Broken(var reason)) {
            close(refused.content());
            return new Trial.Missed(new Setback.NotValid(grant.instance(), reason));
        }
        return new Trial.Heard(reached, refused);
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
        return new Passage.Open(base.get(), credentials.get(), configuration);
    }

    private static Reply reply(Reached reached, VendorAnswer answer) {
        InstanceId id = reached.id();
        return switch (answer) {
            case VendorAnswer.Answered answered -> new Reply.Answered(reached, answered);
            case VendorAnswer.Unreachable(var reason, var late, var sent) ->
                    new Reply.Missed(new Setback.VendorFailed(id, reason, Optional.empty(), late));
            case VendorAnswer.BodyBrokeOff(var late) ->
                    new Reply.Missed(new Setback.BodyBrokeOff(id, late));
            case VendorAnswer.Resting(var reason, var rest) ->
                    new Reply.Missed(new Setback.TryLater(id, reason, rest));
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
