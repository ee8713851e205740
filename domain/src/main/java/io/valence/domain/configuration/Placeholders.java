package io.valence.domain.configuration;

/**
 * The placeholders of a documentation's samples, such as {@code <INSERT_PASSWORD>}: never anybody's
 * value.
 */
public final class Placeholders {
    private Placeholders() {}

    /**
     * Whether the text is one: capitals, digits and at least one underscore between angle brackets.
     */
    public static boolean isOne(String text) {
        String trimmed = text.strip();
        int last = trimmed.length() - 1;
        if (last < 2 || trimmed.charAt(0) != '<' || trimmed.charAt(last) != '>') {
            return false;
        }
        boolean underscored = false;
        for (int i = 1; i < last; i++) {
            char c = trimmed.charAt(i);
            underscored |= c == '_';
            if (!(c >= 'A' && c <= 'Z') && !Characters.isDigit(c) && c != '_') {
                return false;
            }
        }
        return underscored;
    }
}
