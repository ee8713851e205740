package io.valence.adapters.rest;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * What the API must know of the state of what it stands on.
 *
 * @param ready whether calls can be carried out just now
 * @param isOutage whether a failure is one of the database, and not a mistake of ours
 */
public record Health(BooleanSupplier ready, Predicate<Throwable> isOutage) {}
