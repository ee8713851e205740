package io.valence.adapters.rest.http;

import java.time.Duration;

/**
 * How fast a body flows from a caller or to one, counted while the caller is waited for. For a
 * while any byte will do; then as much must have flowed as at a kilobyte a second, and it is
 * counted anew: nobody holds a call and a vendor's connection for ever by dripping.
 */
final class Pace {
    private static final long BYTES_PER_SECOND = 1_024;
    private static final long SECOND = 1_000_000_000;
    private static final long NOT_WAITING = Long.MIN_VALUE;

    private final long patience;
    private long bytes;
    private long waited;
    private boolean drips;
    private volatile long since = NOT_WAITING;

    /** Of a body of which nothing has flowed. */
    Pace(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** Begins to wait for the caller. */
    void await() {
        since = System.nanoTime();
    }

    /** Has seen the caller move so many bytes. */
    void moved(long count) {
        waited += System.nanoTime() - since;
        since = NOT_WAITING;
        bytes += count;
        if (waited > patience) {
            drips |= bytes < waited * BYTES_PER_SECOND / SECOND;
            waited = 0;
            bytes = 0;
        }
    }

    /** Whether too little has flowed. */
    boolean isDrip() {
        return drips;
    }

    /** Whether the caller has been waited for too long; anybody may ask. */
    boolean isStuck() {
        long begin = since;
        return begin != NOT_WAITING && System.nanoTime() - begin > patience;
    }
}
