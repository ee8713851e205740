/**
 * The assembly: settings are read, the boxes are built and connected, the first start is made, and
 * the server is stopped in order.
 *
 * <p>Start at {@link io.valence.server.Main}. No other package sees this one; here alone is Spring,
 * and it only orders start and stop.
 */
package io.valence.server;
