package io.valence.domain.query;

import java.util.List;

/** Where the parts of an expression stand in its text, told apart by identity. */
public final class Positions {
    /** Of an expression that was not read from a text. */
    static final Positions NONE = new Positions("", List.of());

    private final String text;
    private final List<Place> places;

    Positions(String text, List<Place> places) {
        this.text = text;
        this.places = List.copyOf(places);
    }

    /** The number of the character at which it is said, from 1; 1 if that is not known. */
    int of(Expression part) {
        for (Place place : places) {
            if (place.isOf(part)) {
                return Lexer.position(text, place.at());
            }
        }
        return 1;
    }

    /** The index of the word that makes an expression what it is. */
    record Place(Expression part, int at) {
        @SuppressWarnings("ReferenceEquality") // a=1 OR a=1 has two equal parts at two places
        private boolean isOf(Expression other) {
            return part == other;
        }
    }
}
