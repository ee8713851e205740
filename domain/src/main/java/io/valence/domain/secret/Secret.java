package io.valence.domain.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A text that must not be seen: it prints as the mask, and {@link #reveal} is the one way out.
 *
 * <p>A class and not a record, since a record would grow an accessor and a {@code toString} that
 * tell all.
 */
public final class Secret {
    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** The secret that this text is; an empty text is none. */
    public static Secret of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a secret has at least one character");
        }
        return new Secret(text);
    }

    /** The text itself, for the edge that needs it. Who may call this is a rule of the build. */
    public String reveal() {
        return text;
    }

    /** What this secret is looked up by where it is not stored readable. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(text);
    }

    /** How many characters it has. */
    public int length() {
        return text.length();
    }

    /** Takes the same time wherever two secrets of one length begin to differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.UTF_8),
                        that.text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for all: a hash of the text would be a leak, and secrets are no map keys. */
    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return Mask.TEXT;
    }
}
