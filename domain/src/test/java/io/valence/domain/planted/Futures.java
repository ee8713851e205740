package io.valence.domain.planted;

import java.util.Optional;
import java.util.concurrent.Future;

/** A port that speaks of something beside the domain, in a parameter of a type. */
public interface Futures {
    /** One of them. */
    Optional<Future<String>> next();
}
