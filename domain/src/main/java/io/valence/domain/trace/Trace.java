package io.valence.domain.trace;

import io.valence.domain.instance.InstanceId;

import java.time.Instant;
import java.util.List;

/**
 * One call through an instance: what the caller sent and got, and what went to the vendor and came
 * back.
 *
 * @param call the caller's side
 * @param vendor the vendor's side, in the order of time
 * @param omitted of how many further requests to the vendor nothing is kept
 */
public record Trace(
        TraceId id, InstanceId instance, Instant at, Leg call, List<Leg> vendor, int omitted) {
    /** How many requests to the vendor are kept. */
    public static final int MOST_LEGS = 16;

    public Trace {
        vendor = List.copyOf(vendor);
        if (vendor.size() > MOST_LEGS || omitted < 0) {
            throw new IllegalArgumentException("a trace has at most " + MOST_LEGS + " requests");
        }
    }

    /** Of so many requests to the vendor, the first ones. */
    public static Trace of(
            TraceId id, InstanceId instance, Instant at, Leg call, List<Leg> vendor) {
        int kept = Math.min(vendor.size(), MOST_LEGS);
        return new Trace(id, instance, at, call, vendor.subList(0, kept), vendor.size() - kept);
    }

    /** What it was about, in a line. */
    public String title() {
        return call.title();
    }

    /** What a list says of it. */
    public TraceSummary summary() {
        return new TraceSummary(id, at, title(), call.status(), call.took());
    }
}
