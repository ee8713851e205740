package io.valence.domain.transformation;

import io.valence.domain.query.Counterpart;
import io.valence.domain.query.Field;
import io.valence.domain.query.Word;
import io.valence.domain.transformation.FieldType.Kind;

import java.util.Optional;
import java.util.Set;

/** A field of the vendor's that is asked about with the application's values. */
record MappedField(Field field, Conversion conversion) {
    private static final Set<Word> OF_ORDER =
            Set.of(Word.LESS, Word.AT_MOST, Word.GREATER, Word.AT_LEAST);

    /** What an expression about it is made of. */
    Counterpart counterpart() {
        return new Counterpart(field, this::objection, conversion::of);
    }

    /** The order of 5 and 10 is another one for texts, and numbers have no letters to look at. */
    private Optional<String> objection(Word word) {
        boolean text = conversion.from() == Kind.TEXT || conversion.to() == Kind.TEXT;
        boolean number = conversion.from() == Kind.NUMBER || conversion.to() == Kind.NUMBER;
        if (OF_ORDER.contains(word) && text && number) {
            return Optional.of("texts have another order than the numbers that they stand for");
        }
        boolean ofLetters = word == Word.LIKE || word == Word.NOT_LIKE;
        return ofLetters && conversion.isOfKinds() && conversion.to() != Kind.TEXT
                ? Optional.of("the vendor keeps no texts in this field")
                : Optional.empty();
    }
}
