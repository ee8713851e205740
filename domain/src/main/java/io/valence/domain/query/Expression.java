package io.valence.domain.query;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A question to a record that it answers with yes or no.
 *
 * <p>As in SQL, what is asked about a field without a value is neither true nor false, and so is
 * its negation: only {@code IS NULL} finds such a record. Texts compare exactly, except in LIKE,
 * where capitals do not matter.
 */
public sealed interface Expression {
    /** Whether it is true of a record, given the record's values; empty if that cannot be said. */
    Optional<Boolean> truth(Function<Field, Optional<Value>> record);

    /** The fields that it asks about, in the order of their first mention; unmodifiable. */
    Set<Field> fields();

    /** Whether a record with these values is meant; a field that it lacks has none. */
    default boolean matches(Function<Field, Optional<Value>> record) {
        return truth(record).orElse(false);
    }

    /** All of several, of which there are at least two. */
    record And(List<Expression> parts) implements Expression {
        public And {
            parts = several(parts);
        }

        @Override
        public Optional<Boolean> truth(Function<Field, Optional<Value>> record) {
            return untilOneIs(false, parts, record);
        }

        @Override
        public Set<Field> fields() {
            return fieldsOf(parts);
        }
    }

    /** Any of several, of which there are at least two. */
    record Or(List<Expression> parts) implements Expression {
        public Or {
            parts = several(parts);
        }

        @Override
        public Optional<Boolean> truth(Function<Field, Optional<Value>> record) {
            return untilOneIs(true, parts, record);
        }

        @Override
        public Set<Field> fields() {
            return fieldsOf(parts);
        }
    }

    /** The contrary. */
    record Not(Expression part) implements Expression {
        @Override
        public Optional<Boolean> truth(Function<Field, Optional<Value>> record) {
            return part.truth(record).map(truth -> !truth);
        }

        @Override
        public Set<Field> fields() {
            return part.fields();
        }
    }

    /** How a field compares to a value. */
    record Comparison(Field field, Operator operator, Value value) implements Expression {
        @Override
        public Optional<Boolean> truth(Function<Field, Optional<Value>> record) {
            return record.apply(field).map(held -> operator.holds(Order.of(held, value)));
        }

        @Override
        public Set<Field> fields() {
            return Set.of(field);
        }
    }

    /** Whether a field's text has this shape, in which {@code %} stands for any characters. */
    record Like(Field field, String pattern, boolean negated) implements Expression {
        @Override
        public Optional<Boolean> truth(Function<Field, Optional<Value>> record) {
            return record.apply(field)
                    .map(held -> Wildcard.matches(pattern, held.text()) != negated);
        }

        @Override
        public Set<Field> fields() {
            return Set.of(field);
        }
    }

    /** Whether a field has one of these values, of which there is at least one. */
    record In(Field field, List<Value> values, boolean negated) implements Expression {
        public In {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("nothing is in an empty list");
            }
        }

        @Override
        public Optional<Boolean> truth(Function<Field, Optional<Value>> record) {
            return record.apply(field)
                    .map(
                            held ->
                                    values.stream().anyMatch(value -> Order.of(held, value) == 0)
                                            != negated);
        }

        @Override
        public Set<Field> fields() {
            return Set.of(field);
        }
    }

    /** Whether a field has no value. */
    record IsNull(Field field, boolean negated) implements Expression {
        @Override
        public Optional<Boolean> truth(Function<Field, Optional<Value>> record) {
            return Optional.of(record.apply(field).isEmpty() != negated);
        }

        @Override
        public Set<Field> fields() {
            return Set.of(field);
        }
    }

    private static List<Expression> several(List<Expression> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("AND and OR join at least two expressions");
        }
        return List.copyOf(parts);
    }

    /** This truth if one part has it; else the other one, unless that cannot be said of a part. */
    private static Optional<Boolean> untilOneIs(
            boolean wanted, List<Expression> parts, Function<Field, Optional<Value>> record) {
        Optional<Boolean> all = Optional.of(!wanted);
        for (Expression part : parts) {
            Optional<Boolean> truth = part.truth(record);
            if (truth.isEmpty()) {
                all = truth;
            } else if (truth.get() == wanted) {
                return truth;
            }
        }
        return all;
    }

    private static Set<Field> fieldsOf(Collection<Expression> parts) {
        Set<Field> fields = new LinkedHashSet<>();
        parts.forEach(part -> fields.addAll(part.fields()));
        return Collections.unmodifiableSet(fields);
    }
}
