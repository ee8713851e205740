package io.valence.domain.query;

import java.util.Optional;

/** What can be asked in an expression, each of which a vendor may have its own word for. */
public enum Word {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    LIKE("LIKE"),
    NOT_LIKE("NOT LIKE"),
    IN("IN"),
    NOT_IN("NOT IN"),
    IS_NULL("IS NULL"),
    IS_NOT_NULL("IS NOT NULL"),
    AND("AND"),
    OR("OR"),
    NOT("NOT");

    private final String written;

    Word(String written) {
        this.written = written;
    }

    /** How an expression writes it, and an element file. */
    public String written() {
        return written;
    }

    /** The word that is written so. */
    public static Optional<Word> named(String written) {
        for (Word word : values()) {
            if (word.written.equals(written)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** What it asks when it is negated; both ask nothing of a field without a value. */
    Word contrary() {
        return switch (this) {
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case LESS -> AT_LEAST;
            case AT_MOST -> GREATER;
            case GREATER -> AT_MOST;
            case AT_LEAST -> LESS;
            case LIKE -> NOT_LIKE;
            case NOT_LIKE -> LIKE;
            case IN -> NOT_IN;
            case NOT_IN -> IN;
            case IS_NULL -> IS_NOT_NULL;
            case IS_NOT_NULL -> IS_NULL;
            case AND -> OR;
            case OR -> AND;
            case NOT -> NOT;
        };
    }
}
