package io.valence.domain.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 digest of a long random secret, by which it is found without being stored readable.
 *
 * <p>A plain digest suits only secrets that nobody can guess; see {@code SECURITY.md}.
 */
public final class Fingerprint {
    private static final int HEX_DIGITS = 64;

    private final String hex;

    private Fingerprint(String hex) {
        this.hex = hex;
    }

    static Fingerprint of(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The fingerprint that {@link #hex} once wrote. */
    public static Fingerprint ofHex(String hex) {
        if (hex.length() != HEX_DIGITS) {
            throw new IllegalArgumentException("a fingerprint has 64 hexadecimal digits");
        }
        return new Fingerprint(hex);
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return hex;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && hex.equals(that.hex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    @Override
    public String toString() {
        return "Fingerprint[" + hex.substring(0, 8) + "…]";
    }
}
