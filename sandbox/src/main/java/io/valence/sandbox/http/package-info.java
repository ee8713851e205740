/**
 * Just enough HTTP for stand-in vendors: a listener, routes, calls, answers, and a gate that can be
 * made slow, broken or strict.
 *
 * <p>Start at {@link io.valence.sandbox.http.Listener}. Jetty is known here alone; no vendor is
 * known here.
 */
package io.valence.sandbox.http;
