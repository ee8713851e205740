/**
 * Offenders on purpose, one for each rule of the architecture: each rule must fail on its own.
 *
 * <p>Start at {@code DomainArchitectureTest}. Nothing but that test may use them.
 */
package io.valence.domain.planted;
