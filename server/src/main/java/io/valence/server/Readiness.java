package io.valence.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Whether callers may be sent here: from the moment when everything has started until the moment
 * when stopping begins, as long as what is stored can be reached.
 *
 * <p>The first to hear that the server stops: it says no, and waits for those who ask to turn away.
 */
final class Readiness implements SmartLifecycle, BooleanSupplier {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final BooleanSupplier storage;
    private final Duration drainDelay;
    private volatile boolean isOpen;
    private volatile Finding latest = new Finding(false, System.nanoTime() - FRESH.toNanos());

    Readiness(BooleanSupplier storage, Duration drainDelay) {
        this.storage = storage;
        this.drainDelay = drainDelay;
    }

    private record Finding(boolean isReady, long at) {}

    @Override
    public boolean getAsBoolean() {
        if (!isOpen) {
            return false;
        }
        if (System.nanoTime() - latest.at() >= FRESH.toNanos()) {
            boolean isReady = storage.getAsBoolean();
            latest = new Finding(isReady, System.nanoTime());
        }
        return latest.isReady() && isOpen;
    }

    @Override
    public void start() {
        isOpen = true;
    }

    @Override
    public void stop() {
        isOpen = false;
        LOG.atInfo().addKeyValue("drainDelayMs", drainDelay.toMillis()).log("Stopping");
        try {
            Thread.sleep(drainDelay);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return isOpen;
    }
}
