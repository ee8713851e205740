package io.valence.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

class RecentTest {
    private final AtomicLong writes = new AtomicLong();
    private final AtomicInteger readings = new AtomicInteger();

    private Recent<String, Integer> counting() {
        return new Recent<>(_ -> writes.get(), _ -> Optional.of(readings.incrementAndGet()));
    }

    @Test
    void readsOnceUntilSomethingIsWritten() {
        Recent<String, Integer> recent = counting();

        assertThat(recent.find("a")).contains(1);
        assertThat(recent.find("a")).contains(1);
        assertThat(recent.find("b")).contains(2);
        writes.incrementAndGet();
        assertThat(recent.find("a")).contains(3);
        assertThat(recent.find("a")).contains(3);
    }

    @Test
    void forgetsAReadingThatBeganBeforeAWriteAlsoIfItEndsAfterIt() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        Recent<String, Integer> recent =
                new Recent<>(
                        _ -> writes.get(),
                        _ -> {
                            int number = readings.incrementAndGet();
                            if (number == 1) {
                                reading.countDown();
                                awaitPatiently(written);
                            }
                            return Optional.of(number);
                        });

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<Integer>> early = threads.submit(() -> recent.find("a"));
            awaitPatiently(reading);
            writes.incrementAndGet();
            Optional<Integer> during = recent.find("a");
            written.countDown();

            assertThat(early.get()).contains(1);
            assertThat(during).contains(2);
            assertThat(recent.find("a")).contains(2);
        }
    }

    @Test
    void remembersNothingWhileSomethingIsBeingWritten() {
        Recent<String, Integer> recent = counting();
        assertThat(recent.find("a")).contains(1);

        writes.set(Writes.UNSETTLED);
        assertThat(recent.find("a")).contains(2);
        assertThat(recent.find("a")).contains(3);
        writes.set(1);

        assertThat(recent.find("a")).contains(4);
        assertThat(recent.find("a")).contains(4);
    }

    @Test
    void readsOnceForManyWhoAskTogether() throws Exception {
        CountDownLatch begin = new CountDownLatch(1);
        Recent<String, Integer> recent =
                new Recent<>(
                        _ -> writes.get(),
                        _ -> {
                            awaitPatiently(begin);
                            return Optional.of(readings.incrementAndGet());
                        });

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Integer>>> answers = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                answers.add(threads.submit(() -> recent.find("a")));
            }
            begin.countDown();

            assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).contains(1));
        }
    }

    @Test
    void remembersNeitherWhatIsNotThereNorAFailure() {
        Recent<String, Integer> recent =
                new Recent<>(
                        _ -> writes.get(),
                        _ ->
                                switch (readings.incrementAndGet()) {
                                    case 1 -> Optional.empty();
                                    case 2 -> throw new IllegalStateException("down");
                                    default -> Optional.of(readings.get());
                                });

        assertThat(recent.find("a")).isEmpty();
        assertThatThrownBy(() -> recent.find("a")).hasMessage("down");
        assertThat(recent.find("a")).contains(3);
    }

    private static void awaitPatiently(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
