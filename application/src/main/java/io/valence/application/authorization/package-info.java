/**
 * The use cases around a vendor's tokens: where to send a user, what to do with the answer, and how
 * tokens stay good.
 *
 * <p>Start at {@link io.valence.application.authorization.RenewTokens}.
 */
package io.valence.application.authorization;
