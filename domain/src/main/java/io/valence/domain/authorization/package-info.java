/**
 * The conversation with a vendor's authorization server: where to send a user, what comes back, and
 * the tokens that come of it.
 *
 * <p>Start at {@link io.valence.domain.authorization.VendorAuthorization}. Uses {@code element} and
 * what stands to its left. Tokens of an instance are kept by {@code instance.Grants}.
 */
package io.valence.domain.authorization;
