package io.valence.domain.configuration;

/** Where a setting's value comes from. */
public enum Origin {
    /** The element's default. */
    DEFAULT,
    /** The caller. */
    SUPPLIED,
    /** The vendor's answer. */
    VENDOR
}
