package io.valence.adapters.vendor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The platform's lookup with an end to its patience. It runs on threads of its own, since a slow
 * name server would otherwise hold the few threads that carry all virtual ones.
 */
final class TimedLookup implements Lookup, AutoCloseable {
    private static final int THREADS = 16;
    private static final int WAITING = 1_024;
    private static final long IDLE_SECONDS = 30;

    private final Duration patience;
    private final ThreadPoolExecutor threads;

    TimedLookup(Duration patience) {
        this.patience = patience;
        this.threads =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(WAITING),
                        Thread.ofPlatform().daemon().name("vendor-lookup-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<InetAddress> all(String host) throws UnknownHostException {
        try {
            Future<List<InetAddress>> addresses =
                    threads.submit(() -> List.of(InetAddress.getAllByName(host)));
            return addresses.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException unknown) {
            throw new UnknownHostException(host);
        } catch (TimeoutException | RejectedExecutionException tooSlow) {
            throw new Late(host);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Late(host);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Says that there was no answer in time, which is not the same as that there is no host. */
    static final class Late extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Late(String host) {
            super(host);
        }
    }
}
