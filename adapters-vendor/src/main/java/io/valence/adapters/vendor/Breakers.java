package io.valence.adapters.vendor;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The memory of hosts that fail, which are left alone for a while instead of making every caller
 * wait. A host that has never failed is not in it, and costs one look into a map.
 */
final class Breakers {
    /** Said by whoever stands before a host that is in trouble; a 500 may be one record's. */
    private static final Set<Integer> TROUBLE = Set.of(502, 503, 504);

    private static final int PERCENT_THAT_OPEN = 50;
    private static final int TRIALS = 3;
    private static final long IDLE = Duration.ofMinutes(10).toNanos();

    private final Map<Origin, Breaker> known = new ConcurrentHashMap<>();
    private final Optional<VendorSettings.Breaking> settings;
    private final int most;
    private final CircuitBreakerConfig config;

    /**
     * A memory of nothing yet.
     *
     * @param settings none, if no host is ever left alone
     * @param most how many hosts are remembered, since it is callers who name them
     */
    Breakers(Optional<VendorSettings.Breaking> settings, int most) {
        this.settings = settings;
        this.most = most;
        this.config = settings.map(Breakers::config).orElseGet(CircuitBreakerConfig::ofDefaults);
    }

    private static CircuitBreakerConfig config(VendorSettings.Breaking settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(
                        settings.window(),
                        settings.least(),
                        SlidingWindowType.COUNT_BASED,
                        SlidingWindowSynchronizationStrategy.LOCK_FREE)
                .failureRateThreshold(PERCENT_THAT_OPEN)
                .waitDurationInOpenState(settings.rest())
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .clock(new Ticking())
                .build();
    }

    /** A way to send a request and to wait for the head of its answer. */
    interface Sending {
        Exchange.Received send() throws Barred, Failure, Upload.Broken;
    }

    /** Sends it, unless the host rests, and takes notice of how that ends. */
    Exchange.Received send(Origin origin, Sending sending)
            throws AtRest, Barred, Failure, Upload.Broken {
        if (settings.isEmpty()) {
            return sending.send();
        }
        Optional<Breaker> breaker = Optional.ofNullable(known.get(origin));
        Optional<Duration> rest = breaker.flatMap(Breaker::rest);
        if (rest.isPresent()) {
            throw new AtRest(origin.host(), rest.get());
        }
        boolean judged = false;
        try {
            Exchange.Received received = sending.send();
            judged = true;
            if (TROUBLE.contains(received.head().getCode())) {
                failing(origin).fail();
            } else {
                breaker.ifPresent(Breaker::succeed);
            }
            return received;
        } catch (Failure failure) {
            if (failure.isOfHost() && !Thread.currentThread().isInterrupted()) {
                judged = true;
                failing(origin).fail();
            }
            throw failure;
        } finally {
            if (!judged) {
                breaker.ifPresent(Breaker::giveUp);
            }
        }
    }

    private Breaker failing(Origin origin) {
        Breaker found = known.get(origin);
        if (found != null) {
            return found;
        }
        if (known.size() >= most) {
            makeRoom();
        }
        Duration rest = settings.map(VendorSettings.Breaking::rest).orElse(Duration.ZERO);
        return known.computeIfAbsent(origin, made -> new Breaker(made, config, rest));
    }

    /** Forgets a tenth at once, so that this is not done for every host that comes. */
    private synchronized void makeRoom() {
        if (known.size() < most) {
            return;
        }
        long now = System.nanoTime();
        Map<Origin, Long> ages = new ConcurrentHashMap<>();
        known.forEach((origin, breaker) -> ages.put(origin, now - breaker.usedAt()));
        ages.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(Math.max(1, most / 10))
                .forEach(oldest -> known.remove(oldest.getKey()));
    }

    /** Forgets hosts that nobody has asked for long. */
    void sweep() {
        long now = System.nanoTime();
        known.values().removeIf(breaker -> now - breaker.usedAt() > IDLE);
    }

    /** How many hosts are remembered. */
    int size() {
        return known.size();
    }

    /** How many hosts are left alone. */
    int open() {
        return (int) known.values().stream().filter(Breaker::isOpen).count();
    }

    /** A clock that nobody sets: it shows how much time has passed, and not what time it is. */
    private static final class Ticking extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusNanos(System.nanoTime());
        }
    }
}
