package io.valence.application.authorization;

import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Grants;
import io.valence.domain.instance.InstanceId;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** Renews, ahead of time, the tokens of all instances that are due. */
public final class RenewDueTokens {
    private static final int BATCH = 200;

    /** Whichever generation it is: what is due is due. */
    private static final long ANY = Long.MAX_VALUE;

    private final Grants grants;
    private final RenewTokens renew;
    private final InstantSource time;
    private final int atATime;

    /** A use case that renews so many at a time. */
    public RenewDueTokens(Grants grants, RenewTokens renew, InstantSource time, int atATime) {
        this.grants = grants;
        this.renew = renew;
        this.time = time;
        this.atATime = atATime;
    }

    /**
     * Renews until nothing is due that was not tried; says how many were. One that fails, one that
     * stays due, and one whose vendor is slow stand in nobody's way.
     */
    public int run() {
        Semaphore free = new Semaphore(atATime);
        Set<InstanceId> tried = new HashSet<>();
        int most = BATCH;
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            List<InstanceId> due = grants.due(time.instant(), most);
            int before = tried.size();
            for (InstanceId instance : due) {
                if (tried.add(instance)) {
                    free.acquireUninterruptibly();
                    begin(instance, free);
                }
            }
            int fresh = tried.size() - before;
            more = fresh > 0 || due.size() == most;
            // Those that are still being renewed, and those that failed, are due all the same.
            most = BATCH + due.size() - fresh;
        }
        free.acquireUninterruptibly(atATime);
        return tried.size();
    }

    private void begin(InstanceId instance, Semaphore free) {
        CompletableFuture<Void> _ =
                renew.begin(instance, ANY, Attempt.Cause.AHEAD_OF_TIME)
                        .handle(
                                (outcome, failure) -> {
                                    free.release();
                                    return null;
                                });
    }
}
