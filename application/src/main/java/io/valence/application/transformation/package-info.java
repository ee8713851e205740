/**
 * What an application calls its objects and fields, set for one instance.
 *
 * <p>Start at {@link io.valence.application.transformation.ShapeObjects}.
 */
package io.valence.application.transformation;
