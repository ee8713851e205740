package io.valence.domain.account;

import io.valence.domain.secret.Fingerprint;
import io.valence.domain.secret.Secret;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What an organization's callers prove their belonging by: 32 hexadecimal digits. */
public record OrganizationSecret(Secret secret) {
    private static final int RANDOM_BYTES = 16;

    /** A fresh one. */
    public static OrganizationSecret mint(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new OrganizationSecret(Secret.of(HexFormat.of().formatHex(bytes)));
    }

    /** What it is looked up by; the secret itself is never stored. */
    public Fingerprint fingerprint() {
        return secret.fingerprint();
    }
}
