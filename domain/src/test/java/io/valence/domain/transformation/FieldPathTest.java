package io.valence.domain.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "address.city",
                "PrimaryAddress[0].City",
                "lines[*].sku",
                "lines[*].parts[*].id",
                "table[0][1]",
                "tags[*]",
                "Größe in cm",
                "0"
            })
    void isWrittenAsItIsRead(String text) {
        assertThat(FieldPath.parse(text))
                .hasValueSatisfying(it -> assertThat(it).hasToString(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "a.",
                ".a",
                "a..b",
                "[0]",
                "a[",
                "a[]",
                "a]",
                "a[-1]",
                "a[100]",
                "a[x]",
                "a[0]b",
                "a[*]b",
                "[*].a",
                "a\u0000",
                "a\nb",
                "a[0][0][0][0][0]"
            })
    void isNotEveryText(String text) {
        assertThat(FieldPath.parse(text)).isEmpty();
    }

    @Test
    void isNotTooLong() {
        assertThat(FieldPath.parse("a" + ".a".repeat(31))).isPresent();
        assertThat(FieldPath.parse("a" + ".a".repeat(32))).isEmpty();
        assertThat(FieldPath.parse("a".repeat(500))).isPresent();
        assertThat(FieldPath.parse("a".repeat(501))).isEmpty();
    }
}
