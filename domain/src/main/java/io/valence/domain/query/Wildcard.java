package io.valence.domain.query;

/**
 * The patterns of LIKE: a percent sign stands for any characters or none, capitals do not matter.
 *
 * <p>What stands between percent signs is looked for from left to right and never again, so that no
 * pattern takes more steps than its length times the text's.
 */
final class Wildcard {
    private Wildcard() {}

    static boolean matches(String pattern, String text) {
        int percent = pattern.indexOf('%');
        if (percent < 0) {
            return text.equalsIgnoreCase(pattern);
        }
        if (!text.regionMatches(true, 0, pattern, 0, percent)) {
            return false;
        }
        int at = percent;
        int next = pattern.indexOf('%', percent + 1);
        while (next >= 0) {
            at = afterPart(pattern.substring(percent + 1, next), text, at);
            if (at < 0) {
                return false;
            }
            percent = next;
            next = pattern.indexOf('%', percent + 1);
        }
        int rest = pattern.length() - percent - 1;
        return text.length() - rest >= at
                && text.regionMatches(true, text.length() - rest, pattern, percent + 1, rest);
    }

    /** Where the first occurrence of the part ends; -1 if there is none. */
    private static int afterPart(String part, String text, int from) {
        for (int at = from; at + part.length() <= text.length(); at++) {
            if (text.regionMatches(true, at, part, 0, part.length())) {
                return at + part.length();
            }
        }
        return -1;
    }
}
