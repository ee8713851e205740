/**
 * A small house in which everybody breaks a law of {@code io.valence.server.architecture}, so that
 * a test can see the law fail. Nothing here is ever run.
 */
package io.valence.planted;
