package io.valence.application.call;

import io.valence.domain.call.Header;
import io.valence.domain.trace.Traces;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** Keeps traces of the calls through those instances whose owners want them. */
public final class Recorder {
    private final Traces traces;
    private final InstantSource time;
    private final SecureRandom random;

    /** A recorder that keeps traces here. */
    public Recorder(Traces traces, InstantSource time, SecureRandom random) {
        this.traces = traces;
        this.time = time;
        this.random = random;
    }

    /**
     * A recording of a call, which is kept if the instance turns out to want it.
     *
     * @param wanted whether the caller wants it kept in any case
     */
    public Recording begin(String method, String address, List<Header> headers, boolean wanted) {
        return new Recording(traces, time, random, method, address, headers, wanted);
    }
}
