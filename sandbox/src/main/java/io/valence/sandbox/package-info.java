/**
 * Stand-in vendors that ship: everything can be tried, and tested, with no vendor account.
 *
 * <p>Start at {@link io.valence.sandbox.Sandbox}. They listen on loopback alone, hold made-up
 * records in memory, and depend on nothing else of Valence: {@code http} below them, {@code row}
 * for records, {@code oauth} for tokens, {@code oracle} and {@code sap} for the vendors.
 */
package io.valence.sandbox;
