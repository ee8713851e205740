package io.valence.application.resource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What is remembered of the words by which a vendor led from page to page, so that it is seen when
 * they go in a circle, however many pages it has. It is always as small: the word of one page on
 * the way is compared with those that follow, and is exchanged after twice as many each time
 * (Brent's algorithm).
 *
 * @param steps how many pages were gone on
 * @param mark what is kept of the word
 */
record Trail(long steps, long mark) {
    /** Where the first page is the only one so far. */
    static final Trail START = new Trail(0, mark(""));

    /** Whether this word leads back to a page that was passed. */
    boolean returnsBy(String word) {
        return mark(word) == mark;
    }

    /** The same after a step to the page that the vendor calls so. */
    Trail on(String word) {
        long next = steps + 1;
        return new Trail(next, Long.bitCount(next) == 1 ? mark(word) : mark);
    }

    private static long mark(String word) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(word.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
