package io.valence.domain.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** Expressions by chance, and the many ways in which each one can be written. */
final class RandomExpressions {
    private static final List<String> NAMES =
            List.of(
                    "a",
                    "Name",
                    "job_status",
                    "in",
                    "NULL",
                    "true",
                    "x.y",
                    "`",
                    "a b",
                    "é",
                    "5",
                    "$");
    private static final List<String> TEXTS =
            List.of("", "'", "''", "%", "a%b", "AND", "\\", "\uD83D\uDE00", "2017-01-01", "(", "`");

    private final Random random;

    RandomExpressions(Random random) {
        this.random = random;
    }

    Expression tree(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 7)) {
            case 0 -> new Expression.Comparison(field(), operator(), value());
            case 1 -> new Expression.Like(field(), one(TEXTS), random.nextBoolean());
            case 2 -> new Expression.In(field(), some(1, this::value), random.nextBoolean());
            case 3 -> new Expression.IsNull(field(), random.nextBoolean());
            case 4 -> new Expression.Not(tree(depth - 1));
            case 5 -> new Expression.And(some(2, () -> tree(depth - 1)));
            default -> new Expression.Or(some(2, () -> tree(depth - 1)));
        };
    }

    String write(Expression tree) {
        if (tree instanceof Expression.And and) {
            return joined(and.parts(), "AND");
        }
        if (tree instanceof Expression.Or or) {
            return joined(or.parts(), "OR");
        }
        if (tree instanceof Expression.Not not) {
            return keyword("NOT") + " " + nested(not.part());
        }
        if (tree instanceof Expression.Like like) {
            return like.field() + not(like.negated()) + keyword("LIKE") + quoted(like.pattern());
        }
        if (tree instanceof Expression.In in) {
            var values = new ArrayList<String>();
            in.values().forEach(value -> values.add(space() + write(value) + space()));
            return in.field()
                    + not(in.negated())
                    + (keyword("IN") + space() + "(" + String.join(",", values) + ")");
        }
        if (tree instanceof Expression.IsNull isNull) {
            return isNull.field() + (" " + keyword("IS")) + not(isNull.negated()) + keyword("NULL");
        }
        var comparison = (Expression.Comparison) tree;
        return comparison.field()
                + (space() + comparison.operator().symbol() + space())
                + write(comparison.value());
    }

    private String joined(List<Expression> parts, String word) {
        var texts = new ArrayList<String>();
        parts.forEach(part -> texts.add(nested(part)));
        return String.join(" " + keyword(word) + " ", texts);
    }

    private String nested(Expression part) {
        boolean joins = part instanceof Expression.And || part instanceof Expression.Or;
        return joins || random.nextInt(4) == 0
                ? "(" + space() + write(part) + space() + ")"
                : write(part);
    }

    private String write(Value value) {
        return value instanceof Value.Text text ? quoted(text.text()) : value.text();
    }

    private String quoted(String text) {
        return space() + "'" + text.replace("'", "''") + "'";
    }

    private String not(boolean negated) {
        return negated ? " " + keyword("NOT") + " " : " ";
    }

    private String keyword(String word) {
        return random.nextBoolean() ? word : word.toLowerCase(Locale.ROOT);
    }

    private String space() {
        return one(List.of("", " ", "\t ", "\n"));
    }

    private Field field() {
        return new Field(some(1, () -> one(NAMES)));
    }

    private Operator operator() {
        return one(List.of(Operator.values()));
    }

    private Value value() {
        return switch (random.nextInt(4)) {
            case 0 -> new Value.Text(one(TEXTS));
            case 1 -> new Value.Decimal(BigDecimal.valueOf(random.nextInt(), random.nextInt(4)));
            case 2 -> {
                var instant = Instant.ofEpochSecond(random.nextInt());
                yield new Value.Moment(instant.toString(), instant);
            }
            default -> new Value.Truth(random.nextBoolean());
        };
    }

    private <T> List<T> some(int least, Supplier<T> source) {
        var list = new ArrayList<T>();
        for (int count = least + random.nextInt(3); count > 0; count--) {
            list.add(source.get());
        }
        return list;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
