/**
 * The domain's ports, kept in memory: for tests and for trying things out, never in production.
 *
 * <p>They keep every promise of {@code io.valence.testkit.contract}, also to many threads at once.
 * What they hold is gone with them, and secrets lie in them unsealed.
 */
package io.valence.testkit.memory;
