/**
 * The vendor's API, through an instance.
 *
 * <p>Start at {@link io.valence.adapters.rest.call.ProxyRoutes}.
 */
package io.valence.adapters.rest.call;
