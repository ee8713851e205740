/**
 * What an operator may set: each setting's name, type, default and description, and how all of them
 * are read at once.
 *
 * <p>Start at {@link io.valence.server.settings.Definitions}: parsing, the help text and the table
 * in {@code docs/settings.md} come from that one list. No text of a secret setting is ever part of
 * a message.
 */
package io.valence.server.settings;
