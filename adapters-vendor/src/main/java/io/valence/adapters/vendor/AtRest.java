package io.valence.adapters.vendor;

import java.time.Duration;

/**
 * Says that a host is left alone for a while.
 *
 * <p>Without a stack trace: it is expected, and there may be thousands a second.
 */
final class AtRest extends Exception {
    private static final long serialVersionUID = 1L;

    private final Duration rest;

    AtRest(String host, Duration rest) {
        super(
                "The host " + host + " failed again and again and is given a rest",
                null,
                false,
                false);
        this.rest = rest;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** How much longer. */
    Duration rest() {
        return rest;
    }
}
