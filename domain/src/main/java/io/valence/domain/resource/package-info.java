/**
 * What can be called through an instance of an element: resources, where their parameters come from
 * and go to, and how the vendor pages and answers.
 *
 * <p>Start at {@link io.valence.domain.resource.Resource}. Uses {@code configuration}, {@code
 * query} and {@code document}.
 */
package io.valence.domain.resource;
