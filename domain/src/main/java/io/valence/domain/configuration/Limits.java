package io.valence.domain.configuration;

import java.util.OptionalInt;

/**
 * The text of a limit: one whole number, or a flat JSON object of whole numbers such as {@code
 * {"users":50,"default":30}}.
 */
public final class Limits {
    private static final int MOST_DIGITS = 9;
    private static final int NOWHERE = -1;

    private Limits() {}

    /**
     * The limit for what is called so: the number that stands for all, or its own, or that of
     * {@code default}. None if the text says none.
     */
    public static OptionalInt limit(String text, String name) {
        if (isWholeNumber(text)) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        if (!isObject(text)) {
            return OptionalInt.empty();
        }
        OptionalInt own = member(text, name);
        return own.isPresent() ? own : member(text, "default");
    }

    private static OptionalInt member(String text, String name) {
        int at = text.indexOf('"' + name + '"');
        if (at < 0) {
            return OptionalInt.empty();
        }
        int begin = afterSpace(text, after(':', text, at + name.length() + 2));
        int end = begin;
        while (end < text.length() && Characters.isDigit(text.charAt(end))) {
            end++;
        }
        return OptionalInt.of(Integer.parseInt(text.substring(begin, end)));
    }

    static boolean isWholeNumber(String text) {
        return !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(c -> Characters.isDigit((char) c));
    }

    static boolean isLimits(String text) {
        return isWholeNumber(text) || isObject(text);
    }

    private static boolean isObject(String text) {
        int at = after('{', text, 0);
        while (at != NOWHERE) {
            at = afterNumber(text, after(':', text, afterName(text, at)));
            int comma = after(',', text, at);
            if (comma == NOWHERE) {
                int end = after('}', text, at);
                return end != NOWHERE && afterSpace(text, end) == text.length();
            }
            at = comma;
        }
        return false;
    }

    /** Where the wanted character ends, with space before it; nowhere if it is not there. */
    private static int after(char wanted, String text, int from) {
        if (from == NOWHERE) {
            return NOWHERE;
        }
        int at = afterSpace(text, from);
        return at < text.length() && text.charAt(at) == wanted ? at + 1 : NOWHERE;
    }

    private static int afterName(String text, int from) {
        int start = after('"', text, from);
        if (start == NOWHERE) {
            return NOWHERE;
        }
        int end = text.indexOf('"', start);
        boolean plain = end > start && text.substring(start, end).indexOf('\\') < 0;
        return plain ? end + 1 : NOWHERE;
    }

    private static int afterNumber(String text, int from) {
        if (from == NOWHERE) {
            return NOWHERE;
        }
        int start = afterSpace(text, from);
        int end = start;
        while (end < text.length() && Characters.isDigit(text.charAt(end))) {
            end++;
        }
        return isWholeNumber(text.substring(start, end)) ? end : NOWHERE;
    }

    private static int afterSpace(String text, int from) {
        int at = from;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
