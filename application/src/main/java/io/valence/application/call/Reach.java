package io.valence.application.call;

import io.valence.application.authorization.RenewTokens;
import io.valence.domain.account.User;
import io.valence.domain.call.Connection;
import io.valence.domain.call.Connections;
import io.valence.domain.call.Content;
import io.valence.domain.call.Preview;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.call.Vendors;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.element.Element;
import io.valence.domain.element.Elements;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.InstanceId;

import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The way from a caller to the vendor of an instance and back: so many calls through one instance
 * at a time, and again those that may be made again, if the vendor may do better in a moment.
 */
public final class Reach {
    private final Elements elements;
    private final Connections connections;
    private final Courier courier;
    private final InstantSource time;
    private final InFlight inFlight;
    private final Repetition repetition;

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
        this.courier = new Courier(vendors, renew, time);
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
        return courier.passage(reached) instanceof Passage.Open open
                ? open.configuration()
                : reached.configuration();
    }

    /** How the vendor would be asked, with what is known now and nothing of it secret. */
    public Shown preview(Reached reached, VendorCall call) {
        return switch (courier.passage(reached)) {
            case Passage.Closed(var reason) ->
                    new Shown.Missed(new Setback.Misconfigured(reached.id(), reason));
            case Passage.Open open ->
                    switch (courier.preview(open, call)) {
                        case Preview.Outgoing outgoing -> new Shown.Request(outgoing);
                        case Preview.Barred(var reason) ->
                                new Shown.Missed(new Setback.Barred(reached.id(), reason));
                    };
        };
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
            if (!repetition.hold(call, rest.get())) {
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
            answered.content().forgo();
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
            Trial trial = courier.carryOut(reached, call);
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
