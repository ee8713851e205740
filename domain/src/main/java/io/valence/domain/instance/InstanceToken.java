package io.valence.domain.instance;

import io.valence.domain.secret.Fingerprint;
import io.valence.domain.secret.Secret;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The Element token: what an application calls the vendor with, through its instance. Base64 text,
 * for life.
 */
public record InstanceToken(Secret secret) {
    private static final int RANDOM_BYTES = 30;

    /** A fresh one, of 40 characters. */
    public static InstanceToken mint(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new InstanceToken(Secret.of(Base64.getEncoder().encodeToString(bytes)));
    }

    /** What it is looked up by. */
    public Fingerprint fingerprint() {
        return secret.fingerprint();
    }
}
