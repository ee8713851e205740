/**
 * The resources of elements, called through an instance that its token names.
 *
 * <p>Start at {@link io.valence.adapters.rest.resource.ResourceRoutes}.
 */
package io.valence.adapters.rest.resource;
