package io.valence.domain.configuration;

/** What the characters of a supplied text are, where it matters for storing or showing it. */
final class Characters {
    private Characters() {}

    static boolean isAsciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * Whether the text holds NUL, half a surrogate pair, or (unless allowed) a control character.
     */
    static boolean areUnfit(String text, boolean controlsAllowed) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f) {
                continue;
            }
            if (c == 0 || (!controlsAllowed && Character.isISOControl(c))) {
                return true;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
