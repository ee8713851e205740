package io.valence.domain.configuration;

/** What becomes of keys that the element does not have. */
public enum Strictness {
    /** They are noticed and neither stored nor returned: old clients send many. */
    LENIENT,
    /** They are problems. */
    STRICT
}
