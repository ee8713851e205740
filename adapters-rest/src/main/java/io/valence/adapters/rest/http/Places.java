package io.valence.adapters.rest.http;

import java.util.concurrent.Semaphore;

/**
 * The places of the calls that are carried out at a time. Those that lead on to vendors have places
 * of their own, so that a slow vendor leaves room for everything else; whoever asks how the server
 * is needs none.
 */
final class Places {
    private final Semaphore own;
    private final Semaphore onward;

    /** So many for calls that are answered here, and so many for those that lead on. */
    Places(int own, int onward) {
        this.own = new Semaphore(own);
        this.onward = new Semaphore(onward);
    }

    /** Waits for a place. */
    void enter() {
        own.acquireUninterruptibly();
    }

    void leave() {
        own.release();
    }

    /** Takes a place, if one is free: who would wait here waits for a vendor. */
    boolean enterOnward() {
        return onward.tryAcquire();
    }

    void leaveOnward() {
        onward.release();
    }
}
