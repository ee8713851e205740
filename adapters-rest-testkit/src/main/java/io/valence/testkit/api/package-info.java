/**
 * A client for tests of the API, over real HTTP. It holds every answer to the API's description,
 * and every request that was accepted too, so that a test only says what it is about.
 *
 * <p>Start at {@link io.valence.testkit.api.ApiClient}; {@link
 * io.valence.testkit.api.RawConnection} sends what no client library would. Knows no module of the
 * server: whoever starts one hands in its address and its description.
 */
package io.valence.testkit.api;
