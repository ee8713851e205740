/**
 * Elements (connectors), their keys and numbers, and the hubs that they stand in.
 *
 * <p>Start at {@link io.valence.domain.element.Element}. Uses {@code configuration}, {@code
 * authentication}, {@code account} and {@code resource}.
 */
package io.valence.domain.element;
