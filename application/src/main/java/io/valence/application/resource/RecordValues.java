package io.valence.application.resource;

import io.valence.domain.document.DocumentPath;
import io.valence.domain.document.Node;
import io.valence.domain.query.Field;
import io.valence.domain.query.Value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** What a record holds in the fields that an expression asks about. */
record RecordValues(Node record) implements Function<Field, Optional<Value>> {
    @Override
    public Optional<Value> apply(Field field) {
        return new DocumentPath(field.path()).in(record).flatMap(RecordValues::value);
    }

    private static Optional<Value> value(Node node) {
        return switch (node) {
            case Node.Text(var text) -> Optional.of(new Value.Text(text));
            case Node.Decimal(var digits) -> Value.Decimal.parse(digits).map(number -> number);
            case Node.Truth(var truth) -> Optional.of(new Value.Truth(truth));
            case Node.Nothing _, Node.Items _, Node.Members _ -> Optional.empty();
        };
    }

    /** The whole number that this is, as a number or as a text. */
    static Optional<Long> number(Node node) {
        return value(node)
                .flatMap(value -> Value.Decimal.parse(value.text()))
                .map(Value.Decimal::number)
                .filter(number -> number.signum() >= 0 && number.precision() - number.scale() < 18)
                .map(BigDecimal::longValue);
    }

    /** The truth that this is, as itself or as a text. */
    static Optional<Boolean> truth(Node node) {
        return switch (node) {
            case Node.Truth(var truth) -> Optional.of(truth);
            case Node.Text(var text) when text.equals("true") || text.equals("false") ->
                    Optional.of(text.equals("true"));
            default -> Optional.empty();
        };
    }
}
