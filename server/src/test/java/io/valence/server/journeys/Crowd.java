package io.valence.server.journeys;

import io.valence.testkit.api.ApiAnswer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Many calls that begin together. */
final class Crowd {
    private Crowd() {}

    /** The answers to as many of each of these calls. */
    @SafeVarargs
    static List<ApiAnswer> atOnce(int count, Callable<ApiAnswer>... calls) throws Exception {
        var start = new CountDownLatch(1);
        List<Future<ApiAnswer>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<ApiAnswer> call : calls) {
                for (int i = 0; i < count; i++) {
                    answers.add(
                            threads.submit(
                                    () -> {
                                        start.await();
                                        return call.call();
                                    }));
                }
            }
            start.countDown();
            List<ApiAnswer> all = new ArrayList<>();
            for (var answer : answers) {
                all.add(answer.get(60, TimeUnit.SECONDS));
            }
            return all;
        }
    }
}
