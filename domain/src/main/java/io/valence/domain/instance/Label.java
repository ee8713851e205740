package io.valence.domain.instance;

import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Placeholders;
import io.valence.domain.configuration.Problem;

import java.util.Optional;

/**
 * The text of a name or a tag: one line without markup, of 1 to 255 characters, some of which can
 * be seen and none of which turns the direction of what stands around it.
 */
public final class Label {
    /** How many characters it has at most. */
    public static final int MAXIMUM = 255;

    private Label() {}

    /** The text without markup and without space around it; ask {@link #objectionTo} before. */
    public static String clean(String raw) {
        return Markup.strip(raw).strip();
    }

    /** Whether it can be kept; laxer than {@link #objectionTo}, since older texts are kept too. */
    static boolean isClean(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= MAXIMUM
                && isPrintable(text)
                && clean(text).equals(text);
    }

    /** What is wrong with this text of a caller's, if something is, once its markup is left out. */
    public static Optional<Problem> objectionTo(Place place, String raw) {
        if (raw.codePointCount(0, raw.length()) > Markup.LONGEST) {
            return Optional.of(new Problem.TooLong(place, MAXIMUM));
        }
        if (Placeholders.isOne(raw)) {
            return Optional.of(new Problem.Placeholder(place));
        }
        String text = clean(raw);
        if (text.isEmpty()) {
            return Optional.of(new Problem.Missing(place));
        }
        if (text.codePointCount(0, text.length()) > MAXIMUM) {
            return Optional.of(new Problem.TooLong(place, MAXIMUM));
        }
        if (!isPrintable(text)) {
            return Optional.of(new Problem.Malformed(place, "text without control characters"));
        }
        return objectionToLooks(place, text);
    }

    private static Optional<Problem> objectionToLooks(Place place, String text) {
        if (text.codePoints().anyMatch(Label::turnsDirection)) {
            return Optional.of(
                    new Problem.Malformed(
                            place, "text without characters that turn the direction of writing"));
        }
        return text.codePoints().anyMatch(Label::isVisible)
                ? Optional.empty()
                : Optional.of(new Problem.Malformed(place, "text that can be seen"));
    }

    /** Embeddings, overrides and isolates; the plain marks of direction turn nothing. */
    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    false;
            default -> !isFiller(c);
        };
    }

    /** Letters of Hangul that stand for none, and the cell of Braille without dots. */
    private static boolean isFiller(int c) {
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
    }

    private static boolean isPrintable(String text) {
        return text.codePoints()
                .noneMatch(
                        c ->
                                Character.isISOControl(c)
                                        || Character.getType(c) == Character.SURROGATE);
    }
}
