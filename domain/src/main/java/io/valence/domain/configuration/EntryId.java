package io.valence.domain.configuration;

import java.util.Optional;

/**
 * The number of an entry, unique in its element and never reused: clients address a setting by it.
 */
public record EntryId(long value) implements Comparable<EntryId> {
    private static final int MOST_DIGITS = 18;

    public EntryId {
        if (value <= 0) {
            throw new IllegalArgumentException("an entry's number is positive, not " + value);
        }
    }

    /** The number that this foreign text is, if it is one. */
    public static Optional<EntryId> parse(String text) {
        boolean digits =
                !text.isEmpty()
                        && text.length() <= MOST_DIGITS
                        && text.chars().allMatch(c -> Characters.isDigit((char) c));
        return digits && Long.parseLong(text) > 0
                ? Optional.of(new EntryId(Long.parseLong(text)))
                : Optional.empty();
    }

    @Override
    public int compareTo(EntryId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
