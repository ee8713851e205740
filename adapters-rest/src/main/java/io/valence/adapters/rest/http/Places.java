package io.valence.adapters.rest.http;

import java.util.concurrent.Semaphore;

/**
 * The places of the calls that are carried out at a time. Those that lead on to vendors have a
 * share of them, so that a slow vendor leaves room for everything else; whoever asks how the server
 * is needs none.
 */
final class Places {
    private final Semaphore all;
    private final Semaphore onward;

    /** So many in all, three quarters of them for calls that lead on. */
    Places(int most) {
        this.all = new Semaphore(most);
        this.onward = new Semaphore(Math.max(1, most * 3 / 4));
    }

    /** Waits for a place. */
    void enter() {
        all.acquireUninterruptibly();
    }

    void leave() {
        all.release();
    }

    /** Takes a place of the share, if one is free: who would wait here waits for a vendor. */
    boolean enterOnward() {
        if (!onward.tryAcquire()) {
            return false;
        }
        enter();
        return true;
    }

    void leaveOnward() {
        leave();
        onward.release();
    }
}
