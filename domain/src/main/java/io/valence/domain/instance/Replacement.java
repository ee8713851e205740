package io.valence.domain.instance;

/** The answer to a replacement. */
public enum Replacement {
    /** It was done. */
    REPLACED,
    /** Somebody else was faster, or the instance is gone: read it again. */
    STALE
}
