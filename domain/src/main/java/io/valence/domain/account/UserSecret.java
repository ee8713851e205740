package io.valence.domain.account;

import io.valence.domain.secret.Fingerprint;
import io.valence.domain.secret.Secret;

import java.security.SecureRandom;
import java.util.Base64;

/** What a user proves itself by: base64 text. */
public record UserSecret(Secret secret) {
    private static final int RANDOM_BYTES = 32;

    /** A fresh one. */
    public static UserSecret mint(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new UserSecret(Secret.of(Base64.getEncoder().encodeToString(bytes)));
    }

    /** What it is looked up by; the secret itself is never stored. */
    public Fingerprint fingerprint() {
        return secret.fingerprint();
    }
}
