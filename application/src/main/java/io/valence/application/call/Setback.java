package io.valence.application.call;

import io.valence.domain.instance.InstanceId;

import java.time.Duration;
import java.util.Optional;

/** Why no answer of the vendor's came back through an instance. */
public sealed interface Setback extends CallVendor.Outcome {
    /** The organization has no such instance. */
    record NoSuchInstance() implements Setback {}

    /** Its owner has it disabled. */
    record Disabled(InstanceId instance) implements Setback {}

    /** The vendor does not let it in any more. */
    record NotValid(InstanceId instance, String reason) implements Setback {}

    /** No request can be made of its configuration. */
    record Misconfigured(InstanceId instance, String reason) implements Setback {}

    /** The request may not go where it should. */
    record Barred(InstanceId instance, String reason) implements Setback {}

    /**
     * The caller's body ended before its end.
     *
     * @param late whether it took too long
     */
    record BodyBrokeOff(InstanceId instance, boolean late) implements Setback {}

    /**
     * The vendor did not answer, or not with what was needed.
     *
     * @param late whether it took too long
     */
    record VendorFailed(InstanceId instance, String reason, Optional<String> said, boolean late)
            implements Setback {}

    /** It may work in a moment. */
    record TryLater(InstanceId instance, String reason, Duration rest) implements Setback {}

    /** The caller hung up before all that was asked for was fetched. */
    record HungUp(InstanceId instance) implements Setback {}

    /** So many calls through the instance are under way that this one was not begun. */
    record Crowded(InstanceId instance, int most) implements Setback {}
}
