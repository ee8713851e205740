package io.valence.adapters.vendor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import io.valence.domain.call.KeptAnswer;
import io.valence.domain.call.KeptAnswers;
import io.valence.domain.instance.InstanceId;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Kept answers of all instances together, bounded by their bytes. */
final class CaffeineKeptAnswers implements KeptAnswers {
    /** What an answer takes beside its own bytes, as measured roughly. */
    private static final int BESIDE = 512;

    private final AtomicLong eras = new AtomicLong();
    private final Map<InstanceId, Shelf> shelves = new ConcurrentHashMap<>();
    private final Cache<Key, KeptAnswer> answers;

    CaffeineKeptAnswers(long mostBytes) {
        answers =
                Caffeine.newBuilder()
                        .maximumWeight(mostBytes)
                        .weigher(
                                (Key key, KeptAnswer answer) ->
                                        BESIDE
                                                + 2 * key.question().length()
                                                + answer.json().length())
                        .expireAfter(
                                Expiry.writing(
                                        (Key key, KeptAnswer answer) ->
                                                Duration.between(answer.at(), answer.until())))
                        .removalListener(
                                (key, answer, cause) -> {
                                    if (key != null) {
                                        removed(key);
                                    }
                                })
                        .build();
    }

    private record Key(InstanceId instance, String question) {}

    /** The questions of one instance that are answered, the oldest first. */
    private record Shelf(long era, Set<String> questions) {}

    private Shelf shelf(InstanceId instance) {
        return shelves.computeIfAbsent(
                instance, unseen -> new Shelf(eras.incrementAndGet(), new LinkedHashSet<>()));
    }

    @Override
    public Optional<KeptAnswer> find(InstanceId instance, String question) {
        return Optional.ofNullable(answers.getIfPresent(new Key(instance, question)));
    }

    @Override
    public long era(InstanceId instance) {
        return shelf(instance).era();
    }

    @Override
    public void keep(InstanceId instance, String question, KeptAnswer answer, long era, int most) {
        Shelf shelf = shelf(instance);
        synchronized (shelf) {
            if (shelf.era() != era || !isCurrent(instance, shelf)) {
                return;
            }
            shelf.questions().remove(question);
            shelf.questions().add(question);
            answers.put(new Key(instance, question), answer);
            Iterator<String> oldest = shelf.questions().iterator();
            for (int excess = shelf.questions().size() - most; excess > 0; excess--) {
                answers.invalidate(new Key(instance, oldest.next()));
                oldest.remove();
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very same shelf, and not one that is like it
    private boolean isCurrent(InstanceId instance, Shelf shelf) {
        return shelves.get(instance) == shelf;
    }

    @Override
    public void forget(InstanceId instance) {
        Shelf shelf = shelves.remove(instance);
        if (shelf == null) {
            return;
        }
        synchronized (shelf) {
            shelf.questions().forEach(question -> answers.invalidate(new Key(instance, question)));
        }
    }

    /** Of what is gone for other reasons, no question is remembered either. */
    private void removed(Key key) {
        Shelf shelf = shelves.get(key.instance());
        if (shelf != null) {
            synchronized (shelf) {
                if (answers.getIfPresent(key) == null) {
                    shelf.questions().remove(key.question());
                }
            }
        }
    }

    /** How many instances have answers here. */
    int instances() {
        answers.cleanUp();
        shelves.values().removeIf(shelf -> shelf.questions().isEmpty());
        return shelves.size();
    }
}
