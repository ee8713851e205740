package io.valence.domain.element;

import java.util.Optional;

/**
 * The number of an element, by which instances remember it; numbers of users' own elements begin at
 * 1,000,000.
 */
public record ElementId(long value) implements ElementReference, Comparable<ElementId> {
    private static final int MOST_DIGITS = 18;

    public ElementId {
        if (value <= 0) {
            throw new IllegalArgumentException("an element's number is positive, not " + value);
        }
    }

    /** The number that this foreign text is, if it is one. */
    public static Optional<ElementId> parse(String text) {
        boolean digits =
                !text.isEmpty()
                        && text.length() <= MOST_DIGITS
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && Long.parseLong(text) > 0
                ? Optional.of(new ElementId(Long.parseLong(text)))
                : Optional.empty();
    }

    @Override
    public int compareTo(ElementId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
