package io.valence.domain.instance;

import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Placeholders;
import io.valence.domain.configuration.Problem;

import java.util.Optional;

/** The text of a name or a tag: one line without markup, of 1 to 255 characters. */
final class Label {
    static final int MAXIMUM = 255;

    private Label() {}

    /** The text without markup and without space around it. */
    static String clean(String raw) {
        return Markup.strip(raw).strip();
    }

    static boolean isClean(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= MAXIMUM
                && isPrintable(text)
                && clean(text).equals(text);
    }

    static Optional<Problem> objectionTo(Place place, String raw) {
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
        return isPrintable(text)
                ? Optional.empty()
                : Optional.of(new Problem.Malformed(place, "text without control characters"));
    }

    private static boolean isPrintable(String text) {
        return text.codePoints()
                .noneMatch(
                        c ->
                                Character.isISOControl(c)
                                        || Character.getType(c) == Character.SURROGATE);
    }
}
