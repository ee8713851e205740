package io.valence.domain.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ExpressionTest {
    private static final Map<String, Value> RECORD =
            Map.of(
                    "name", new Value.Text("Oracle Sales Cloud"),
                    "key", new Value.Text("oraclesalescloud"),
                    "code", new Value.Text("007"),
                    "count", new Value.Decimal(new BigDecimal("100")),
                    "ratio", new Value.Decimal(new BigDecimal("1.50")),
                    "huge", new Value.Decimal(new BigDecimal("1e999999999")),
                    "active", new Value.Truth(true),
                    "flag", new Value.Text("True"),
                    "created", new Value.Text("2017-02-28T16:11:29-06:00"),
                    "empty", new Value.Text(""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name = 'Oracle Sales Cloud'",
                "name != 'oracle sales cloud'",
                "name > 'Oracle'",
                "code = '007'",
                "code = 7",
                "count = 100",
                "count = 100.0",
                "count = '100'",
                "count > 9",
                "count > '9'",
                "count >= 1e2",
                "count <= 100",
                "count < 100.01",
                "ratio = 1.5",
                "huge > 5",
                "huge LIKE '1%'",
                "active = true",
                "active = 'true'",
                "active != false",
                "flag = true",
                "created = '2017-02-28T22:11:29Z'",
                "created = 2017-02-28T22:11:29Z",
                "created > 2017-02-28",
                "created < '2017-03-01T00:00:00+01:00'",
                "name LIKE 'oracle%'",
                "name LIKE '%SALES%'",
                "name NOT LIKE 'Sales%'",
                "count LIKE '1%0'",
                "key IN ('sapanywhere', 'oraclesalescloud')",
                "count IN (1, 100)",
                "key NOT IN ('sapanywhere')",
                "nothing IS NULL",
                "name IS NOT NULL",
                "empty IS NOT NULL",
                "empty = ''",
                "NOT key = 'x'",
                "nothing = 1 OR count = 100",
                "count = 1 OR key = 'x' OR active = true",
                "count = 100 AND active = true AND NOT (key = 'x' OR code = 8)"
            })
    void matches(String text) {
        assertThat(matches(RECORD, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name = 'oracle sales cloud'",
                "code = '7'",
                "count = '100x'",
                "count < 9",
                "active = 'yes'",
                "active = false",
                "created = '2017-02-28T16:11:29Z'",
                "key IN ('a', 'b')",
                "key NOT IN ('a', 'oraclesalescloud')",
                "name IS NULL",
                "empty IS NULL",
                "count = 100 AND key = 'x'",
                "NOT count = 100"
            })
    void doesNotMatch(String text) {
        assertThat(matches(RECORD, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing = 1",
                "nothing != 1",
                "NOT nothing = 1",
                "nothing LIKE '%'",
                "nothing NOT LIKE 'x'",
                "NOT nothing LIKE 'x'",
                "nothing IN (1)",
                "nothing NOT IN (1)",
                "nothing IS NOT NULL",
                "nothing = 1 AND count = 100",
                "NOT (nothing = 1 AND count = 100)",
                "NOT (nothing = 1 OR count = 1)"
            })
    void nothingIsSaidAboutAFieldWithoutAValue(String text) {
        assertThat(matches(RECORD, text)).isFalse();
    }

    @Test
    void whatIsFalseAnywayIsFalseWithAnUnknownPartToo() {
        assertThat(matches(RECORD, "NOT (nothing = 1 AND count = 1)")).isTrue();
    }

    @Test
    void namesItsFieldsInTheOrderOfTheirMention() {
        var tree = tree("b=1 AND (a.x LIKE 'y' OR b IN (1)) AND NOT `c.d` IS NULL");

        var fields = tree.fields();

        assertThat(fields).containsExactly(Field.of("b"), Field.of("a", "x"), Field.of("c.d"));
    }

    @Test
    void asksForFieldsByTheirWholePath() {
        var tree = tree("config.url = 'x'");

        var matches =
                tree.matches(
                        field ->
                                field.path().equals(List.of("config", "url"))
                                        ? Optional.of(new Value.Text("x"))
                                        : Optional.empty());

        assertThat(matches).isTrue();
    }

    @Test
    void cannotBeMadeOfTooLittle() {
        assertThatThrownBy(() -> new Expression.And(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Expression.Or(List.of(tree("a=1"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Expression.In(Field.of("a"), List.of(), false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(Field::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Field.of("a", "")).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean matches(Map<String, Value> record, String text) {
        return tree(text).matches(field -> Optional.ofNullable(record.get(field.toString())));
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
