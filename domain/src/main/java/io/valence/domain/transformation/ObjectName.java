package io.valence.domain.transformation;

import java.util.Optional;

/** What an application calls a kind of records, such as {@code myContact}. */
public record ObjectName(String value) implements Comparable<ObjectName> {
    /** How many characters it has at most. */
    public static final int LONGEST = 255;

    public ObjectName {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a name of an object");
        }
    }

    /** The name that this foreign text is, if it is one. */
    public static Optional<ObjectName> parse(String text) {
        return isOne(text) ? Optional.of(new ObjectName(text)) : Optional.empty();
    }

    private static boolean isOne(String text) {
        return Line.isOne(text, LONGEST) && text.indexOf('/') < 0;
    }

    @Override
    public int compareTo(ObjectName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
