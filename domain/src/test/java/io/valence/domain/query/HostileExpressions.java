package io.valence.domain.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Expressions by chance that vendors can mostly be asked, with names and texts that mean harm. */
final class HostileExpressions {
    private static final List<String> FIELDS = List.of("a", "Name", "job_status", "Rank", "z9");
    private static final List<String> HOSTILE_FIELDS =
            List.of(
                    "a='x';b",
                    "a eq 'x') or (b",
                    "`",
                    "'",
                    "a b",
                    "a;",
                    "a.b",
                    "and",
                    "IS",
                    "null",
                    "5",
                    "-a",
                    "é",
                    "a\u0000",
                    "a\n",
                    "\uD83D\uDE00",
                    "a%27",
                    "a&q=",
                    "$");
    private static final List<String> SCRAPS =
            List.of(
                    "'",
                    "''",
                    ";",
                    "(",
                    ")",
                    "`",
                    "\\",
                    "\"",
                    "a",
                    "B",
                    "%",
                    " and ",
                    " or ",
                    "x'='x",
                    "';b='",
                    "') and (a ne '",
                    "&q=",
                    "#",
                    "%27",
                    "\t",
                    "\r\n",
                    "\u001b",
                    "\u2028",
                    "\u202e",
                    "ß",
                    "\uD83D\uDE00");
    private static final List<String> RARE_SCRAPS = List.of("*", "_", "\u0000", "\uD83D", "\uDE00");

    private final Random random;
    private final boolean tame;

    /** With {@code tame}, without names that no vendor could have. */
    HostileExpressions(Random random, boolean tame) {
        this.random = random;
        this.tame = tame;
    }

    Expression tree(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 9)) {
            case 0, 1, 2 -> new Expression.Comparison(field(), one(Operator.values()), value());
            case 3 -> new Expression.Like(field(), text(), random.nextInt(4) == 0);
            case 4 -> new Expression.In(field(), some(1, this::value), random.nextInt(4) > 0);
            case 5 -> new Expression.IsNull(field(), random.nextBoolean());
            case 6, 7 ->
                    random.nextInt(3) == 0
                            ? new Expression.Not(tree(depth - 1))
                            : new Expression.And(some(2, () -> tree(depth - 1)));
            default -> new Expression.Or(some(2, () -> tree(depth - 1)));
        };
    }

    /** A record in which some fields hold what the tree asks about. */
    Map<Field, Value> record(Expression tree) {
        List<Value> asked = new ArrayList<>();
        collect(tree, asked);
        Map<Field, Value> record = new HashMap<>();
        for (Field field : tree.fields()) {
            int choice = random.nextInt(4);
            if (choice == 1 || asked.isEmpty()) {
                record.put(field, value());
            } else if (choice > 1) {
                record.put(field, held(asked.get(random.nextInt(asked.size()))));
            }
        }
        return record;
    }

    /** A record holds no moments, but texts of them. */
    private static Value held(Value asked) {
        return asked instanceof Value.Moment moment ? new Value.Text(moment.text()) : asked;
    }

    private void collect(Expression tree, List<Value> asked) {
        if (tree instanceof Expression.And and) {
            and.parts().forEach(part -> collect(part, asked));
        } else if (tree instanceof Expression.Or or) {
            or.parts().forEach(part -> collect(part, asked));
        } else if (tree instanceof Expression.Not not) {
            collect(not.part(), asked);
        } else if (tree instanceof Expression.In in) {
            asked.addAll(in.values());
        } else if (tree instanceof Expression.Like like) {
            asked.add(new Value.Text(like.pattern().replace("%", random.nextBoolean() ? "" : "B")));
        } else if (tree instanceof Expression.Comparison comparison) {
            asked.add(comparison.value());
        }
    }

    private Field field() {
        return random.nextInt(5) == 0
                ? new Field(some(1, this::name))
                : Field.of(one(FIELDS.toArray(String[]::new)));
    }

    private String name() {
        List<String> names = tame || random.nextInt(3) > 0 ? FIELDS : HOSTILE_FIELDS;
        return names.get(random.nextInt(names.size()));
    }

    String text() {
        var text = new StringBuilder();
        for (int scraps = random.nextInt(6); scraps > 0; scraps--) {
            List<String> choices = random.nextInt(30) == 0 ? RARE_SCRAPS : SCRAPS;
            text.append(choices.get(random.nextInt(choices.size())));
        }
        return text.toString();
    }

    private Value value() {
        return switch (random.nextInt(8)) {
            case 0 ->
                    new Value.Decimal(
                            BigDecimal.valueOf(random.nextInt(200) - 100, random.nextInt(3) - 1));
            case 1 -> {
                var instant = Instant.ofEpochSecond(random.nextInt());
                yield new Value.Moment(instant.toString(), instant);
            }
            case 2 -> Value.Moment.parse("2017-02-28T16:11:29.5-06:00").orElseThrow();
            case 3 -> Value.Moment.parse("2017-02-28").orElseThrow();
            case 4 -> new Value.Truth(random.nextBoolean());
            default -> new Value.Text(text());
        };
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> List<T> some(int least, Supplier<T> source) {
        var list = new ArrayList<T>();
        for (int count = least + random.nextInt(2); count > 0; count--) {
            list.add(source.get());
        }
        return list;
    }
}
