/**
 * Values that must never be shown, the mask that is shown instead, and the fingerprint that finds
 * them.
 *
 * <p>Start at {@link io.valence.domain.secret.Secret}. Uses no other package of the domain.
 */
package io.valence.domain.secret;
