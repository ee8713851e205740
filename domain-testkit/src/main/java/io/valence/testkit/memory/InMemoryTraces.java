package io.valence.testkit.memory;

import io.valence.domain.instance.InstanceId;
import io.valence.domain.trace.Trace;
import io.valence.domain.trace.TraceId;
import io.valence.domain.trace.TraceSummary;
import io.valence.domain.trace.Traces;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The traces of the instances of {@link InMemoryInstances}. */
public final class InMemoryTraces implements Traces {
    private final InMemoryInstances instances;

    /** Of each instance the latest first. */
    private final Map<InstanceId, List<Trace>> held = new HashMap<>();

    InMemoryTraces(InMemoryInstances instances) {
        this.instances = instances;
    }

    void remove(InstanceId instance) {
        synchronized (instances) {
            held.remove(instance);
        }
    }

    private List<Trace> of(InstanceId instance) {
        return held.getOrDefault(instance, List.of());
    }

    @Override
    public void add(Trace trace) {
        synchronized (instances) {
            if (instances.find(trace.instance()).isEmpty()) {
                return;
            }
            Instant horizon = trace.at().minus(LONGEST);
            List<Trace> kept = new ArrayList<>(List.of(trace));
            of(trace.instance()).stream()
                    .filter(earlier -> !earlier.at().isBefore(horizon))
                    .limit(MOST - 1L)
                    .forEach(kept::add);
            held.put(trace.instance(), kept);
        }
    }

    @Override
    public List<TraceSummary> list(InstanceId instance) {
        synchronized (instances) {
            return of(instance).stream().map(Trace::summary).toList();
        }
    }

    @Override
    public Optional<Trace> find(InstanceId instance, TraceId id) {
        synchronized (instances) {
            return of(instance).stream().filter(trace -> trace.id().equals(id)).findFirst();
        }
    }

    @Override
    public Optional<InstanceId> instanceOf(TraceId id) {
        synchronized (instances) {
            return held.keySet().stream().filter(it -> find(it, id).isPresent()).findFirst();
        }
    }

    @Override
    public int forget(Instant before) {
        synchronized (instances) {
            int forgotten = 0;
            for (List<Trace> traces : held.values()) {
                int earlier = traces.size();
                traces.removeIf(trace -> trace.at().isBefore(before));
                forgotten += earlier - traces.size();
            }
            return forgotten;
        }
    }
}
