package io.valence.domain.call;

import java.io.InputStream;
import java.util.OptionalLong;

/**
 * The body of a message, which passes through and is read once.
 *
 * @param length how many bytes it has, if the sender says so
 */
public record Content(InputStream bytes, OptionalLong length) {}
