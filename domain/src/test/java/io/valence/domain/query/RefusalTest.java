package io.valence.domain.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
    private static final String FIELD = "a field, NOT or (";
    private static final String VALUE =
            "a value: a text in single quotes, a number, a date, true or false";
    private static final String OPERATOR = "an operator: =, !=, <, <=, >, >=, LIKE, IN or IS";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "()", "AND", "=1", "'a'=1", "5=a", "true=1"})
    void aFieldStandsFirst(String text) {
        var refused = refused(text);

        assertThat(refused.expectation()).isEqualTo(FIELD);
    }

    @ParameterizedTest
    @CsvSource({"a, 2", "a b, 3", "a(1), 2", "a), 2", "a.b c, 5"})
    void anOperatorFollows(String text, int position) {
        var refused = refused(text);

        assertThat(refused).isEqualTo(new Parsed.Refused(position, OPERATOR));
    }

    @ParameterizedTest
    @CsvSource({
        "a=, 3",
        "name =, 7",
        "name = Bob, 8",
        "name = NULL, 8",
        "name = \"Bob\", 8",
        "name == 5, 7",
        "a=(1), 3",
        "a IN (), 7",
        "a IN (b), 7"
    })
    void thenAValueFollows(String text, int position) {
        var refused = refused(text);

        assertThat(refused).isEqualTo(new Parsed.Refused(position, VALUE));
    }

    @Test
    void saysWhatBelongsAfterEveryKeyword() {
        assertThat(refused("a LIKE 5").sentence())
                .isEqualTo("At character 8: expected a text in single quotes");
        assertThat(refused("a LIKE").sentence())
                .isEqualTo("At character 7: expected a text in single quotes");
        assertThat(refused("a IN 5").sentence()).isEqualTo("At character 6: expected (");
        assertThat(refused("a IN (5").sentence()).isEqualTo("At character 8: expected , or )");
        assertThat(refused("a IN (5 6)").sentence()).isEqualTo("At character 9: expected , or )");
        assertThat(refused("a IS 5").sentence())
                .isEqualTo("At character 6: expected NULL or NOT NULL");
        assertThat(refused("a IS NOT 5").sentence()).isEqualTo("At character 10: expected NULL");
        assertThat(refused("a NOT = 5").sentence())
                .isEqualTo("At character 7: expected LIKE or IN");
        assertThat(refused("a=1 AND").sentence()).isEqualTo("At character 8: expected " + FIELD);
        assertThat(refused("a=1 OR OR b=1").sentence())
                .isEqualTo("At character 8: expected " + FIELD);
        assertThat(refused("NOT").sentence()).isEqualTo("At character 4: expected " + FIELD);
    }

    @Test
    void saysWhatIsOpenOrLeftOver() {
        assertThat(refused("(a=1").sentence()).isEqualTo("At character 5: expected AND, OR or )");
        assertThat(refused("a=1)").sentence())
                .isEqualTo("At character 4: expected AND, OR or the end");
        assertThat(refused("a=1 b=2").sentence())
                .isEqualTo("At character 5: expected AND, OR or the end");
        assertThat(refused("a=1; b").sentence())
                .isEqualTo("At character 4: expected AND, OR or the end");
        assertThat(refused("a=1 AND b='x").sentence())
                .isEqualTo("At character 13: expected ' after the text from character 11");
        assertThat(refused("`a=1").sentence())
                .isEqualTo("At character 5: expected ` after the name from character 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1x",
                "1.2.3",
                "1.",
                "-",
                "--1",
                "1e",
                "1e1234",
                "2017-13-01",
                "2017-02-30T00:00:00Z",
                "2017-02-28T25:00:00Z",
                "2017-02-28T10:00:00+99:00",
                "2017-02-28T"
            })
    void refusesWhatIsNearlyANumberOrADate(String text) {
        var refused = refused("a=" + text);

        assertThat(refused)
                .isEqualTo(
                        new Parsed.Refused(3, "a number, or a date such as 2017-02-28T16:11:29Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"``=1", "a.=1", "a..b=1", "a.``=1", "a.5=1"})
    void refusesAnEmptyName(String text) {
        var refused = refused(text);

        assertThat(refused.expectation()).isEqualTo("the name of a field");
    }

    @Test
    void namesTheFirstMistakeOnly() {
        var refused = refused("a ? 1 AND 'open");

        assertThat(refused.position()).isEqualTo(3);
    }

    @Test
    void countsACharacterOutsideTheBasicPlaneOnce() {
        var refused = refused("a='\uD83D\uDE00\uD83D\uDE00' x");

        assertThat(refused.position()).isEqualTo(8);
    }

    @Test
    void neverRepeatsTheText() {
        var refused = refused("name = confidential");

        assertThat(refused.sentence()).doesNotContain("name", "confidential");
    }

    @Test
    void takesTheDeepestNestingAndRefusesADeeperOne() {
        var deepest = "(".repeat(64) + "a=1" + ")".repeat(64);
        var deeper = "(".repeat(65) + "a=1" + ")".repeat(65);
        var negated = "NOT ".repeat(65) + "a=1";

        assertThat(Ceql.parse(deepest)).isInstanceOf(Parsed.Understood.class);
        assertThat(refused(deeper))
                .isEqualTo(new Parsed.Refused(65, "at most 64 levels of parentheses and NOT"));
        assertThat(refused(negated).position()).isEqualTo(1 + 4 * 64);
    }

    @Test
    void takesTheLongestTextAndRefusesALongerOne() {
        var longest = "a='" + "\uD83D\uDE00".repeat(Ceql.LONGEST - 4) + "'";

        assertThat(Ceql.parse(longest)).isInstanceOf(Parsed.Understood.class);
        assertThat(refused(longest + " ").sentence())
                .isEqualTo(
                        "At character 8193: expected the end, as there are at most 8192"
                                + " characters");
    }

    @Test
    void survivesAnyNumberOfParentheses() {
        assertThat(refused("(".repeat(100_000)).position()).isEqualTo(8193);
        assertThat(refused("(".repeat(8_000)).position()).isEqualTo(65);
        assertThat(refused("NOT(".repeat(2_000)).position()).isEqualTo(129);
    }

    private static Parsed.Refused refused(String text) {
        return Ceql.parse(text)
                .fold(
                        understood -> {
                            throw new AssertionError("understood: " + understood.expression());
                        },
                        refused -> refused);
    }
}
