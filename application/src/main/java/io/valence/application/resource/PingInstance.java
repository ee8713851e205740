package io.valence.application.resource;

import io.valence.application.call.Reach;
import io.valence.application.call.Reached;
import io.valence.application.call.Setback;
import io.valence.application.call.Through;
import io.valence.application.call.VendorCall;
import io.valence.domain.account.User;
import io.valence.domain.call.Header;
import io.valence.domain.call.VendorWords;
import io.valence.domain.element.CheckCall;
import io.valence.domain.element.ElementKey;
import io.valence.domain.instance.InstanceId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whether calls through an instance go well, by asking the vendor where that is cheap.
 */
public final class PingInstance {
    private static final int TOO_MANY = 429;

    private final Reach reach;
    private final InstantSource time;

    /** A use case that goes this way. */
    public PingInstance(Reach reach, InstantSource time) {
        this.reach = reach;
        this.time = time;
    }

    /** Pings the instance that the caller means. */
    public Outcome ping(User caller, Through through) {
        return switch (reach.find(caller, through)) {
            case Reach.Found.Missed(var setback) -> new Outcome.NotCarriedOut(setback);
            case Reach.Found.Instance(var reached) ->
                    reach.obstacle(reached)
                            .<Outcome>map(Outcome.NotCarriedOut::new)
                            .orElseGet(() -> ping(reached, reached.element().check()));
        };
    }

    private Outcome ping(Reached reached, Optional<CheckCall> check) {
        if (check.isEmpty()) {
            return pong(reached);
        }
        VendorCall call =
                new VendorCall(
                        "GET",
                        check.get().path(),
                        List.of(new Header("Accept", "application/json")),
                        Optional.empty());
        return switch (reach.ask(reached, call)) {
            case Reach.Reply.Missed(var setback) -> new Outcome.NotCarriedOut(setback);
            case Reach.Reply.Answered(var healthy, var answer) -> {
                String said = VendorWords.in(answer.content(), healthy.secrets());
                yield AnswerReader.isSuccess(answer.status()) || answer.status() == TOO_MANY
                        ? pong(healthy)
                        : new Outcome.VendorRefused(healthy.id(), answer.status(), said);
            }
        };
    }

    private Outcome pong(Reached reached) {
        return new Outcome.Pong(reached.id(), reached.element().key(), time.instant());
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** All is well. */
        record Pong(InstanceId instance, ElementKey element, Instant at) implements Outcome {}

        /** The vendor said no. */
        record VendorRefused(InstanceId instance, int status, String said) implements Outcome {}

        /** The vendor was not asked, or gave no answer. */
        record NotCarriedOut(Setback setback) implements Outcome {}
    }
}
