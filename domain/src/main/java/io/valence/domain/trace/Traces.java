package io.valence.domain.trace;

import io.valence.domain.instance.InstanceId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The latest traces of every instance; they go with their instance. */
public interface Traces {
    /** How many of an instance are kept. */
    int MOST = 200;

    /** How long each is kept at most. */
    Duration LONGEST = Duration.ofDays(7);

    /**
     * Adds a trace; of its instance, all but the latest {@link #MOST} are forgotten, and what is
     * {@link #LONGEST} older than this one. Of an instance that is gone nothing is kept.
     */
    void add(Trace trace);

    /** The traces of this instance, the latest first. */
    List<TraceSummary> list(InstanceId instance);

    /** The trace of this name, if it is of this instance. */
    Optional<Trace> find(InstanceId instance, TraceId id);

    /** The instance that the trace of this name is of. */
    Optional<InstanceId> instanceOf(TraceId id);

    /** Forgets traces from before this moment; says how many. */
    int forget(Instant before);
}
