package io.valence.testkit.contract;

import io.valence.domain.instance.GiveBacks;
import io.valence.domain.instance.Grants;

import java.time.Duration;

/** A store of instances whose vendors hand out tokens: two further ports of the same store. */
public interface GrantStore extends InstanceStore {
    /** The grants of the instances. */
    Grants grants();

    /** What was to be given back when they were removed. */
    GiveBacks giveBacks();

    /** Lets so much time pass by the clock of the store. */
    void pass(Duration time);
}
