package io.valence.application.resource;

import io.valence.application.call.Reach;
import io.valence.application.call.Setback;
import io.valence.application.call.Through;
import io.valence.domain.account.User;
import io.valence.domain.element.Element;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.resource.Resource;
import io.valence.domain.resource.VendorObject;

import java.util.List;

/** Describes everything that can be called through an instance. */
public final class DescribeInstance {
    private final Reach reach;

    /** A use case that goes this way. */
    public DescribeInstance(Reach reach) {
        this.reach = reach;
    }

    /** Describes the instance that the caller means. */
    public Outcome describe(User caller, Through through) {
        return switch (reach.find(caller, through)) {
            case Reach.Found.Missed(var setback) -> new Outcome.NotCarriedOut(setback);
            case Reach.Found.Instance(var reached) ->
                    new Outcome.Described(
                            reached.id(),
                            reached.element(),
                            Kind.all(reached).stream()
                                    .filter(Kind::own)
                                    .map(Kind::inOwnWords)
                                    .toList(),
                            Kind.ownResources(reached));
        };
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The element, and what the application has made of its objects.
         *
         * @param objects the application's own kinds of records
         * @param resources where they can be called
         */
        record Described(
                InstanceId instance,
                Element element,
                List<VendorObject> objects,
                List<Resource> resources)
                implements Outcome {
            public Described {
                objects = List.copyOf(objects);
                resources = List.copyOf(resources);
            }
        }

        /** There is no such instance. */
        record NotCarriedOut(Setback setback) implements Outcome {}
    }
}
