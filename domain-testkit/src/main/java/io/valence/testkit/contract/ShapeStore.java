package io.valence.testkit.contract;

import io.valence.domain.transformation.Transformations;

/** A store of instances whose records are shaped: a further port of the same store. */
public interface ShapeStore extends GrantStore {
    /** The definitions and transformations of the instances. */
    Transformations transformations();
}
