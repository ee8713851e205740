package io.valence.adapters.vendor;

/**
 * How fast a body flows, counted while the vendor is waited for. For as long as a whole call may
 * take, any byte will do; then a body must have flowed at a kilobyte a second all in all, so that
 * nobody holds a connection for ever by dripping.
 */
final class Pace {
    private static final long BYTES_PER_SECOND = 1_024;
    private static final long SECOND = 1_000_000_000;

    private final long patience;
    private long waited;
    private long bytes;

    /**
     * A body of which nothing has flowed.
     *
     * @param patience in nanoseconds
     */
    Pace(long patience) {
        this.patience = patience;
    }

    void flowed(long count, long nanoseconds) {
        bytes += count;
        waited += nanoseconds;
    }

    long waited() {
        return waited;
    }

    boolean isDrip() {
        return waited > patience && bytes / BYTES_PER_SECOND < waited / SECOND;
    }
}
