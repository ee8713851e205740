package io.valence.domain.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.query.Expression.And;
import io.valence.domain.query.Expression.Comparison;
import io.valence.domain.query.Expression.In;
import io.valence.domain.query.Expression.IsNull;
import io.valence.domain.query.Expression.Like;
import io.valence.domain.query.Expression.Not;
import io.valence.domain.query.Expression.Or;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

class CeqlTest {
    private static final Expression A = equal("a");
    private static final Expression B = equal("b");
    private static final Expression C = equal("c");

    @Nested
    class Comparisons {
        @ParameterizedTest
        @CsvSource({
            "=, EQUAL",
            "!=, NOT_EQUAL",
            "<>, NOT_EQUAL",
            "<, LESS",
            "<=, AT_MOST",
            ">, GREATER",
            ">=, AT_LEAST"
        })
        void readsEveryOperatorWithSpaceAroundItAndWithout(String symbol, Operator operator) {
            var expected = new Comparison(Field.of("age"), operator, number("30"));

            var tight = tree("age" + symbol + "30");
            var wide = tree(" \tage\r\n" + symbol + "  30 ");

            assertThat(tight).isEqualTo(expected);
            assertThat(wide).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "100000", "-5", "+5", "1.50", "-0.5", "1e3", "2E-3"})
        void readsNumbers(String digits) {
            var tree = tree("n=" + digits);

            assertThat(tree)
                    .isEqualTo(new Comparison(Field.of("n"), Operator.EQUAL, number(digits)));
        }

        @ParameterizedTest
        @CsvSource({
            "2017-02-28T16:11:29-06:00, 2017-02-28T22:11:29Z",
            "2017-02-28T16:11:29Z, 2017-02-28T16:11:29Z",
            "2017-02-28T16:11:29.123Z, 2017-02-28T16:11:29.123Z",
            "2017-02-28T16:11:29.123+0100, 2017-02-28T15:11:29.123Z",
            "2017-02-28T16:11, 2017-02-28T16:11:00Z",
            "2017-02-28, 2017-02-28T00:00:00Z"
        })
        void readsDatesWithoutQuotes(String text, Instant instant) {
            var tree = tree("at >= " + text);

            assertThat(tree)
                    .isEqualTo(
                            new Comparison(
                                    Field.of("at"),
                                    Operator.AT_LEAST,
                                    new Value.Moment(text, instant)));
        }

        @Test
        void readsTruths() {
            var tree = tree("a=true AND b=FALSE");

            assertThat(tree)
                    .isEqualTo(
                            new And(
                                    List.of(
                                            equal("a", new Value.Truth(true)),
                                            equal("b", new Value.Truth(false)))));
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '"',
                value = {
                    "'', \"\"",
                    "'Bob', Bob",
                    "'O''Brien', O'Brien",
                    "'''', '",
                    "'a AND b', a AND b",
                    "'C:\\', C:\\",
                    "'100%', 100%",
                    "'Zoë \uD83D\uDE00', Zoë \uD83D\uDE00"
                })
        void readsTextsInWhichAQuoteIsWrittenTwice(String written, String meant) {
            var tree = tree("name=" + written);

            assertThat(tree).isEqualTo(equal("name", new Value.Text(meant)));
        }

        @Test
        void readsThePlatformsOwnSample() {
            var tree =
                    tree("channel='webhook' and status='queued' and config.url='https://x.test/'");

            assertThat(tree)
                    .isEqualTo(
                            new And(
                                    List.of(
                                            equal("channel", new Value.Text("webhook")),
                                            equal("status", new Value.Text("queued")),
                                            new Comparison(
                                                    Field.of("config", "url"),
                                                    Operator.EQUAL,
                                                    new Value.Text("https://x.test/")))));
        }
    }

    @Nested
    class Fields {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "name",
                    "job_status",
                    "created-at",
                    "$id",
                    "_x",
                    "Field__c",
                    "Größe",
                    "android",
                    "inner",
                    "nullable",
                    "`in`",
                    "`first.name`",
                    "`with space`",
                    "`a``b`",
                    "config.url",
                    "a.in.null",
                    "a.`b.c`.d",
                    "`1st`.b"
                })
        void readsAndPrintsThemAlike(String written) {
            var tree = tree(written + " IS NULL");

            assertThat(tree).isInstanceOf(IsNull.class);
            assertThat(tree.fields()).singleElement().hasToString(written);
        }

        @Test
        void splitsAtDotsButNotBetweenBackticks() {
            var tree = tree("a.`b.c`=1");

            assertThat(tree.fields()).containsExactly(Field.of("a", "b.c"));
        }
    }

    @Nested
    class OtherTests {
        @Test
        void readsLikeInAndIsNullWithTheirNegations() {
            assertThat(tree("a LIKE 'x%'")).isEqualTo(new Like(Field.of("a"), "x%", false));
            assertThat(tree("a not like 'x%'")).isEqualTo(new Like(Field.of("a"), "x%", true));
            assertThat(tree("a IN ('x',2, true)"))
                    .isEqualTo(
                            new In(
                                    Field.of("a"),
                                    List.of(
                                            new Value.Text("x"),
                                            number("2"),
                                            new Value.Truth(true)),
                                    false));
            assertThat(tree("a Not In(1)"))
                    .isEqualTo(new In(Field.of("a"), List.of(number("1")), true));
            assertThat(tree("a IS NULL")).isEqualTo(new IsNull(Field.of("a"), false));
            assertThat(tree("a is not null")).isEqualTo(new IsNull(Field.of("a"), true));
        }
    }

    @Nested
    class Precedence {
        @Test
        void andBindsMoreTightlyThanOr() {
            assertThat(tree("a=1 OR b=1 AND c=1"))
                    .isEqualTo(new Or(List.of(A, new And(List.of(B, C)))));
            assertThat(tree("a=1 AND b=1 OR c=1"))
                    .isEqualTo(new Or(List.of(new And(List.of(A, B)), C)));
        }

        @Test
        void parenthesesBindMostTightly() {
            assertThat(tree("a=1 AND (b=1 OR c=1)"))
                    .isEqualTo(new And(List.of(A, new Or(List.of(B, C)))));
            assertThat(tree("(((a=1)))")).isEqualTo(A);
            assertThat(tree("(a=1 AND b=1) AND c=1"))
                    .isEqualTo(new And(List.of(new And(List.of(A, B)), C)));
        }

        @Test
        void notConcernsTheNextTermAlone() {
            assertThat(tree("NOT a=1 AND b=1")).isEqualTo(new And(List.of(new Not(A), B)));
            assertThat(tree("NOT (a=1 AND b=1)")).isEqualTo(new Not(new And(List.of(A, B))));
            assertThat(tree("not not a=1")).isEqualTo(new Not(new Not(A)));
        }

        @Test
        void chainsStayFlat() {
            assertThat(tree("a=1 AND b=1 AND c=1")).isEqualTo(new And(List.of(A, B, C)));
            assertThat(tree("a=1 OR b=1 OR c=1")).isEqualTo(new Or(List.of(A, B, C)));
        }
    }

    private static Comparison equal(String field) {
        return equal(field, number("1"));
    }

    private static Comparison equal(String field, Value value) {
        return new Comparison(Field.of(field), Operator.EQUAL, value);
    }

    private static Value number(String digits) {
        return new Value.Decimal(new BigDecimal(digits));
    }

    private static Expression tree(String text) {
        return Ceql.parse(text)
                .fold(
                        Parsed.Understood::expression,
                        refused -> {
                            throw new AssertionError(refused.sentence());
                        });
    }
}
