/** How two things are compared: round by round in turn, by their medians. */
package io.valence.benchmarks.measure;
