/**
 * Routes and JSON of elements and hubs. Start at {@link
 * io.valence.adapters.rest.element.ElementRoutes}.
 */
package io.valence.adapters.rest.element;
