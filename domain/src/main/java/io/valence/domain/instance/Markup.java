package io.valence.domain.instance;

/** HTML tags, as far as it takes to leave them out of names and tags, which consoles show. */
final class Markup {
    /** More characters than this are not looked through for markup. */
    static final int LONGEST = 4096;

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
                int close = text.indexOf('>', open);
                at = close < 0 ? text.length() : close + 1;
            }
            open = text.indexOf('<', at);
        }
        return kept.append(text, at, text.length()).toString();
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
