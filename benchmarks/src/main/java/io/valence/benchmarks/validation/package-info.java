/** The validator of the domain beside Apache Kafka's, over the same entries and values. */
package io.valence.benchmarks.validation;
