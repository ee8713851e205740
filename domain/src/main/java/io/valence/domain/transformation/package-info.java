/**
 * What an application calls its objects and fields, over what the vendor calls them.
 *
 * <p>Start at {@link io.valence.domain.transformation.Transformation}. Uses {@code document},
 * {@code instance} and {@code query}.
 */
package io.valence.domain.transformation;
