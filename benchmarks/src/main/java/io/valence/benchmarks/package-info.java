/** The program that measures: its parts, and the table that it ends with. */
package io.valence.benchmarks;
