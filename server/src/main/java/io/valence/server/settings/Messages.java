package io.valence.server.settings;

/** The way in which foreign text appears in a message: short, and without what ends a line. */
public final class Messages {
    private static final int LONGEST = 80;

    private Messages() {}

    /** The text in quotes, cut if it is long. */
    public static String quoted(String text) {
        int length = text.codePointCount(0, text.length());
        String shown =
                length <= LONGEST
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
        return "\"" + escaped(shown) + "\"";
    }

    /** The text with everything escaped that a terminal or a log would act upon. */
    public static String escaped(String text) {
        return isSafe(text) ? text : withEscapes(text);
    }

    private static boolean isSafe(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (mustBeEscaped(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean mustBeEscaped(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    private static String withEscapes(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                safe.append("\\n");
            } else if (mustBeEscaped(c)) {
                safe.append(String.format("\\u%04x", (int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }
}
