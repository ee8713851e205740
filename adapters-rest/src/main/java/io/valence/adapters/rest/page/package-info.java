/**
 * What the server shows of itself: health, metrics, and the description of its API.
 *
 * <p>Start at {@link io.valence.adapters.rest.page.ServerRoutes}.
 */
package io.valence.adapters.rest.page;
