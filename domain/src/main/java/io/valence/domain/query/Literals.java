package io.valence.domain.query;

import java.util.Optional;

/**
 * How a vendor's query writes values. A kind of value without a notation cannot be asked about.
 *
 * @param quote what stands around a text
 * @param escape what stands before a quote, and before itself, within a text; the quote itself if
 *     it is written twice
 */
public record Literals(
        char quote,
        char escape,
        Optional<Notation> numbers,
        Optional<Notation> booleans,
        Optional<Notation> dates) {
    private static final int MOST_DIGITS = 40;
    private static final int DATE = 10;

    public Literals {
        if (!isQuote(quote) || !isEscape(escape, quote)) {
            throw new IllegalArgumentException("no quotes");
        }
    }

    /** Whether texts can stand between two of these. */
    public static boolean isQuote(char c) {
        return c == '\'' || c == '"';
    }

    /** Whether a quote within a text can be marked by this. */
    public static boolean isEscape(char c, char quote) {
        return c == quote || c == '\\';
    }

    /** Writes a value, or says why the vendor cannot be asked about it. */
    Optional<String> write(Value value, StringBuilder query) {
        if (value instanceof Value.Text text) {
            return writeText(text.text(), query);
        }
        if (value instanceof Value.Truth truth) {
            return write(truth.text(), booleans, "a truth", query);
        }
        if (value instanceof Value.Moment moment) {
            String text =
                    moment.text().length() == DATE ? moment.text() : moment.instant().toString();
            return Character.isDigit(text.charAt(0))
                    ? write(text, dates, "a date", query)
                    : Optional.of("the vendor knows no such year");
        }
        String text = value.text();
        return text.length() <= MOST_DIGITS && text.indexOf('E') < 0
                ? write(text, numbers, "a number", query)
                : Optional.of("the vendor knows no numbers of more than 40 digits");
    }

    private Optional<String> write(
            String text, Optional<Notation> notation, String kind, StringBuilder query) {
        if (notation.isEmpty()) {
            return Optional.of("the vendor cannot be asked about " + kind);
        }
        if (notation.get() == Notation.QUOTED) {
            return writeText(text, query);
        }
        query.append(text);
        return Optional.empty();
    }

    /** Writes a text, or says why it would not arrive as it is. */
    Optional<String> writeText(String text, StringBuilder query) {
        query.append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                query.append(c).append(text.charAt(++i));
            } else if (c == 0 || Character.isSurrogate(c)) {
                return Optional.of("the text has NUL or half a surrogate pair");
            } else {
                if (c == quote || c == escape) {
                    query.append(escape);
                }
                query.append(c);
            }
        }
        query.append(quote);
        return Optional.empty();
    }
}
