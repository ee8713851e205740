/**
 * Every use case over a store and vendors in memory, for the tests of this module.
 *
 * <p>Start at {@link io.valence.application.bench.Bench}; {@link io.valence.application.bench.Node}
 * is one of several server processes on its store.
 */
package io.valence.application.bench;
