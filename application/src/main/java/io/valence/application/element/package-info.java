/**
 * What the catalog offers.
 *
 * <p>Start at {@link io.valence.application.element.ListElements}.
 */
package io.valence.application.element;
