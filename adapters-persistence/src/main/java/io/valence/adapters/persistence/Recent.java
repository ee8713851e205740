package io.valence.adapters.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What was read a moment ago: so much for the writes of other processes. What this process writes
 * is counted, and a reading that began at another count is none any more, also if it is still going
 * on; while it writes, nothing is remembered. Many who ask for the same at once cause one reading.
 * What is not there is not remembered.
 */
final class Recent<K, V> {
    /** Short enough that what others write is seen within two seconds, a slow reading included. */
    private static final Duration MOMENT = Duration.ofMillis(1500);

    private static final int MOST = 10_000;

    private final ToLongFunction<K> writes;
    private final Function<K, Optional<V>> source;

    /** With a scheduler, so that secrets do not lie about until somebody asks again. */
    private final Cache<K, Reading<V>> readings =
            Caffeine.newBuilder()
                    .maximumSize(MOST)
                    .expireAfterWrite(MOMENT)
                    .scheduler(Scheduler.systemScheduler())
                    .build();

    /**
     * @param writes how often what belongs to a key was written
     */
    Recent(ToLongFunction<K> writes, Function<K, Optional<V>> source) {
        this.writes = writes;
        this.source = source;
    }

    /** A reading by the count of writes and the time at which it began; each is only itself. */
    private static final class Reading<V> {
        private final long count;
        private final long beganAt;
        private final CompletableFuture<Optional<V>> outcome;

        Reading(long count, long beganAt, CompletableFuture<Optional<V>> outcome) {
            this.count = count;
            this.beganAt = beganAt;
            this.outcome = outcome;
        }

        boolean isGoodFor(long now) {
            return count == now && System.nanoTime() - beganAt < MOMENT.toNanos();
        }
    }

    Optional<V> find(K key) {
        long count = writes.applyAsLong(key);
        if (count == Writes.UNSETTLED) {
            return source.apply(key);
        }
        Reading<V> held = readings.getIfPresent(key);
        if (held != null && held.isGoodFor(count)) {
            return outcome(key, held);
        }
        Reading<V> mine = new Reading<>(count, System.nanoTime(), new CompletableFuture<>());
        Reading<V> first =
                readings.asMap()
                        .merge(key, mine, (one, other) -> one.isGoodFor(count) ? one : other);
        return first == mine ? read(key, mine) : outcome(key, first);
    }

    private Optional<V> read(K key, Reading<V> mine) {
        try {
            Optional<V> found = source.apply(key);
            if (found.isEmpty()) {
                readings.asMap().remove(key, mine);
            }
            mine.outcome.complete(found);
            return found;
        } catch (RuntimeException | Error failure) {
            readings.asMap().remove(key, mine);
            mine.outcome.completeExceptionally(failure);
            throw failure;
        }
    }

    /** Whoever was reading may have failed for a reason of its own: then each reads for itself. */
    private Optional<V> outcome(K key, Reading<V> reading) {
        try {
            return reading.outcome.join();
        } catch (CompletionException failed) {
            return source.apply(key);
        }
    }

    /** Remembers what was read otherwise, beginning at this count and time. */
    void remember(K key, V value, long count, long beganAt) {
        readings.put(
                key,
                new Reading<>(
                        count, beganAt, CompletableFuture.completedFuture(Optional.of(value))));
    }
}
