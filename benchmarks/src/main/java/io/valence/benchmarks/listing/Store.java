package io.valence.benchmarks.listing;

import io.valence.adapters.persistence.DatabaseSettings;
import io.valence.adapters.persistence.JdbiPersistence;
import io.valence.adapters.persistence.MasterKey;
import io.valence.benchmarks.measure.Progress;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.Person;
import io.valence.domain.account.User;
import io.valence.domain.account.UserSecret;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.Selection;
import io.valence.testkit.sample.SampleInstances;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A database with one organization's instances, added through the port. */
final class Store implements AutoCloseable {
    private static final int WRITERS = 16;
    private static final int NEWS = 50_000;

    /** Twenty instances have it, however many there are. */
    static final String RARE = "rare";

    private static final int RARITIES = 20;

    private final JdbiPersistence persistence;
    private final User owner;
    private final int size;

    private Store(JdbiPersistence persistence, User owner, int size) {
        this.persistence = persistence;
        this.owner = owner;
        this.size = size;
    }

    static Store seeded(String url, int size) throws Exception {
        SecureRandom random = new SecureRandom();
        JdbiPersistence persistence =
                JdbiPersistence.connect(
                                new DatabaseSettings(
                                        url,
                                        Optional.empty(),
                                        Optional.empty(),
                                        WRITERS,
                                        Duration.ofSeconds(60),
                                        Duration.ofSeconds(60)))
                        .open(MasterKey.mint(random));
        User owner =
                persistence
                        .accounts()
                        .found(
                                "Measured",
                                OrganizationSecret.mint(random),
                                new Person("ada@example.com", "Ada", "Lovelace"),
                                UserSecret.mint(random),
                                Instant.now());
        Store store = new Store(persistence, owner, size);
        store.seed();
        return store;
    }

    private void seed() throws Exception {
        long began = System.nanoTime();
        AtomicInteger added = new AtomicInteger();
        Callable<Integer> writer =
                () -> {
                    int mine = 0;
                    int all = added.incrementAndGet();
                    while (all <= size) {
                        addOne();
                        mine++;
                        if (all % NEWS == 0) {
                            Progress.say("  %d instances, %.0f/s", all, all / seconds(began));
                        }
                        all = added.incrementAndGet();
                    }
                    return mine;
                };
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(writer);
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<Integer> each : threads.invokeAll(writers)) {
                each.get();
            }
        }
        Progress.say("  seeded %d instances in %.0f s", size, seconds(began));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** A tenth is in each team, half of each team is in the north, twenty of all are rare. */
    private void addOne() {
        InstanceId id = persistence.instances().nextId();
        long number = id.value();
        List<String> tags = new ArrayList<>();
        tags.add("team-" + number % 10);
        tags.add(number / 10 % 2 == 0 ? "north" : "south");
        if (number % (size / RARITIES) == 0) {
            tags.add(RARE);
        }
        SampleInstances.bare(owner)
                .number(id)
                .element(number % 4 == 0 ? 2198 : 1948)
                .named("Instance " + number)
                .tagged(tags.toArray(String[]::new))
                .holding("username", "ada.lovelace")
                .holding("site.url", "mysite.oracle.com")
                .hiding("password", "not-a-real-password")
                .addedTo(persistence.instances());
    }

    OrganizationId organization() {
        return owner.organization();
    }

    /** The number in the middle of all. */
    long middle() {
        return size / 2;
    }

    /** How many milliseconds a page takes; it must be full. */
    double milliseconds(Selection selection) {
        long began = System.nanoTime();
        int found = persistence.instances().select(selection).instances().size();
        double milliseconds = (System.nanoTime() - began) / 1e6;
        if (found != selection.limit()) {
            throw new IllegalStateException("a page of " + found + " instances");
        }
        return milliseconds;
    }

    @Override
    public void close() {
        persistence.close();
    }
}
