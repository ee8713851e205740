package io.valence.adapters.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class TimedLookupTest {
    private static final List<InetAddress> HOME = List.of(InetAddress.ofLiteral("127.0.0.1"));
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final CountDownLatch released = new CountDownLatch(1);
    private final Queue<String> begun = new ConcurrentLinkedQueue<>();

    @AfterEach
    void releases() {
        released.countDown();
    }

    /** Names that begin so are answered when the test is over. */
    private List<InetAddress> lookup(String host) throws UnknownHostException {
        begun.add(host);
        if (host.startsWith("slow")) {
            try {
                released.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        if (host.startsWith("no")) {
            throw new UnknownHostException(host);
        }
        return HOME;
    }

    private TimedLookup of(Duration patience, int atOnce, int waiting) {
        return new TimedLookup(this::lookup, patience, atOnce, waiting);
    }

    private static void isLate(Callable<?> lookup) {
        assertThatExceptionOfType(TimedLookup.Late.class).isThrownBy(lookup::call);
    }

    @Test
    void knowsThePlatformsHosts() throws Exception {
        try (var lookup = new TimedLookup(LONG)) {
            assertThat(lookup.all("127.0.0.1")).isEqualTo(HOME);
        }
    }

    @Test
    void tellsAnUnknownHostFromALateAnswer() {
        try (var lookup = of(SHORT, 2, 1)) {
            assertThatExceptionOfType(UnknownHostException.class)
                    .isThrownBy(() -> lookup.all("no.example"))
                    .isNotInstanceOf(TimedLookup.Late.class);
            isLate(() -> lookup.all("slow.example"));
        }
    }

    @Test
    void doesNotLetOneSlowNameHoldAllThreads() throws Exception {
        try (var lookup = of(SHORT, 2, 100)) {
            for (int i = 0; i < 5; i++) {
                isLate(() -> lookup.all("slow.example"));
            }

            assertThat(lookup.all("fast.example")).isEqualTo(HOME);
            assertThat(begun).containsExactly("slow.example", "fast.example");
        }
    }

    @Test
    void neverBeginsWhatNobodyWaitsForAnyMore() throws Exception {
        try (var lookup = of(SHORT, 1, 100)) {
            isLate(() -> lookup.all("slow.example"));
            isLate(() -> lookup.all("given-up.example"));
            isLate(() -> lookup.all("given-up.example"));
            released.countDown();

            assertThat(lookup.all("fast.example")).isEqualTo(HOME);
            assertThat(begun).containsExactly("slow.example", "fast.example");
        }
    }

    @Test
    void asksOnceForAllWhoAskAtOnce() throws Exception {
        try (var lookup = of(LONG, 4, 100);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<InetAddress>>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(threads.submit(() -> lookup.all("slow.example")));
            }
            Thread.sleep(300);
            released.countDown();

            for (Future<List<InetAddress>> each : all) {
                assertThat(each.get()).isEqualTo(HOME);
            }
            assertThat(begun).containsExactly("slow.example");
        }
    }

    @Test
    void asksAnewOnceItIsAnswered() throws Exception {
        try (var lookup = of(LONG, 1, 1)) {
            assertThat(lookup.all("fast.example")).isEqualTo(HOME);
            assertThat(lookup.all("fast.example")).isEqualTo(HOME);

            assertThat(begun).containsExactly("fast.example", "fast.example");
        }
    }

    @Test
    void refusesAtOnceWhenTooManyWait() throws Exception {
        try (var lookup = of(LONG, 1, 1);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = threads.submit(() -> lookup.all("slow.1.example"));
            while (begun.isEmpty()) {
                Thread.sleep(5);
            }
            var waiting = threads.submit(() -> lookup.all("slow.2.example"));
            Thread.sleep(200);
            long begin = System.nanoTime();

            isLate(() -> lookup.all("third.example"));

            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(Duration.ofSeconds(10));
            released.countDown();
            assertThat(running.get()).isEqualTo(HOME);
            assertThat(waiting.get()).isEqualTo(HOME);
        }
    }
}
