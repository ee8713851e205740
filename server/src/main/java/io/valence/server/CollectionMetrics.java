package io.valence.server;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * How often and for how long garbage was collected, asked of the collectors when somebody reads it.
 * The library's own binder listens to every collection; to be told took 1 to 2 ms of a core each
 * time, as long as the collection itself.
 */
final class CollectionMetrics implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry metrics) {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            FunctionTimer.builder(
                            "jvm.gc.pause",
                            collector,
                            GarbageCollectorMXBean::getCollectionCount,
                            GarbageCollectorMXBean::getCollectionTime,
                            TimeUnit.MILLISECONDS)
                    .tag("gc", collector.getName())
                    .description("Time spent in collections of garbage")
                    .register(metrics);
        }
    }
}
