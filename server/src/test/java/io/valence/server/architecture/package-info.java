/**
 * The laws of the house, for a build to hold.
 *
 * <p>Every law is checked twice: that ours keeps it, and that the house of offenders in {@code
 * io.valence.planted} breaks it; a law that nobody can break guards nothing. The domain's own laws
 * stand beside the domain. Start at {@link io.valence.server.architecture.DirectionTest}.
 */
package io.valence.server.architecture;
