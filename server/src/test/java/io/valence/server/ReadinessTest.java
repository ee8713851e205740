package io.valence.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

class ReadinessTest {
    private final AtomicBoolean stored = new AtomicBoolean(true);
    private final AtomicInteger asked = new AtomicInteger();
    private final Readiness readiness =
            new Readiness(
                    () -> {
                        asked.incrementAndGet();
                        return stored.get();
                    },
                    Duration.ZERO);

    @Test
    void isNotGivenBeforeTheStartNorAfterTheStop() {
        var before = readiness.getAsBoolean();
        readiness.start();
        var between = readiness.getAsBoolean();
        readiness.stop();
        var after = readiness.getAsBoolean();

        assertThat(before).isFalse();
        assertThat(between).isTrue();
        assertThat(after).isFalse();
    }

    @Test
    void asksTheStorageOnceASecondAtMost() throws InterruptedException {
        readiness.start();
        for (int i = 0; i < 100; i++) {
            readiness.getAsBoolean();
        }
        var early = asked.get();
        stored.set(false);
        Thread.sleep(1_050);

        assertThat(early).isEqualTo(1);
        assertThat(readiness.getAsBoolean()).isFalse();
        assertThat(asked.get()).isEqualTo(2);
    }
}
