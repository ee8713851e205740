/**
 * Sample data that speaks: elements, some people, an organization, instances of theirs with their
 * tokens, and a clock that stands still.
 *
 * <p>Start at {@link io.valence.testkit.sample.SampleElements} and {@link
 * io.valence.testkit.sample.SampleInstances}. The elements resemble shipped ones and are not them:
 * what ships is in the catalog.
 */
package io.valence.testkit.sample;
