package io.valence.adapters.vendor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one who ends exchanges that take too long.
 *
 * <p>It looks at all of them again and again, instead of setting a timer for each: taking part
 * costs an entry in a set, and no thread is woken for the many that are in time. Time-outs of
 * sockets could not do this: they begin anew with every byte that drips.
 */
final class Watch implements AutoCloseable {
    /** Being due then means never. */
    static final long NEVER = Long.MAX_VALUE;

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration PERIOD = Duration.ofMillis(50);
    private static final int PERIODS_BETWEEN_SWEEPS = 100;

    private final Set<Exchange> exchanges = ConcurrentHashMap.newKeySet();
    private final Runnable sweep;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Begins to watch.
     *
     * @param sweep what else is to be done every few seconds
     */
    Watch(Runnable sweep) {
        this.sweep = sweep;
        this.thread = Thread.ofPlatform().daemon().name("vendor-watch").start(this::watch);
    }

    void add(Exchange exchange) {
        exchanges.add(exchange);
    }

    void remove(Exchange exchange) {
        exchanges.remove(exchange);
    }

    private void watch() {
        for (int period = 1; !closed; period++) {
            try {
                Thread.sleep(PERIOD);
            } catch (InterruptedException _) {
                continue;
            }
            endWhatIsDue();
            if (period % PERIODS_BETWEEN_SWEEPS == 0) {
                Thread.startVirtualThread(sweep);
            }
        }
    }

    private void endWhatIsDue() {
        long now = System.nanoTime();
        for (Exchange exchange : exchanges) {
            try {
                if (exchange.isDue(now)) {
                    exchange.abort();
                }
            } catch (RuntimeException mistake) {
                LOG.warn("An exchange could not be ended", mistake);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        exchanges.forEach(Exchange::abort);
    }
}
