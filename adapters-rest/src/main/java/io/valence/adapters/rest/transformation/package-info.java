/**
 * What applications call their objects and fields: definitions and transformations of an instance.
 *
 * <p>Start at {@link io.valence.adapters.rest.transformation.ShapeRoutes}.
 */
package io.valence.adapters.rest.transformation;
