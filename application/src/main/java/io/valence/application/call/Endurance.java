package io.valence.application.call;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long one caller is kept waiting for vendors that may do better in a moment, over all calls
 * that the request takes, and not at all once the caller has hung up.
 */
public final class Endurance {
    private static final Duration MOST = Duration.ofSeconds(10);

    private final AtomicLong left = new AtomicLong(MOST.toNanos());
    private final Presence presence;

    /** That of a caller who has not waited yet, as long as this lasts. */
    public Endurance(Presence presence) {
        this.presence = presence;
    }

    /** Whether there is so much left, which is then used up. */
    boolean spend(Duration rest) {
        long wanted = rest.toNanos();
        long before = left.getAndUpdate(had -> had >= wanted ? had - wanted : had);
        return before >= wanted;
    }

    /** Whether anybody still waits. */
    public boolean lasts() {
        return presence.lasts();
    }
}
