package io.valence.domain.query;

import java.util.function.Function;

/** The answer to a text: its tree, or the first place where it goes wrong. */
public sealed interface Parsed {
    /** One of two answers, whichever this is. */
    <R> R fold(Function<Understood, R> whenUnderstood, Function<Refused, R> whenRefused);

    /**
     * The tree of the text; equal to another of the same tree.
     *
     * @param positions where its parts stand in the text
     */
    record Understood(Expression expression, Positions positions) implements Parsed {
        /** A tree that was not read from a text. */
        public Understood(Expression expression) {
            this(expression, Positions.NONE);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Understood understood
                    && expression.equals(understood.expression);
        }

        @Override
        public int hashCode() {
            return expression.hashCode();
        }

        @Override
        public <R> R fold(
                Function<Understood, R> whenUnderstood, Function<Refused, R> whenRefused) {
            return whenUnderstood.apply(this);
        }
    }

    /**
     * Where the text stops being an expression.
     *
     * @param position the number of the character, from 1; one more than there are at the end
     * @param expectation what would have been right there
     */
    record Refused(int position, String expectation) implements Parsed {
        /** What to change, for people; a sentence without its full stop. */
        public String sentence() {
            return "At character " + position + ": expected " + expectation;
        }

        @Override
        public <R> R fold(
                Function<Understood, R> whenUnderstood, Function<Refused, R> whenRefused) {
            return whenRefused.apply(this);
        }
    }
}
