package io.valence.testkit.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told otherwise. */
public final class SampleClock implements InstantSource {
    private Instant now;

    /** A clock that shows this moment. */
    public SampleClock(Instant now) {
        this.now = now;
    }

    /** Lets so much time pass; less than none turns it back. */
    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }
}
