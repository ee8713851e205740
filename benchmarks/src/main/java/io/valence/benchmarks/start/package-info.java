/** How long the server takes to its first answer, and how much memory it then needs. */
package io.valence.benchmarks.start;
