package io.valence.domain.account;

import io.valence.domain.secret.Fingerprint;
import io.valence.domain.secret.Secret;

import java.security.SecureRandom;
import java.util.Base64;

/** What the operator of the server proves itself by: base64 text. */
public record OperatorSecret(Secret secret) {
    private static final int RANDOM_BYTES = 32;

    /** A fresh one. */
    public static OperatorSecret mint(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new OperatorSecret(Secret.of(Base64.getEncoder().encodeToString(bytes)));
    }

    /** What it is looked up by; the secret itself is never stored. */
    public Fingerprint fingerprint() {
        return secret.fingerprint();
    }
}
