package io.valence.domain.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementReferenceTest {
    @Test
    void digitsAreANumber() {
        assertThat(ElementReference.parse("1948")).contains(new ElementId(1948));
        assertThat(ElementReference.parse("007")).contains(new ElementId(7));
        assertThat(ElementReference.parse("9".repeat(18)))
                .contains(new ElementId(999_999_999_999_999_999L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"oraclesalescloud", "a", "Z9", "my-element_2", "1a", "-1", "_"})
    void anythingElseWellFormedIsAKey(String text) {
        assertThat(ElementReference.parse(text)).contains(new ElementKey(text));
        assertThat(new ElementKey(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "000",
                "9999999999999999999",
                "a b",
                "a.b",
                "a/b",
                "é",
                "\u0661",
                "a\u0000",
                "<a>"
            })
    void nothingElseIsAReference(String text) {
        assertThat(ElementReference.parse(text)).isEmpty();
    }

    @Test
    void aKeyHasAtMost64Characters() {
        assertThat(ElementKey.parse("a".repeat(64))).isPresent();
        assertThat(ElementKey.parse("a".repeat(65))).isEmpty();
        assertThatThrownBy(() -> new ElementKey("12")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysAreOrderedByTheirText() {
        assertThat(new ElementKey("a")).isLessThan(new ElementKey("b"));
    }

    @Test
    void aNumberIsPositiveAndPrintsAsItself() {
        assertThatThrownBy(() -> new ElementId(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new ElementId(23)).hasToString("23");
    }
}
