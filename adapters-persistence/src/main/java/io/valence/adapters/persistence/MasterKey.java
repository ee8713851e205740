package io.valence.adapters.persistence;

import io.valence.domain.secret.Mask;
import io.valence.domain.secret.Secret;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The 32 bytes that the operator keeps and that open everything sealed in a database; they are
 * stored nowhere in it.
 */
public final class MasterKey {
    private static final int BYTES = 32;

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A fresh one. */
    public static MasterKey mint(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new MasterKey(bytes);
    }

    /** The key that this foreign text is, if it is one: 32 bytes in base64. */
    public static Optional<MasterKey> parse(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            return bytes.length == BYTES ? Optional.of(new MasterKey(bytes)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The text that {@link #parse} reads, to be kept in a safe place. */
    public Secret text() {
        return Secret.of(Base64.getEncoder().encodeToString(bytes));
    }

    AesGcm cipher() {
        return new AesGcm(bytes);
    }

    @Override
    public String toString() {
        return Mask.TEXT;
    }
}
