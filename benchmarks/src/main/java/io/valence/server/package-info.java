/** The server, opened for measuring. */
package io.valence.server;
