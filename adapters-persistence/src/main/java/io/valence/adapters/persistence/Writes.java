package io.valence.adapters.persistence;

import io.valence.domain.instance.InstanceId;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts what this process has written, so that whoever remembers something knows whether it may
 * have changed since. Counted is after the commit, whatever came of it: who read before the commit
 * began at a lower count, and who reads after the count reads what was written.
 */
final class Writes {
    private static final int STRIPES = 4096;

    private final AtomicLong toAnyInstance = new AtomicLong();
    private final AtomicLongArray toInstances = new AtomicLongArray(STRIPES);
    private final AtomicLong toAccounts = new AtomicLong();

    /** How often this instance was written to, or one of the few that are counted with it. */
    long to(InstanceId instance) {
        return toInstances.get(stripe(instance));
    }

    long toAnyInstance() {
        return toAnyInstance.get();
    }

    long toAccounts() {
        return toAccounts.get();
    }

    /**
     * All first: who sees the count of the one instance unchanged by a write, although that of all
     * had not changed either, has seen neither.
     */
    void count(InstanceId instance) {
        toAnyInstance.incrementAndGet();
        toInstances.incrementAndGet(stripe(instance));
    }

    void countToAccounts() {
        toAccounts.incrementAndGet();
    }

    private static int stripe(InstanceId instance) {
        return (int) (instance.value() % STRIPES);
    }
}
