package io.valence.sandbox.row;

import io.valence.sandbox.http.Refusal;

/**
 * A place in the text of a query, moved on by reading. What does not fit is refused with its place.
 */
public final class Cursor {
    private final String text;
    private int place;

    /** The beginning of this text. */
    public Cursor(String text) {
        this.text = text;
    }

    /** Whether nothing but white space is left. */
    public boolean isAtEnd() {
        skipSpaces();
        return place == text.length();
    }

    /** Takes this mark, if it is what comes next. */
    public boolean take(String mark) {
        skipSpaces();
        if (!text.startsWith(mark, place)) {
            return false;
        }
        place += mark.length();
        return true;
    }

    /** Takes this word in any case, if it is what comes next and ends there. */
    public boolean takeWord(String word) {
        skipSpaces();
        int end = place + word.length();
        if (!text.regionMatches(true, place, word, 0, word.length())
                || (end < text.length() && isNamePart(text.charAt(end)))) {
            return false;
        }
        place = end;
        return true;
    }

    /** Takes this mark, which must come next. */
    public void expect(String mark) {
        if (!take(mark)) {
            throw unreadable(mark + " is expected");
        }
    }

    /** A name: letters, digits, underscores and dots. */
    public String name() {
        skipSpaces();
        int begin = place;
        while (place < text.length() && isNamePart(text.charAt(place))) {
            place++;
        }
        if (begin == place) {
            throw unreadable("a name is expected");
        }
        return text.substring(begin, place);
    }

    /**
     * A value: text in single quotes, in which two stand for one; or a number, true, false, null.
     */
    public Literal literal() {
        skipSpaces();
        if (place < text.length() && text.charAt(place) == '\'') {
            return new Literal.Text(quoted());
        }
        int begin = place;
        while (place < text.length() && isBarePart(text.charAt(place))) {
            place++;
        }
        return Literal.bare(text.substring(begin, place))
                .orElseThrow(
                        () -> {
                            place = begin;
                            return unreadable("a value is expected");
                        });
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        int begin = place++;
        while (place < text.length()) {
            char c = text.charAt(place++);
            if (c != '\'') {
                value.append(c);
            } else if (place < text.length() && text.charAt(place) == '\'') {
                value.append(c);
                place++;
            } else {
                return value.toString();
            }
        }
        place = begin;
        throw unreadable("the quote is never closed");
    }

    /** A refusal that names this place. */
    public Refusal unreadable(String why) {
        return new Refusal(
                400,
                "invalid_query",
                "At character " + (place + 1) + " of the query: " + why + ".");
    }

    private void skipSpaces() {
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private static boolean isBarePart(char c) {
        return isNamePart(c) || c == '-' || c == '+';
    }
}
