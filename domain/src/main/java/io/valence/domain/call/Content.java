package io.valence.domain.call;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * The body of a message, which passes through and is read once. Where the sender was too slow,
 * reading ends with an exception that a {@code TimeoutException} has caused.
 *
 * @param length how many bytes it has, if the sender says so
 */
public record Content(InputStream bytes, OptionalLong length) {
    /** Closes it, whatever is left of it. */
    public void forgo() {
        try {
            bytes.close();
        } catch (IOException gone) {
            // Nobody wants the rest of it; that it does not arrive changes nothing.
            return;
        }
    }
}
