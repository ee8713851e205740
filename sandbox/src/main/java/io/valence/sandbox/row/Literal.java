package io.valence.sandbox.row;

import java.math.BigDecimal;
import java.util.Optional;

/** A value that stands in a query. */
public sealed interface Literal {
    /** Text, which is a time or a number if the field holds such. */
    record Text(String text) implements Literal {}

    /** A number. */
    record Decimal(BigDecimal number) implements Literal {}

    /** True or false. */
    record Flag(boolean flag) implements Literal {}

    /** The absence of a value. */
    record Null() implements Literal {}

    /** What a word without quotes stands for. */
    static Optional<Literal> bare(String word) {
        return switch (word) {
            case "null" -> Optional.of(new Null());
            case "true", "false" -> Optional.of(new Flag(word.equals("true")));
            default -> decimal(word).map(Decimal::new);
        };
    }

    /** The number that is written so, in no more digits than anybody needs. */
    static Optional<BigDecimal> decimal(String word) {
        if (word.isEmpty()
                || word.length() > 40
                || word.indexOf('e') >= 0
                || word.indexOf('E') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(word));
        } catch (NumberFormatException other) {
            return Optional.empty();
        }
    }
}
