/**
 * What went on in calls through instances.
 *
 * <p>Start at {@link io.valence.adapters.rest.trace.TraceRoutes}.
 */
package io.valence.adapters.rest.trace;
