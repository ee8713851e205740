/** Queries in the languages of vendors. */
package io.valence.benchmarks.translation;
