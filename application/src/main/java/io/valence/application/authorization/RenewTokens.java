package io.valence.application.authorization;

import io.valence.domain.call.Connection;
import io.valence.domain.call.Connections;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Grants;
import io.valence.domain.instance.InstanceId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps the tokens of instances good. However many callers ask, in however many server processes,
 * the vendor is asked once: in a process the first caller's renewal serves all, and between
 * processes a turn is taken. The renewal runs apart from its callers, so that it ends although they
 * lose patience.
 */
public final class RenewTokens {
    private final Connections connections;
    private final Grants grants;
    private final RenewalTurn turn;
    private final RenewalPace pace;
    private final InstantSource time;
    private final Executor executor;
    private final ConcurrentMap<InstanceId, CompletableFuture<Outcome>> underWay =
            new ConcurrentHashMap<>();

    /** A use case over these grants; renewals run on the executor. */
    public RenewTokens(
            Connections connections,
            Grants grants,
            RenewalTurn turn,
            RenewalPace pace,
            InstantSource time,
            Executor executor) {
        this.connections = connections;
        this.grants = grants;
        this.turn = turn;
        this.pace = pace;
        this.time = time;
        this.executor = executor;
    }

    /**
     * Renews the tokens unless they are of a later generation already, and waits for it as long as
     * a caller is patient.
     *
     * @param generation the one that the caller has seen and that will not do
     */
    public Outcome renew(InstanceId instance, long generation, Attempt.Cause cause) {
        CompletableFuture<Outcome> renewal = begin(instance, generation, cause);
        try {
            return renewal.get(pace.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillUnderWay) {
            return new Outcome.StillUnderWay();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome.StillUnderWay();
        } catch (ExecutionException failed) {
            throw unchecked(failed);
        }
    }

    /** Sees to it that the tokens are renewed ahead of time; how that ends, the ledger tells. */
    public void suggest(InstanceId instance, long generation) {
        CompletableFuture<Outcome> _ = begin(instance, generation, Attempt.Cause.AHEAD_OF_TIME);
    }

    /** Begins a renewal, or joins one that is under way. */
    CompletableFuture<Outcome> begin(InstanceId instance, long generation, Attempt.Cause cause) {
        CompletableFuture<Outcome> mine = new CompletableFuture<>();
        CompletableFuture<Outcome> first = underWay.putIfAbsent(instance, mine);
        if (first != null) {
            return first;
        }
        try {
            executor.execute(() -> carryOut(instance, generation, cause, mine));
        } catch (RejectedExecutionException stopped) {
            underWay.remove(instance, mine);
            mine.completeExceptionally(stopped);
        }
        return mine;
    }

    private void carryOut(
            InstanceId instance,
            long generation,
            Attempt.Cause cause,
            CompletableFuture<Outcome> mine) {
        Outcome outcome = null;
        Throwable failure = null;
        try {
            outcome = carryOut(instance, generation, cause);
        } catch (RuntimeException | Error unexpected) {
            failure = unexpected;
        }
        // Forgotten first: whoever is told must be able to ask again.
        underWay.remove(instance, mine);
        if (failure == null) {
            mine.complete(outcome);
        } else {
            mine.completeExceptionally(failure);
        }
    }

    private static RuntimeException unchecked(ExecutionException failed) {
        if (failed.getCause() instanceof RuntimeException cause) {
            return cause;
        }
        throw new IllegalStateException("a renewal failed", failed.getCause());
    }

    /** Until the tokens are new, or nobody will make them so just now. */
    private Outcome carryOut(InstanceId instance, long generation, Attempt.Cause cause) {
        while (true) {
            Optional<Connection> found = connections.read(instance);
            if (found.isEmpty() || found.get().grant().isEmpty()) {
                return new Outcome.Gone();
            }
            Connection connection = found.get();
            Grant grant = connection.grant().orElseThrow();
            Instant now = time.instant();
            if (grant.generation() > generation) {
                return new Outcome.Renewed(connection);
            }
            if (connection.instance().authorization() instanceof Authorization.Broken broken) {
                return new Outcome.Broken(broken.reason());
            }
            if (cause == Attempt.Cause.AHEAD_OF_TIME && !isDue(grant, now)) {
                return new Outcome.Kept(connection);
            }
            Optional<Instant> rest = endOfRest(grant, cause, now);
            if (rest.isPresent()) {
                return new Outcome.Resting(rest.get());
            }
            if (grant.turn() == Grant.Turn.FREE || grant.turn() == Grant.Turn.LOST) {
                Optional<Outcome> outcome = turn.take(connection, grant, cause);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
            } else if (!awaitChange(instance, grant)) {
                return new Outcome.StillUnderWay();
            }
        }
    }

    /**
     * Until when the vendor is left alone since a renewal failed a short while ago. The ledger says
     * so of tokens that the vendor refuses before their end; of others the plan does, since only
     * after a failure is a renewal planned for later than their end.
     */
    private Optional<Instant> endOfRest(Grant grant, Attempt.Cause cause, Instant now) {
        Optional<Instant> end =
                cause == Attempt.Cause.UNAUTHORIZED
                        ? pace.retryAt(failures(grant))
                        : grant.refreshAt().filter(at -> grant.tokens().areStale(now));
        return end.filter(at -> RenewalPace.isRest(now, at));
    }

    /** The latest attempts to replace these tokens, if they failed. */
    private List<Attempt> failures(Grant grant) {
        return grants.ledger(grant.instance(), RenewalPace.FAILURES_THAT_MATTER).stream()
                .takeWhile(attempt -> attempt.generation() == grant.generation())
                .takeWhile(attempt -> attempt.result().isFailure())
                .toList();
    }

    private static boolean isDue(Grant grant, Instant now) {
        return grant.refreshAt().filter(at -> !now.isBefore(at)).isPresent();
    }

    /** Looks again and again until another node's turn is over; says no if that takes too long. */
    private boolean awaitChange(InstanceId instance, Grant seen) {
        long looks = pace.deadline().multipliedBy(2).toMillis() / pace.poll().toMillis();
        for (long look = 0; look < looks; look++) {
            try {
                Thread.sleep(pace.poll());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
            Optional<Grant> now = grants.find(instance);
            if (now.isEmpty()
                    || now.get().generation() != seen.generation()
                    || now.get().turn() == Grant.Turn.FREE
                    || now.get().turn() == Grant.Turn.LOST) {
                return true;
            }
        }
        return false;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** There are new tokens. */
        record Renewed(Connection connection) implements Outcome {}

        /** The tokens stay as they are for a while. */
        record Kept(Connection connection) implements Outcome {}

        /** The vendor does not let the instance in any more. */
        record Broken(String reason) implements Outcome {}

        /**
         * It failed, and may succeed later.
         *
         * @param late whether the vendor took too long
         */
        record Failed(String reason, Optional<String> said, boolean late) implements Outcome {}

        /** It failed a short while ago; the vendor is left alone until then. */
        record Resting(Instant until) implements Outcome {}

        /** It takes longer than a caller waits. */
        record StillUnderWay() implements Outcome {}

        /** There is no such instance, or it has no tokens. */
        record Gone() implements Outcome {}
    }
}
