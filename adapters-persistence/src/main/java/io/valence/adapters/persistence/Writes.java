package io.valence.adapters.persistence;

import io.valence.domain.instance.InstanceId;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Counts what this process writes, so that whoever remembers something knows whether it may have
 * changed since. A write counts from before it begins, since others may see it before its writer
 * knows that it is done.
 */
final class Writes {
    /** While something is being written: whatever is read now is not to be remembered. */
    static final long UNSETTLED = -1;

    private static final int STRIPES = 4096;

    private final Count toAnyInstance = new Count();
    private final List<Count> toInstances = Stream.generate(Count::new).limit(STRIPES).toList();
    private final Count toAccounts = new Count();

    private static final class Count {
        private final AtomicLong begun = new AtomicLong();
        private final AtomicLong ended = new AtomicLong();

        /** Ended ones first: if they are as many as had begun later, none was going on then. */
        long settled() {
            long before = ended.get();
            long now = begun.get();
            return before == now ? now : UNSETTLED;
        }

        <T> T during(Supplier<T> write) {
            begun.incrementAndGet();
            try {
                return write.get();
            } finally {
                ended.incrementAndGet();
            }
        }
    }

    /** How often this instance was written to, or one of those that are counted with it. */
    long to(InstanceId instance) {
        return stripe(instance).settled();
    }

    long toAnyInstance() {
        return toAnyInstance.settled();
    }

    long toAccounts() {
        return toAccounts.settled();
    }

    /** All begin first: if their count has not changed, that of no instance is a newer one. */
    <T> T during(InstanceId instance, Supplier<T> write) {
        return toAnyInstance.during(() -> stripe(instance).during(write));
    }

    <T> T duringAccounts(Supplier<T> write) {
        return toAccounts.during(write);
    }

    private Count stripe(InstanceId instance) {
        return toInstances.get((int) (instance.value() % STRIPES));
    }
}
