/** Tokens of many instances that expire together, and how they are renewed. */
package io.valence.benchmarks.renewal;
