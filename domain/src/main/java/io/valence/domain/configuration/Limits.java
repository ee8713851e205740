package io.valence.domain.configuration;

/**
 * The text of a limit: one whole number, or a flat JSON object of whole numbers such as {@code
 * {"users":50,"default":30}}.
 */
final class Limits {
    private static final int MOST_DIGITS = 9;

    private final String text;
    private int at;

    private Limits(String text) {
        this.text = text;
    }

    static boolean isWholeNumber(String text) {
        return !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(c -> Characters.isDigit((char) c));
    }

    static boolean isLimits(String text) {
        return isWholeNumber(text) || new Limits(text.strip()).isObject();
    }

    private boolean isObject() {
        if (!takes('{')) {
            return false;
        }
        do {
            if (!takesName() || !takes(':') || !takesNumber()) {
                return false;
            }
        } while (takes(','));
        return takes('}') && at == text.length();
    }

    private boolean takes(char wanted) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean takesName() {
        if (!takes('"')) {
            return false;
        }
        int start = at;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                return false;
            }
            at++;
        }
        return at > start && takes('"');
    }

    private boolean takesNumber() {
        skipSpace();
        int start = at;
        while (at < text.length() && Characters.isDigit(text.charAt(at))) {
            at++;
        }
        return isWholeNumber(text.substring(start, at));
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
