package io.valence.testkit.memory;

import io.valence.domain.instance.GiveBack;
import io.valence.domain.instance.GiveBacks;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was to be given back when an instance of {@link InMemoryInstances} was removed. */
public final class InMemoryGiveBacks implements GiveBacks {
    private final Map<Long, Held> held = new LinkedHashMap<>();
    private long last;

    InMemoryGiveBacks() {}

    private record Held(Kept kept, Instant dueAt) {}

    @Override
    public synchronized void add(GiveBack giveBack) {
        last++;
        held.put(last, new Held(new Kept(last, giveBack, 0), Instant.EPOCH));
    }

    @Override
    public synchronized List<Kept> due(Instant now, int most) {
        return held.values().stream()
                .filter(one -> !one.dueAt().isAfter(now))
                .sorted(Comparator.comparing(Held::dueAt))
                .limit(most)
                .map(Held::kept)
                .toList();
    }

    @Override
    public synchronized void settle(long id) {
        held.remove(id);
    }

    @Override
    public synchronized void postpone(long id, Instant until) {
        held.computeIfPresent(
                id,
                (same, one) ->
                        new Held(
                                new Kept(id, one.kept().giveBack(), one.kept().attempts() + 1),
                                until));
    }
}
