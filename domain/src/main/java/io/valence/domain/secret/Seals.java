package io.valence.domain.secret;

import java.util.Optional;

/**
 * Seals on what is handed out to be handed back: whoever holds it can neither read nor change it.
 * What one server has sealed every server with the same master key opens, also after a restart.
 */
public interface Seals {
    /** These bytes, sealed for this purpose alone, which makes them longer by 64 at most. */
    byte[] seal(byte[] plain, String purpose);

    /** What was sealed for this purpose; none if it was not, or if it was altered. */
    Optional<byte[]> open(byte[] sealed, String purpose);
}
