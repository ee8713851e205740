package io.valence.domain.element;

import java.util.Optional;

/** The name of an element in addresses and requests, such as {@code oraclesalescloud}. */
public record ElementKey(String value) implements ElementReference, Comparable<ElementKey> {
    private static final int MAXIMUM = 64;

    public ElementKey {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not an element's key: " + value);
        }
    }

    /**
     * The key that this foreign text is, if it is one: letters, digits, - and _, not digits alone.
     */
    public static Optional<ElementKey> parse(String text) {
        return isWellFormed(text) ? Optional.of(new ElementKey(text)) : Optional.empty();
    }

    private static boolean isWellFormed(String text) {
        if (text.isEmpty() || text.length() > MAXIMUM) {
            return false;
        }
        boolean digitsOnly = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean other =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
            if (!digit && !other) {
                return false;
            }
            digitsOnly &= digit;
        }
        return !digitsOnly;
    }

    @Override
    public int compareTo(ElementKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
