package io.valence.application.call;

import java.time.Duration;

/** A way to let time pass. */
@FunctionalInterface
public interface Pause {
    /** Comes back after so long. */
    void last(Duration length) throws InterruptedException;
}
