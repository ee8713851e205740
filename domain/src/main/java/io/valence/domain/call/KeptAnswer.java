package io.valence.domain.call;

import io.valence.domain.document.Payload;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An answer that was given before, in the callers' shape.
 *
 * @param returned how many records it has, if it is a list
 * @param total how many there are on all pages, if the vendor said so
 * @param nextPage the token of the page that follows, if one does
 * @param until when it is good no longer
 */
public record KeptAnswer(
        Payload json,
        OptionalInt returned,
        OptionalLong total,
        Optional<String> nextPage,
        Instant at,
        Instant until) {}
