package io.valence.domain.secret;

/** The eight asterisks that stand in every answer where a secret is held. */
public final class Mask {
    /** The mask itself. */
    public static final String TEXT = "********";

    private Mask() {}

    /** Whether this text is merely the mask, sent back by a client that read an instance before. */
    public static boolean covers(String text) {
        return text.strip().equals(TEXT);
    }
}
