package io.valence.domain.authorization;

/** What came of giving tokens back. */
public enum Revocation {
    /** The vendor took them, or will never take them: there is nothing left to do. */
    SETTLED,
    /** The vendor did not answer, or could not just now: try again later. */
    POSTPONED
}
