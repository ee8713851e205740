package io.valence.domain.instance;

/** HTML tags, as far as it takes to leave them out of names and tags, which consoles show. */
final class Markup {
    /**
     * More characters than this are not looked through for markup: the time that nested markup
     * takes grows with the square of its length.
     */
    static final int LONGEST = 1024;

    private Markup() {}

    /**
     * The text without tags and comments; what a removed tag leaves behind is looked through again.
     */
    static String strip(String text) {
        String before = text;
        String after = stripOnce(before);
        while (after.length() < before.length()) {
            before = after;
            after = stripOnce(before);
        }
        return after;
    }

    private static String stripOnce(String text) {
        int open = text.indexOf('<');
        if (open < 0) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        int at = 0;
        while (open >= 0) {
            if (!beginsTag(text, open)) {
                kept.append(text, at, open + 1);
                at = open + 1;
            } else {
                kept.append(text, at, open);
                at = afterTag(text, open);
            }
            open = text.indexOf('<', at);
        }
        return kept.append(text, at, text.length()).toString();
    }

    /** Where the tag or comment ends that begins here; one that stays open ends with the text. */
    private static int afterTag(String text, int open) {
        if (text.startsWith("<!--", open)) {
            int close = text.indexOf("-->", open + 2);
            return close < 0 ? text.length() : close + 3;
        }
        boolean valueBegins = false;
        for (int at = open + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '>') {
                return at + 1;
            }
            if (valueBegins && (c == '"' || c == '\'')) {
                int close = text.indexOf(c, at + 1);
                at = close < 0 ? text.length() : close;
            }
            valueBegins = c == '=' || (valueBegins && Character.isWhitespace(c));
        }
        return text.length();
    }

    /** A less-than sign begins a tag only before a letter, {@code /}, {@code !} or {@code ?}. */
    private static boolean beginsTag(String text, int open) {
        if (open + 1 == text.length()) {
            return false;
        }
        char next = text.charAt(open + 1);
        return Character.isLetter(next) || next == '/' || next == '!' || next == '?';
    }
}
