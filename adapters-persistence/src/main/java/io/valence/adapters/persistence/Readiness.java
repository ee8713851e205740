package io.valence.adapters.persistence;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * The answer to "does it work", within bounded time: a probe that hangs is waited for by those who
 * ask next, and never joined by a second one.
 */
final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BooleanSupplier probe;
    private final AtomicReference<CompletableFuture<Boolean>> running = new AtomicReference<>();

    Readiness(BooleanSupplier probe) {
        this.probe = probe;
    }

    boolean isGiven() {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> before = running.compareAndExchange(null, mine);
        if (before == null) {
            Thread.ofVirtual().name("readiness").start(() -> run(mine));
        }
        return awaited(before == null ? mine : before);
    }

    private void run(CompletableFuture<Boolean> answer) {
        boolean ready = false;
        try {
            ready = probe.getAsBoolean();
        } catch (RuntimeException failure) {
            LOG.warn("The database cannot be worked with: {}", failure.getMessage());
        } finally {
            running.set(null);
            answer.complete(ready);
        }
    }

    private static boolean awaited(CompletableFuture<Boolean> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notReady) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
