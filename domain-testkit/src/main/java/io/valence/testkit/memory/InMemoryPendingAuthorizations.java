package io.valence.testkit.memory;

import io.valence.domain.authorization.Pending;
import io.valence.domain.authorization.PendingAuthorizations;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Awaited answers that are forgotten when the program ends. */
public final class InMemoryPendingAuthorizations implements PendingAuthorizations {
    private final Map<String, Pending> awaited = new LinkedHashMap<>();

    /** No answer is awaited yet. */
    public InMemoryPendingAuthorizations() {}

    @Override
    public synchronized boolean await(Pending pending, Instant now, int most) {
        awaited.values().removeIf(one -> hasExpired(one, now));
        if (!awaited.containsKey(pending.state()) && awaited.size() >= most) {
            return false;
        }
        awaited.put(pending.state(), pending);
        return true;
    }

    @Override
    public synchronized Optional<Pending> take(String state, Instant now) {
        return Optional.ofNullable(awaited.remove(state)).filter(one -> !hasExpired(one, now));
    }

    private static boolean hasExpired(Pending one, Instant now) {
        return !one.expiresAt().isAfter(now);
    }
}
