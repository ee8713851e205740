/**
 * What went on in calls through an instance, for those who may see the instance.
 *
 * <p>Start at {@link io.valence.application.trace.ShowTraces}.
 */
package io.valence.application.trace;
