package io.valence.adapters.vendor;

/** Which characters HTTP takes where (RFC 9110, section 5). */
final class Characters {
    private Characters() {}

    /** Whether this can be the value of a header: bytes, none of which controls anything. */
    static boolean isFieldValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isOfFieldValue(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The value with a space for every character that it must not have. */
    static String asFieldValue(String text) {
        StringBuilder value = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            value.append(isOfFieldValue(text.charAt(i)) ? text.charAt(i) : ' ');
        }
        return value.toString();
    }

    private static boolean isOfFieldValue(char c) {
        return c == '\t' || (c >= ' ' && c < 0x7f) || (c >= 0xa0 && c <= 0xff);
    }

    /** Whether this can stand in a request line: visible, and no beginning of a fragment. */
    static boolean isOfTarget(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '#' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Whether all of it is visible US-ASCII, as tokens are. */
    static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
