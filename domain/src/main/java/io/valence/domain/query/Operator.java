package io.valence.domain.query;

import java.util.Optional;

/** A comparison of a field with a value. */
public enum Operator {
    /** The same. */
    EQUAL("="),
    /** Another one; {@code <>} is read as well. */
    NOT_EQUAL("!="),
    /** Before. */
    LESS("<"),
    /** Before, or the same. */
    AT_MOST("<="),
    /** After. */
    GREATER(">"),
    /** After, or the same. */
    AT_LEAST(">=");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** How it is written. */
    public String symbol() {
        return symbol;
    }

    static Optional<Operator> of(String symbol) {
        if (symbol.equals("<>")) {
            return Optional.of(NOT_EQUAL);
        }
        for (Operator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    Word word() {
        return switch (this) {
            case EQUAL -> Word.EQUAL;
            case NOT_EQUAL -> Word.NOT_EQUAL;
            case LESS -> Word.LESS;
            case AT_MOST -> Word.AT_MOST;
            case GREATER -> Word.GREATER;
            case AT_LEAST -> Word.AT_LEAST;
        };
    }

    /** Whether it holds between two values, the first of which compares so to the second. */
    boolean holds(int comparison) {
        return switch (this) {
            case EQUAL -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
            case LESS -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case GREATER -> comparison > 0;
            case AT_LEAST -> comparison >= 0;
        };
    }
}
