/**
 * The HTTP face of the use cases. {@link io.valence.adapters.rest.RestApi} is the door; the
 * packages below are rooms of this adapter, one for each noun, and {@code http} is their common
 * vocabulary.
 */
package io.valence.adapters.rest;
