/**
 * The instance: somebody's account at a vendor, connected; its life and its token.
 *
 * <p>Start at {@link io.valence.domain.instance.Instance}. Uses every other package of the domain.
 * Secrets go in through {@link io.valence.domain.instance.Instances}, together with the instance,
 * and come out through {@link io.valence.domain.instance.Vault} alone.
 */
package io.valence.domain.instance;
