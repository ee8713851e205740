package io.valence.application.call;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long one caller is kept waiting for vendors that may do better in a moment, over all calls
 * that the request takes.
 */
public final class Endurance {
    private static final Duration MOST = Duration.ofSeconds(10);

    private final AtomicLong left = new AtomicLong(MOST.toNanos());

    /** That of a caller who has not waited yet. */
    public Endurance() {}

    /** Whether there is so much left, which is then used up. */
    boolean spend(Duration rest) {
        long wanted = rest.toNanos();
        long before = left.getAndUpdate(had -> had >= wanted ? had - wanted : had);
        return before >= wanted;
    }
}
