package io.valence.application.bench;

import io.valence.domain.authorization.Tokens;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Grants;
import io.valence.domain.instance.InstanceId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Grants that count how often anything is asked of them, and can fail. */
public final class CountedGrants implements Grants {
    private final Grants grants;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger keeps = new AtomicInteger();
    private final AtomicInteger renewalsToFail = new AtomicInteger();
    private volatile boolean failing;
    private volatile boolean losingWord;
    private volatile Runnable afterTaking = () -> {};

    CountedGrants(Grants grants) {
        this.grants = grants;
    }

    /** How often anything was asked. */
    public int count() {
        return count.get();
    }

    /** How often a turn was kept. */
    public int keeps() {
        return keeps.get();
    }

    /** Gives no turn, but fails. */
    public void failToGiveTurns() {
        failing = true;
    }

    /** Fails so many times to keep new tokens. */
    public void failToRenew(int times) {
        renewalsToFail.set(times);
    }

    /** Keeps the next tokens, and fails to say so. */
    public void loseWordOfRenewing() {
        losingWord = true;
    }

    /** Does this whenever a turn was taken. */
    public void afterTaking(Runnable action) {
        afterTaking = action;
    }

    private static IllegalStateException unreachable() {
        return new IllegalStateException("no connection to the store");
    }

    private Grants counted() {
        count.incrementAndGet();
        return grants;
    }

    @Override
    public Optional<Grant> find(InstanceId instance) {
        return counted().find(instance);
    }

    @Override
    public boolean take(Grant read, String node, Duration lease, Duration deadline) {
        if (failing) {
            throw unreachable();
        }
        boolean taken = counted().take(read, node, lease, deadline);
        afterTaking.run();
        return taken;
    }

    @Override
    public boolean keep(InstanceId instance, long fence, Duration lease) {
        boolean kept = counted().keep(instance, fence, lease);
        keeps.incrementAndGet();
        return kept;
    }

    @Override
    public boolean renew(
            InstanceId instance,
            long generation,
            Tokens tokens,
            Optional<Instant> refreshAt,
            Attempt attempt) {
        if (renewalsToFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw unreachable();
        }
        boolean renewed = counted().renew(instance, generation, tokens, refreshAt, attempt);
        if (losingWord) {
            losingWord = false;
            throw unreachable();
        }
        return renewed;
    }

    @Override
    public void giveUp(
            InstanceId instance,
            long generation,
            long fence,
            Optional<Instant> refreshAt,
            Optional<Authorization.Broken> broken,
            Attempt attempt) {
        counted().giveUp(instance, generation, fence, refreshAt, broken, attempt);
    }

    @Override
    public List<InstanceId> due(Instant now, int most) {
        return counted().due(now, most);
    }

    @Override
    public List<Attempt> ledger(InstanceId instance, int most) {
        return counted().ledger(instance, most);
    }

    @Override
    public int forget(Instant before, int mostOfEach) {
        return counted().forget(before, mostOfEach);
    }
}
