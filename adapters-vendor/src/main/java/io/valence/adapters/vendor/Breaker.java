package io.valence.adapters.vendor;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What is known of one host that has failed. */
final class Breaker {
    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);
    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);

    private final CircuitBreaker breaker;
    private volatile long restsUntil = System.nanoTime();
    private volatile long usedAt = System.nanoTime();

    Breaker(Origin origin, CircuitBreakerConfig config, Duration rest) {
        breaker = CircuitBreaker.of(origin.toString(), config);
        breaker.getEventPublisher()
                .onStateTransition(
                        event -> {
                            switch (event.getStateTransition().getToState()) {
                                case OPEN -> {
                                    restsUntil = System.nanoTime() + rest.toNanos();
                                    LOG.warn(
                                            "{} fails, and rests for {} s",
                                            origin,
                                            rest.toSeconds());
                                }
                                case CLOSED -> LOG.info("{} answers again", origin);
                                default -> LOG.debug("{} is tried", origin);
                            }
                        });
    }

    /**
     * How much longer the host rests; none if it may be asked, which then is judged or given up.
     */
    Optional<Duration> rest() {
        usedAt = System.nanoTime();
        if (breaker.tryAcquirePermission()) {
            return Optional.empty();
        }
        Duration left = Duration.ofNanos(restsUntil - System.nanoTime());
        return Optional.of(left.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : left);
    }

    void succeed() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    void fail() {
        breaker.onError(0, TimeUnit.NANOSECONDS, new Failed());
    }

    /** Says nothing of the host. */
    void giveUp() {
        breaker.releasePermission();
    }

    boolean isOpen() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /** When it was used last, as {@link System#nanoTime} tells it. */
    long usedAt() {
        return usedAt;
    }

    /** What the library counts; it looks no further. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed() {
            super("failed", null, false, false);
        }
    }
}
