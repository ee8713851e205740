package io.valence.testkit.memory;

import io.valence.domain.authorization.Tokens;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.FirstGrant;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Grants;
import io.valence.domain.instance.InstanceId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The grants of {@link InMemoryInstances}. */
public final class InMemoryGrants implements Grants {
    private final InMemoryInstances instances;
    private final InstantSource clock;
    private final Map<InstanceId, Held> held = new HashMap<>();
    private final Map<InstanceId, Deque<Attempt>> ledgers = new HashMap<>();

    InMemoryGrants(InMemoryInstances instances, InstantSource clock) {
        this.instances = instances;
        this.clock = clock;
    }

    /** That this node is about to ask the vendor, since when, and until when it is awaited. */
    private record Intent(String node, Instant at, Instant until) {}

    /** A grant with the end of its lease and with its intent, as far as there are any. */
    private record Held(
            long generation,
            Tokens tokens,
            Optional<Instant> refreshAt,
            long fence,
            Optional<Instant> leaseUntil,
            Optional<Intent> intent) {
        Held free(Optional<Instant> nextRefresh) {
            return new Held(
                    generation, tokens, nextRefresh, fence, Optional.empty(), Optional.empty());
        }

        Held next(Tokens renewed, Optional<Instant> nextRefresh) {
            return new Held(
                    generation + 1,
                    renewed,
                    nextRefresh,
                    fence,
                    Optional.empty(),
                    Optional.empty());
        }

        Held until(Instant lease, Intent wanted, long turn) {
            return new Held(
                    generation, tokens, refreshAt, turn, Optional.of(lease), Optional.of(wanted));
        }

        Optional<Attempt> lost(Instant now) {
            return intent.filter(left -> turn(now) == Grant.Turn.LOST)
                    .map(
                            left ->
                                    new Attempt(
                                            left.at(),
                                            cause(left.at()),
                                            left.node(),
                                            generation,
                                            Optional.empty(),
                                            Optional.empty(),
                                            Attempt.Result.ANSWER_LOST));
        }

        private Attempt.Cause cause(Instant at) {
            if (tokens.areStale(at)) {
                return Attempt.Cause.EXPIRED;
            }
            return refreshAt.filter(due -> !due.isAfter(at)).isPresent()
                    ? Attempt.Cause.AHEAD_OF_TIME
                    : Attempt.Cause.UNAUTHORIZED;
        }

        Grant.Turn turn(Instant now) {
            if (isHeld(now)) {
                return Grant.Turn.HELD;
            }
            if (intent.isEmpty()) {
                return Grant.Turn.FREE;
            }
            return intent.get().until().isAfter(now) ? Grant.Turn.AWAITED : Grant.Turn.LOST;
        }

        boolean isHeld(Instant now) {
            return leaseUntil.isPresent() && leaseUntil.get().isAfter(now);
        }
    }

    void begin(InstanceId instance, FirstGrant grant) {
        Held begun =
                held.containsKey(instance)
                        ? held.get(instance).next(grant.tokens(), grant.refreshAt())
                        : new Held(
                                1,
                                grant.tokens(),
                                grant.refreshAt(),
                                0,
                                Optional.empty(),
                                Optional.empty());
        held.put(instance, begun);
        write(instance, grant.attempt());
    }

    void remove(InstanceId instance) {
        held.remove(instance);
        ledgers.remove(instance);
    }

    private void write(InstanceId instance, Attempt attempt) {
        if (held.containsKey(instance)) {
            ledgers.computeIfAbsent(instance, key -> new ArrayDeque<>()).addFirst(attempt);
        }
    }

    @Override
    public Optional<Grant> find(InstanceId instance) {
        synchronized (instances) {
            return Optional.ofNullable(held.get(instance))
                    .map(
                            one ->
                                    new Grant(
                                            instance,
                                            one.generation(),
                                            one.tokens(),
                                            one.turn(clock.instant()),
                                            one.fence(),
                                            one.refreshAt()));
        }
    }

