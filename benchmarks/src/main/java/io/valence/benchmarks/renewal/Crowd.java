package io.valence.benchmarks.renewal;

import io.valence.benchmarks.measure.Progress;
import io.valence.domain.account.User;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.FirstGrant;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.Instances;
import io.valence.sandbox.SapAnywhere;
import io.valence.testkit.sample.SampleElements;
import io.valence.testkit.sample.SampleInstances;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Instances whose tokens expire one after the other, in the minute that begins at a moment. */
final class Crowd {
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Duration LIFE = Duration.ofHours(12);

    /** When a server that was running would have renewed them. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final int WRITERS = 16;

    private final List<Consents.Pair> consents;
    private final Instant beginning;

    Crowd(List<Consents.Pair> consents, Instant beginning) {
        this.consents = consents;
        this.beginning = beginning;
    }

    /** Adds one instance for each consent; their numbers. */
    List<InstanceId> addedTo(Instances instances, User owner) throws Exception {
        long began = System.nanoTime();
        List<Callable<InstanceId>> all = new ArrayList<>();
        for (int i = 0; i < consents.size(); i++) {
            int place = i;
            all.add(() -> add(instances, owner, place));
        }
        List<InstanceId> numbers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<InstanceId> each : threads.invokeAll(all)) {
                numbers.add(each.get());
            }
        }
        Progress.say(
                "  seeded %d instances in %.0f s",
                numbers.size(), (System.nanoTime() - began) / 1e9);
        return numbers;
    }

    private InstanceId add(Instances instances, User owner, int place) {
        return SampleInstances.bare(owner)
                .element(SampleElements.sapAnywhere().id().value())
                .named("Instance " + place)
                .tagged("measured")
                .hiding("oauth.api.key", SapAnywhere.CLIENT_ID)
                .hiding("oauth.api.secret", SapAnywhere.CLIENT_SECRET)
                .holding("oauth.callback.url", Consents.CALLBACK)
                .granted(grant(place))
                .addedTo(instances)
                .id();
    }

    private FirstGrant grant(int place) {
        Consents.Pair pair = consents.get(place);
        Instant end = beginning.plus(MINUTE.multipliedBy(place + 1).dividedBy(consents.size()));
        Instant obtained = end.minus(LIFE);
        return new FirstGrant(
                new Tokens(pair.access(), Optional.of(pair.refresh()), obtained, Optional.of(end)),
                Optional.of(end.minus(SKEW)),
                new Attempt(
                        obtained,
                        Attempt.Cause.PROVISIONED,
                        "measured",
                        0,
                        Optional.of(200),
                        Optional.empty(),
                        Attempt.Result.RENEWED));
    }
}
