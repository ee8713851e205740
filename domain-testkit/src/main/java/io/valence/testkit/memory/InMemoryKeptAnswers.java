package io.valence.testkit.memory;

import io.valence.domain.call.KeptAnswer;
import io.valence.domain.call.KeptAnswers;
import io.valence.domain.instance.InstanceId;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Kept answers in a map. */
public final class InMemoryKeptAnswers implements KeptAnswers {
    private final Map<InstanceId, Map<String, KeptAnswer>> kept = new HashMap<>();
    private final Map<InstanceId, Long> eras = new HashMap<>();

    @Override
    public synchronized Optional<KeptAnswer> find(InstanceId instance, String question) {
        return Optional.ofNullable(kept.getOrDefault(instance, Map.of()).get(question));
    }

    @Override
    public synchronized long era(InstanceId instance) {
        return eras.getOrDefault(instance, 0L);
    }

    @Override
    public synchronized void keep(
            InstanceId instance, String question, KeptAnswer answer, long era, int most) {
        if (era != era(instance)) {
            return;
        }
        Map<String, KeptAnswer> own =
                kept.computeIfAbsent(instance, unseen -> new LinkedHashMap<>());
        own.remove(question);
        own.put(question, answer);
        while (own.size() > most) {
            own.remove(own.keySet().iterator().next());
        }
    }

    @Override
    public synchronized void forget(InstanceId instance) {
        kept.remove(instance);
        eras.merge(instance, 1L, Long::sum);
    }
}
