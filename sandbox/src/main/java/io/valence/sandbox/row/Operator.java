package io.valence.sandbox.row;

/** How the value of a field is compared with one in a query. */
public enum Operator {
    /** The same. */
    EQUAL,
    /** Not the same. */
    NOT_EQUAL,
    /** Before. */
    LESS,
    /** Before, or the same. */
    AT_MOST,
    /** After. */
    GREATER,
    /** After, or the same. */
    AT_LEAST,
    /** Text in which a per cent sign or an asterisk stands for anything. */
    LIKE;

    boolean fits(int comparison) {
        return switch (this) {
            case EQUAL, LIKE -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
            case LESS -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case GREATER -> comparison > 0;
            case AT_LEAST -> comparison >= 0;
        };
    }
}
