package io.valence.domain.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A trace in a list.
 *
 * @param status what the caller was answered, if anything
 */
public record TraceSummary(
        TraceId id, Instant at, String title, Optional<Integer> status, Duration took) {}
