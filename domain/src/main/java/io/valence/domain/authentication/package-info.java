/**
 * The ways in which a vendor lets an instance in, and which settings each one reads.
 *
 * <p>Start at {@link io.valence.domain.authentication.AuthenticationScheme}. Uses {@code
 * configuration}.
 */
package io.valence.domain.authentication;
