package io.valence.domain.trace;

import java.nio.charset.StandardCharsets;

/**
 * The text of a body as far as it is kept.
 *
 * @param cut whether there was more
 */
public record CapturedText(String text, boolean cut) {
    /** How many bytes of a text are kept, in UTF-8. */
    public static final int MOST_BYTES = 64 << 10;

    /** No body. */
    public static final CapturedText NONE = new CapturedText("", false);

    public CapturedText {
        if (fitting(text) < text.length()) {
            throw new IllegalArgumentException("a text of more than " + MOST_BYTES + " bytes");
        }
    }

    /** As much of this text as is kept. */
    public static CapturedText of(String text) {
        int end = fitting(text);
        return new CapturedText(text.substring(0, end), end < text.length());
    }

    /** How many characters fit, of which no pair is torn apart. */
    private static int fitting(String text) {
        if (text.length() <= MOST_BYTES / 3) {
            return text.length();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MOST_BYTES) {
            return text.length();
        }
        int size = 0;
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            size += bytesOf(character);
            if (size > MOST_BYTES) {
                return at;
            }
            at += Character.charCount(character);
        }
        return at;
    }

    private static int bytesOf(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }

    /** Its size alone: bodies hold personal data. */
    @Override
    public String toString() {
        return text.length() + " characters";
    }
}
