package io.valence.domain.query;

import java.util.Optional;

/** How a value that is no text stands in a vendor's query. */
public enum Notation {
    /** As it is. */
    BARE("bare"),
    /** Between quotes, like a text. */
    QUOTED("quoted");

    private final String wireName;

    Notation(String wireName) {
        this.wireName = wireName;
    }

    /** The word in element files. */
    public String wireName() {
        return wireName;
    }

    /** The notation of this word. */
    public static Optional<Notation> named(String wireName) {
        for (Notation notation : values()) {
            if (notation.wireName.equals(wireName)) {
                return Optional.of(notation);
            }
        }
        return Optional.empty();
    }
}
