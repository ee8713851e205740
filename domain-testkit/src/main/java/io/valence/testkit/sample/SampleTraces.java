package io.valence.testkit.sample;

import io.valence.domain.call.Header;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.trace.CapturedText;
import io.valence.domain.trace.Leg;
import io.valence.domain.trace.Trace;
import io.valence.domain.trace.TraceId;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Traces to begin with. */
public final class SampleTraces {
    private static final SecureRandom RANDOM = new SecureRandom();

    private SampleTraces() {}

    /** A call at this moment that asked the vendor twice, the second time in vain. */
    public static Trace of(InstanceId instance, Instant at) {
        return Trace.of(
                TraceId.mint(RANDOM),
                instance,
                at,
                leg("GET", "/elements/api-v2/hubs/crm/accounts?where=name%3D'ä'", Optional.of(502)),
                List.of(
                        leg("GET", "https://vendor.example.com/accounts?page=1", Optional.of(200)),
                        leg(
                                "GET",
                                "https://vendor.example.com/accounts?page=2",
                                Optional.empty())));
    }

    private static Leg leg(String method, String address, Optional<Integer> status) {
        return new Leg(
                method,
                address,
                List.of(new Header("Accept", "application/json"), new Header("accept", "*/*")),
                CapturedText.of("{\"name\": \"Zoë 🔑\"}"),
                status,
                status.map(it -> List.of(new Header("Content-Type", "text/plain")))
                        .orElse(List.of()),
                status.map(it -> CapturedText.of("é".repeat(CapturedText.MOST_BYTES)))
                        .orElse(CapturedText.NONE),
                status.isPresent() ? Optional.empty() : Optional.of("it did not answer"),
                Duration.ofMillis(1234));
    }
}
