/**
 * Where to send a user who is to consent.
 *
 * <p>Start at {@link io.valence.adapters.rest.authorization.AuthorizationRoutes}.
 */
package io.valence.adapters.rest.authorization;
