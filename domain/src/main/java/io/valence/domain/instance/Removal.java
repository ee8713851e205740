package io.valence.domain.instance;

/** The answer to a removal that names the tokens of the instance. */
public enum Removal {
    /** It was done. */
    REMOVED,
    /** There are other tokens by now: read them again. */
    STALE,
    /** The organization has no such instance. */
    ABSENT
}
