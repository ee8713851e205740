package io.valence.domain.configuration;

/**
 * The number of an entry, unique in its element and never reused: clients address a setting by it.
 */
public record EntryId(long value) implements Comparable<EntryId> {
    public EntryId {
        if (value <= 0) {
            throw new IllegalArgumentException("an entry's number is positive, not " + value);
        }
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
