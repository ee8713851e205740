package io.valence.domain.instance;

import java.util.Optional;

/** The number of an instance; numbers follow each other. */
public record InstanceId(long value) implements Comparable<InstanceId> {
    private static final int MOST_DIGITS = 18;

    public InstanceId {
        if (value <= 0) {
            throw new IllegalArgumentException("an instance's number is positive, not " + value);
        }
    }

    /** The number that this foreign text is, if it is one. */
    public static Optional<InstanceId> parse(String text) {
        boolean digits =
                !text.isEmpty()
                        && text.length() <= MOST_DIGITS
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && Long.parseLong(text) > 0
                ? Optional.of(new InstanceId(Long.parseLong(text)))
                : Optional.empty();
    }

    @Override
    public int compareTo(InstanceId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
