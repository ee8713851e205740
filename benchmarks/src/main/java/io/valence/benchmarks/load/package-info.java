/** Instances read and provisioned over HTTP under load, beside what the database alone can do. */
package io.valence.benchmarks.load;
