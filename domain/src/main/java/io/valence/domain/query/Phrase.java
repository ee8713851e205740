package io.valence.domain.query;

import java.util.Optional;

/**
 * A word or sign of a vendor's language, such as {@code is null}, {@code ;} or {@code :asc}. Where
 * it begins or ends like a word, a space sets it off from what stands beside it.
 */
public record Phrase(String text) {
    /** The most characters of a phrase. */
    public static final int LONGEST = 32;

    public Phrase {
        if (!isPhrase(text)) {
            throw new IllegalArgumentException("not a phrase: " + text);
        }
    }

    /** The phrase of this text, if it could not be taken for a value or a group. */
    public static Optional<Phrase> parse(String text) {
        return isPhrase(text) ? Optional.of(new Phrase(text)) : Optional.empty();
    }

    private static boolean isPhrase(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !text.equals(text.strip())) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || "'\"`()\\".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether this is one of its words, in capitals or not. */
    boolean says(String word) {
        for (int at = 0; at + word.length() <= text.length(); at++) {
            int end = at + word.length();
            if (text.regionMatches(true, at, word, 0, word.length())
                    && (at == 0 || !isWordPart(text.charAt(at - 1)))
                    && (end == text.length() || !isWordPart(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /** Writes it behind something. */
    void writeAfter(StringBuilder query) {
        if (isWordPart(text.charAt(0))) {
            query.append(' ');
        }
        query.append(text);
    }

    /** Writes it between two things, the second of which is still to come. */
    void writeBetween(StringBuilder query) {
        writeAfter(query);
        if (isWordPart(text.charAt(text.length() - 1))) {
            query.append(' ');
        }
    }

    private static boolean isWordPart(char c) {
        return Naming.isLetterOrDigit(c) || "_$-.".indexOf(c) >= 0;
    }
}
