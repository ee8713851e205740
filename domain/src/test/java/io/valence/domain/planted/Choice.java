package io.valence.domain.planted;

/** A closed choice with a leaf that has an identity. */
public sealed interface Choice {
    /** Neither a record nor an enum. */
    final class Leaf implements Choice {}
}
