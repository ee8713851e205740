/**
 * The operator's commands: a client of the running server's administration over HTTP.
 *
 * <p>Start at {@link io.valence.server.admin.AdminCommand}. Uses {@code settings} to find the
 * server and the operator's secret, and nothing else of the server.
 */
package io.valence.server.admin;
