package io.valence.domain.query;

import java.util.Optional;
import java.util.Set;

/** A word of the language, and the index at which it begins. */
sealed interface Token {
    int at();

    /** Whether this word in capitals is no name of a field unless it stands between backticks. */
    static boolean isReserved(String capitals) {
        return Keyword.NAMES.contains(capitals)
                || capitals.equals("TRUE")
                || capitals.equals("FALSE");
    }

    /** One of the words AND, OR, NOT, LIKE, IN, IS and NULL. */
    record Keyword(int at, String word) implements Token {
        static final Set<String> NAMES = Set.of("AND", "OR", "NOT", "LIKE", "IN", "IS", "NULL");
    }

    /** A field. */
    record Name(int at, Field field) implements Token {}

    /** A value. */
    record Literal(int at, Value value) implements Token {}

    /** An operator, a parenthesis or a comma. */
    record Symbol(int at, String text) implements Token {}

    /** Nothing that belongs to the language; maybe it is known what was begun. */
    record Wrong(int at, Optional<String> expectation) implements Token {}

    /** The end of the text. */
    record End(int at) implements Token {}
}
