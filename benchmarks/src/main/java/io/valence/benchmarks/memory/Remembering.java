package io.valence.benchmarks.memory;

import io.valence.adapters.persistence.ConnectionCache;
import io.valence.adapters.persistence.DatabaseSettings;
import io.valence.adapters.persistence.JdbiPersistence;
import io.valence.adapters.persistence.MasterKey;
import io.valence.benchmarks.measure.Figure;
import io.valence.benchmarks.measure.Folder;
import io.valence.benchmarks.measure.Median;
import io.valence.benchmarks.measure.Progress;
import io.valence.benchmarks.measure.Scale;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.call.Connections;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstanceToken;
import io.valence.testkit.sample.SampleInstance;
import io.valence.testkit.sample.SampleInstances;
import io.valence.testkit.sample.SampleOrganization;

import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The heap that ten thousand idle instances take in the memory of connections: every second one of
 * Oracle Sales Cloud, with a password, and every second one of SAP Anywhere, with a grant. All are
 * read from a database; then nothing but that memory holds them, and all of them are still in it
 * when the heap has been measured, which a second look at each proves. The reference is the heap
 * without it.
 */
public final class Remembering {
    private static final int INSTANCES = 10_000;
    private static final double MEBIBYTE = 1 << 20;
    private static final int MOST_MEBIBYTES = 100;
    private static final int MOST_ATTEMPTS = 10;
    private static final int COLLECTIONS = 10;
    private static final long PAUSE_MILLIS = 300;

    private final Folder folder;
    private final OrganizationId organization;
    private final Map<InstanceId, InstanceToken> tokens;
    private final MasterKey key;

    private Remembering(
            Folder folder,
            OrganizationId organization,
            Map<InstanceId, InstanceToken> tokens,
            MasterKey key) {
        this.folder = folder;
        this.organization = organization;
        this.tokens = Map.copyOf(tokens);
        this.key = key;
    }

    /** What the heap has with and without. */
    private record Heap(double with, double without) {
        double growth() {
            return with - without;
        }
    }

    /** Measures it. */
    public static List<Figure> measure(Scale scale) throws Exception {
        try (Folder folder = Folder.temporary()) {
            Remembering remembering = seeded(folder);
            List<Heap> heaps = new ArrayList<>();
            for (int round = 1; round <= scale.rounds(); round++) {
                Heap heap = remembering.heap();
                Progress.say(
                        "  round %d of %d: %.2f MiB with, %.2f MiB without",
                        round, scale.rounds(), heap.with(), heap.without());
                heaps.add(heap);
            }
            double growth = Median.of(heaps.stream().mapToDouble(Heap::growth).toArray());
            double without = Median.of(heaps.stream().mapToDouble(Heap::without).toArray());
            return List.of(
                    new Figure(
                            "heap of 10,000 idle instances in memory",
                            String.format(
                                    Locale.ROOT, "%.0f bytes each", growth * MEBIBYTE / INSTANCES),
                            String.format(Locale.ROOT, "%.1f MiB without them", without),
                            growth,
                            new Figure.Target.NoMoreThan(MOST_MEBIBYTES, "MiB")));
        }
    }

    private static JdbiPersistence opened(Folder folder, MasterKey key) {
        String url = "jdbc:h2:file:" + folder.path().resolve("valence");
        return JdbiPersistence.connect(DatabaseSettings.of(url, Optional.empty(), Optional.empty()))
                .open(key);
    }

    private static Remembering seeded(Folder folder) {
        MasterKey key = MasterKey.mint(new SecureRandom());
        Map<InstanceId, InstanceToken> tokens = new HashMap<>();
        try (JdbiPersistence persistence = opened(folder, key)) {
            SampleOrganization acme = SampleOrganization.foundedIn(persistence.accounts());
            for (int i = 0; i < INSTANCES; i++) {
                SampleInstance sample =
                        i % 2 == 0
                                ? SampleInstances.of(acme.user())
                                : SampleInstances.grantedTo(acme.user());
                Instance added =
                        sample.named("Instance " + i)
                                .tagged("team-" + i % 10, "measured")
                                .addedTo(persistence.instances());
                tokens.put(added.id(), added.token());
            }
            Progress.say("  seeded %d instances", INSTANCES);
            return new Remembering(folder, acme.id(), tokens, key);
        }
    }

    /** What is held is forgotten soon: a machine that is too busy to look in time tries again. */
    private Heap heap() throws InterruptedException {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            OptionalDouble with = with();
            if (with.isPresent()) {
                settle();
                return new Heap(with.getAsDouble(), used());
            }
            Progress.say("  too slow: not all were in memory any more");
        }
        throw new IllegalStateException("the machine is too busy to measure what is in memory");
    }

    private OptionalDouble with() throws InterruptedException {
        Handover source = read();
        settle();
        Connections memory = ConnectionCache.before(source);
        if (found(memory) < INSTANCES || source.left() > 0) {
            throw new IllegalStateException("not all instances were handed over");
        }
        double used = used();
        return found(memory) == INSTANCES ? OptionalDouble.of(used) : OptionalDouble.empty();
    }

    /** Each as a reading of it is, with nothing in common with another one. */
    private Handover read() {
        Handover handover = new Handover();
        try (JdbiPersistence persistence = opened(folder, key)) {
            for (InstanceId id : tokens.keySet()) {
                handover.add(persistence.connections().read(id).orElseThrow());
            }
        }
        return handover;
    }

    private int found(Connections memory) {
        int found = 0;
        for (InstanceToken token : tokens.values()) {
            found += memory.find(organization, token).isPresent() ? 1 : 0;
        }
        return found;
    }

    /** Until nothing is left of a database that was closed. */
    private static void settle() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            used();
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static double used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }
}
