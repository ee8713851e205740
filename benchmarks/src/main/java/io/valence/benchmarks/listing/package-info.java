/** Pages of a small and of a large database: one should cost what the other does. */
package io.valence.benchmarks.listing;
