/**
 * What an element asks for, what a caller supplied, and the verdict on it.
 *
 * <p>Start at {@link io.valence.domain.configuration.ConfigurationValidator}. Uses {@code secret}
 * and nothing else.
 *
 * <ul>
 *   <li>A {@link io.valence.domain.configuration.Problem} never carries a supplied value.
 *   <li>The validator alone knows which entries are secret and splits them off: a {@link
 *       io.valence.domain.configuration.ResolvedConfiguration} can be stored, logged and shown.
 * </ul>
 */
package io.valence.domain.configuration;
