package io.valence.domain.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What a vendor reads is what was meant, or there is nothing to read. */
class DialectPropertyTest {
    private static final int TREES = 4_000;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final HostileExpressions hostile = new HostileExpressions(random, false);
    private final RandomExpressions writer = new RandomExpressions(random);

    enum Vendor {
        ORACLE,
        SAP;

        private Dialect dialect() {
            return this == ORACLE ? SampleDialects.ORACLE : SampleDialects.SAP;
        }

        private List<Expression> read(String query) {
            return this == ORACLE ? VendorReader.oracle(query) : VendorReader.sap(query);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theVendorFindsTheSameRecords(Vendor vendor) {
        int written = 0;
        for (int i = 0; i < TREES; i++) {
            var text = writer.write(hostile.tree(2));
            var understood = understood(text);

            var translation = vendor.dialect().where(understood);

            if (translation instanceof Translation.Written query) {
                var conditions = vendor.read(query.text());
                written++;
                for (int records = 0; records < 5; records++) {
                    var record = hostile.record(understood.expression());
                    assertThat(conditions.stream().allMatch(each -> matches(each, record)))
                            .as(
                                    "seed %d: %s is asked as %s of %s",
                                    seed, text, query.text(), record)
                            .isEqualTo(matches(understood.expression(), record));
                }
            } else {
                assertPlace((Translation.Impossible) translation, text);
            }
        }

        assertThat(written).as("seed %d", seed).isGreaterThan(TREES / 20);
    }

    @Test
    void aLanguageOfAnyWordsFindsTheSameRecords() {
        var tame = new HostileExpressions(random, true);
        int written = 0;
        for (int i = 0; i < TREES; i++) {
            Map<Word, Phrase> words = new EnumMap<>(SampleDialects.all());
            words.keySet().removeIf(word -> random.nextInt(6) == 0);
            var dialect = SampleDialects.ceql(words, random.nextBoolean(), random.nextInt(3) > 0);
            var text = writer.write(tame.tree(3));
            var understood = understood(text);

            var translation = dialect.where(understood);

            if (translation instanceof Translation.Written query) {
                var read = understood(query.text()).expression();
                written++;
                for (int records = 0; records < 5; records++) {
                    var record = tame.record(understood.expression());
                    assertThat(matches(read, record))
                            .as(
                                    "seed %d: %s is asked as %s of %s",
                                    seed, text, query.text(), record)
                            .isEqualTo(matches(understood.expression(), record));
                }
            } else {
                assertPlace((Translation.Impossible) translation, text);
            }
        }

        assertThat(written).as("seed %d", seed).isGreaterThan(TREES / 5);
    }

    @ParameterizedTest
    @EnumSource
    void noTextBreaksOutOfItsQuotes(Vendor vendor) {
        for (int i = 0; i < TREES; i++) {
            var value = new Value.Text(hostile.text());
            var asked = new Expression.Comparison(Field.of("a"), Operator.EQUAL, value);

            var translation = vendor.dialect().where(new Parsed.Understood(asked));

            if (translation instanceof Translation.Written query) {
                assertThat(vendor.read(query.text()))
                        .as("seed %d: %s", seed, query.text())
                        .containsExactly(asked);
            } else {
                assertThat(value.text())
                        .as("seed %d", seed)
                        .matches("(?s).*[\\x00\\uD800-\\uDFFF].*");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyOrderIsTheSameOrNone(Vendor vendor) {
        for (int i = 0; i < TREES; i++) {
            var text = orderBy();

            var translation = vendor.dialect().order(text);

            if (translation instanceof Translation.Written order) {
                assertThat(order.text())
                        .as("seed %d: %s", seed, text)
                        .matches(
                                vendor == Vendor.ORACLE
                                        ? "[\\w.]+:(asc|desc)(,[\\w.]+:(asc|desc))*"
                                        : "[\\w.]+( desc)?(,[\\w.]+( desc)?)*");
                assertThat(vendor.dialect().order(order.text().replace(":", " ")))
                        .as("seed %d: %s", seed, text)
                        .isEqualTo(order);
            } else {
                assertPlace((Translation.Impossible) translation, text);
            }
        }
    }

    private String orderBy() {
        var scraps =
                List.of(
                        "a",
                        "Name",
                        "x.y",
                        "`Rank`",
                        "`a b`",
                        "`a,b`",
                        " asc",
                        " desc",
                        " DESC",
                        ",",
                        ", ",
                        ",",
                        ":",
                        ";",
                        "'",
                        "`",
                        "\u0000",
                        "é",
                        "\uD83D\uDE00",
                        "5",
                        " in");
        var text = new StringBuilder("a");
        for (int count = random.nextInt(6); count > 0; count--) {
            text.append(scraps.get(random.nextInt(scraps.size())));
        }
        return text.toString();
    }

    private void assertPlace(Translation.Impossible impossible, String text) {
        assertThat(impossible.position())
                .as("seed %d: %s", seed, text)
                .isBetween(1, text.codePointCount(0, text.length()) + 1);
        assertThat(impossible.reason()).as("seed %d: %s", seed, text).isNotBlank();
    }

    private static boolean matches(Expression expression, Map<Field, Value> record) {
        return expression.matches(field -> Optional.ofNullable(record.get(field)));
    }

    private Parsed.Understood understood(String text) {
        return Ceql.parse(text)
                .fold(
                        tree -> tree,
                        refused -> {
                            throw new AssertionError(
                                    "seed " + seed + ": " + refused.sentence() + ": " + text);
                        });
    }
}