    @Override
    public boolean take(Grant read, String node, Duration lease, Duration deadline) {
        synchronized (instances) {
            Instant now = clock.instant();
            Held one = held.get(read.instance());
            if (one == null
                    || one.generation() != read.generation()
                    || one.fence() != read.fence()
                    || !isToBeHad(read.turn())
                    || !isToBeHad(one.turn(now))) {
                return false;
            }
            one.lost(now).ifPresent(attempt -> write(read.instance(), attempt));
            Intent intent = new Intent(node, now, now.plus(deadline));
            held.put(read.instance(), one.until(now.plus(lease), intent, one.fence() + 1));
            return true;
        }
    }

    private static boolean isToBeHad(Grant.Turn turn) {
        return turn == Grant.Turn.FREE || turn == Grant.Turn.LOST;
    }

    @Override
    public boolean keep(InstanceId instance, long fence, Duration lease) {
        synchronized (instances) {
            Instant now = clock.instant();
            Held one = held.get(instance);
            if (one == null || one.fence() != fence || !one.isHeld(now)) {
                return false;
            }
            held.put(instance, one.until(now.plus(lease), one.intent().orElseThrow(), one.fence()));
            return true;
        }
    }

    @Override
    public boolean renew(
            InstanceId instance,
            long generation,
            Tokens tokens,
            Optional<Instant> refreshAt,
            Attempt attempt) {
        synchronized (instances) {
            if (current(instance, generation + 1)
                    .filter(one -> one.tokens().are(tokens))
                    .isPresent()) {
                return true;
            }
            Optional<Held> current = current(instance, generation);
            if (current.isPresent()) {
                held.put(instance, current.get().next(tokens, refreshAt));
                instances.note(instance, new Authorization.Sound());
            }
            write(instance, current.isPresent() ? attempt : attempt.with(Attempt.Result.OVERTAKEN));
            return current.isPresent();
        }
    }

    private Optional<Held> current(InstanceId instance, long generation) {
        return Optional.ofNullable(held.get(instance))
                .filter(one -> one.generation() == generation);
    }

    @Override
    public void giveUp(
            InstanceId instance,
            long generation,
            long fence,
            Optional<Instant> refreshAt,
            Optional<Authorization.Broken> broken,
            Attempt attempt) {
        synchronized (instances) {
            Optional<Held> current = current(instance, generation);
            current.filter(one -> one.fence() == fence && one.intent().isPresent())
                    .ifPresent(one -> held.put(instance, one.free(refreshAt)));
            if (current.isPresent()) {
                broken.ifPresent(it -> instances.note(instance, it));
            }
            write(instance, attempt);
        }
    }

    @Override
    public List<InstanceId> due(Instant now, int most) {
        synchronized (instances) {
            return held.entrySet().stream()
                    .filter(one -> one.getValue().refreshAt().isPresent())
                    .filter(one -> !one.getValue().refreshAt().get().isAfter(now))
                    .sorted(
                            Comparator.comparing(
                                            (Map.Entry<InstanceId, Held> one) ->
                                                    one.getValue().refreshAt().get())
                                    .thenComparing(Map.Entry::getKey))
                    .limit(most)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    @Override
    public List<Attempt> ledger(InstanceId instance, int most) {
        synchronized (instances) {
            return ledgers.getOrDefault(instance, new ArrayDeque<>()).stream().limit(most).toList();
        }
    }

    @Override
    public int forget(Instant before, int mostOfEach) {
        synchronized (instances) {
            int forgotten = 0;
            for (Deque<Attempt> ledger : ledgers.values()) {
                int all = ledger.size();
                ledger.removeIf(attempt -> attempt.at().isBefore(before));
                while (ledger.size() > mostOfEach) {
                    ledger.removeLast();
                }
                forgotten += all - ledger.size();
            }
            return forgotten;
        }
    }
}
