/**
 * What a vendor's records are made of: values as JSON has them, without JSON's letters.
 *
 * <p>Start at {@link io.valence.domain.document.Node}. Uses nothing.
 */
package io.valence.domain.document;
