/**
 * This adapter's own vocabulary: calls and answers, the caller's header, errors, paging, and the
 * front door that every request goes through.
 *
 * <p>Start at {@link io.valence.adapters.rest.http.FrontDoor}. Jetty is known here and in {@code
 * RestApi} alone.
 */
package io.valence.adapters.rest.http;
