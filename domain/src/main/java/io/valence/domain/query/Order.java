package io.valence.domain.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * How two values compare: as numbers if one is a number and the other reads as one, likewise as
 * truths, as moments if both read as moments, else as texts, in which capitals matter.
 *
 * <p>Two texts are never numbers, so that {@code '007'} is not {@code '7'}.
 */
final class Order {
    private Order() {}

    static int of(Value one, Value other) {
        if (one instanceof Value.Decimal || other instanceof Value.Decimal) {
            Optional<BigDecimal> left = number(one);
            Optional<BigDecimal> right = number(other);
            if (left.isPresent() && right.isPresent()) {
                return left.get().compareTo(right.get());
            }
        } else if (one instanceof Value.Truth || other instanceof Value.Truth) {
            Optional<Boolean> left = truth(one);
            Optional<Boolean> right = truth(other);
            if (left.isPresent() && right.isPresent()) {
                return left.get().compareTo(right.get());
            }
        } else {
            Optional<Instant> left = instant(one);
            Optional<Instant> right = left.isPresent() ? instant(other) : left;
            if (left.isPresent() && right.isPresent()) {
                return left.get().compareTo(right.get());
            }
        }
        return one.text().compareTo(other.text());
    }

    private static Optional<BigDecimal> number(Value value) {
        if (value instanceof Value.Decimal decimal) {
            return Optional.of(decimal.number());
        }
        return value instanceof Value.Text text
                ? Value.Decimal.parse(text.text()).map(Value.Decimal::number)
                : Optional.empty();
    }

    private static Optional<Boolean> truth(Value value) {
        if (value instanceof Value.Truth truth) {
            return Optional.of(truth.truth());
        }
        if (value.text().equalsIgnoreCase("true")) {
            return Optional.of(true);
        }
        return value.text().equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
    }

    private static Optional<Instant> instant(Value value) {
        if (value instanceof Value.Moment moment) {
            return Optional.of(moment.instant());
        }
        return Value.Moment.parse(value.text()).map(Value.Moment::instant);
    }
}
