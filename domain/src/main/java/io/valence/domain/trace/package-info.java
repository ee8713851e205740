/**
 * What went on in a call through an instance, kept for whoever looks for a mistake.
 *
 * <p>Start at {@link io.valence.domain.trace.Trace}. Credentials are masked by whoever makes one;
 * everything else may be personal data.
 */
package io.valence.domain.trace;
