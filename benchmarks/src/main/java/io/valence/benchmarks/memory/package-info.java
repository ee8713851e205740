/** What is held in memory between calls. */
package io.valence.benchmarks.memory;
