/**
 * Sample data that speaks: two elements, some people, an organization, and instances of theirs.
 *
 * <p>Start at {@link io.valence.testkit.sample.SampleElements} and {@link
 * io.valence.testkit.sample.SampleInstances}. The elements resemble shipped ones and are not them:
 * what ships is in the catalog.
 */
package io.valence.testkit.sample;
