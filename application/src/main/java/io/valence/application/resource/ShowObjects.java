package io.valence.application.resource;

import io.valence.application.call.Reach;
import io.valence.application.call.Setback;
import io.valence.application.call.Through;
import io.valence.domain.account.User;
import io.valence.domain.instance.InstanceId;

import java.util.List;

/**
 * Shows the kinds of records that can be called through an instance: the vendor's, and those that
 * the application has made of them. Disabled instances show theirs too.
 */
public final class ShowObjects {
    private final Reach reach;

    /** A use case that goes this way. */
    public ShowObjects(Reach reach) {
        this.reach = reach;
    }

    /** Shows them all, in the order of their names. */
    public Outcome show(User caller, Through through) {
        return switch (reach.find(caller, through)) {
            case Reach.Found.Missed(var setback) -> new Outcome.NotCarriedOut(setback);
            case Reach.Found.Instance(var reached) ->
                    new Outcome.Listed(reached.id(), Kind.all(reached));
        };
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The kinds of records. */
        record Listed(InstanceId instance, List<Kind> objects) implements Outcome {
            public Listed {
                objects = List.copyOf(objects);
            }
        }

        /** There is no such instance. */
        record NotCarriedOut(Setback setback) implements Outcome {}
    }
}
