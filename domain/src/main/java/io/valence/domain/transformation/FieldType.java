package io.valence.domain.transformation;

import java.util.Locale;
import java.util.Optional;

/**
 * What a field holds, in a word of the caller's such as {@code string}. Words for texts, numbers,
 * truths and dates are understood; all others are kept and mean nothing.
 */
public record FieldType(String name) {
    private static final int LONGEST = 100;

    public FieldType {
        if (!Line.isOne(name, LONGEST)) {
            throw new IllegalArgumentException("not a type of a field");
        }
    }

    /** The kinds of values that one can be made into another. */
    enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        DATE,
        OTHER
    }

    /** The type that this foreign text is, if it is one. */
    public static Optional<FieldType> parse(String text) {
        return Line.isOne(text, LONGEST) ? Optional.of(new FieldType(text)) : Optional.empty();
    }

    Kind kind() {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "string", "text" -> Kind.TEXT;
            case "number", "integer", "int", "long", "float", "double", "decimal" -> Kind.NUMBER;
            case "boolean" -> Kind.TRUTH;
            case "date", "datetime", "date-time" -> Kind.DATE;
            default -> Kind.OTHER;
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
