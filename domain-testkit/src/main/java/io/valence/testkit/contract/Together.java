package io.valence.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Threads that begin at the same moment. */
final class Together {
    private static final long MOST_SECONDS = 60;

    private Together() {}

    /** What so many threads make of their numbers, counted from 0, in that order. */
    static <T> List<T> threads(int count, IntFunction<T> task) {
        CountDownLatch ready = new CountDownLatch(count);
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                running.add(
                        threads.submit(
                                () -> {
                                    ready.countDown();
                                    ready.await();
                                    return task.apply(number);
                                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get(MOST_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while threads ran together", interrupted);
        } catch (ExecutionException failed) {
            throw new AssertionError("one of the threads failed", failed.getCause());
        } catch (TimeoutException stuck) {
            throw new AssertionError("the threads wait for each other", stuck);
        } finally {
            threads.shutdownNow();
        }
    }
}
