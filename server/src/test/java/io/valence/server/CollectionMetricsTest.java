package io.valence.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

class CollectionMetricsTest {
    @Test
    void showsWhatEachCollectorHasDoneSoFar() {
        var metrics = new SimpleMeterRegistry();
        new CollectionMetrics().bindTo(metrics);
        System.gc();

        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            long countBefore = collector.getCollectionCount();
            long timeBefore = collector.getCollectionTime();
            FunctionTimer timer =
                    metrics.get("jvm.gc.pause").tag("gc", collector.getName()).functionTimer();

            assertThat(timer.count())
                    .isBetween((double) countBefore, (double) collector.getCollectionCount());
            assertThat(timer.totalTime(TimeUnit.MILLISECONDS))
                    .isBetween((double) timeBefore, (double) collector.getCollectionTime());
        }
        assertThat(metrics.get("jvm.gc.pause").functionTimers())
                .anySatisfy(timer -> assertThat(timer.count()).isPositive());
    }
}
