package io.valence.domain.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

class MarkupTest {
    static Stream<Arguments> tags() {
        return Stream.of(
                arguments("<a href=\"#\" onClick=\"alert(1)\">clean-name</a>", "clean-name"),
                arguments("<a href='#' onClick=\"x > y\">clean-name</a>", "clean-name"),
                arguments("<a title='>' onClick=x>clean-name</a>", "clean-name"),
                arguments("<a title = \">\">clean-name</a>", "clean-name"),
                arguments("<b>bold</b> and <i>more</i>", "bold and more"),
                arguments("<br/>", ""),
                arguments("</p>x", "x"),
                arguments("<!DOCTYPE html>x", "x"),
                arguments("<?xml version='1.0'?>x", "x"),
                arguments("a<!-- b > c -->d", "ad"),
                arguments("a<!-->d", "ad"),
                arguments("a<!-- open > d", "a"),
                arguments("<SCRIPT>alert(1)</SCRIPT>", "alert(1)"),
                arguments("<scr<b>ipt>x</scr</b>ipt>", "ipt>xipt>"),
                arguments("<<b>script>x", "x"),
                arguments("<<<b>b>b>x", "x"),
                arguments("Jo<Bob's>e", "Joe"),
                arguments("name<img src=x onerror=alert(1)", "name"),
                arguments("name<a title=\"open>rest", "name"));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void leavesTagsAndCommentsOut(String text, String stripped) {
        assertThat(Markup.strip(text)).isEqualTo(stripped);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "a < b",
                "a <",
                "a > b",
                "1 <2",
                "<3",
                "x<=y",
                "5 > 4 < 6",
                "it's \"quoted\" = fine"
            })
    void keepsWhatBeginsNoTag(String text) {
        assertThat(Markup.strip(text)).isEqualTo(text);
    }

    @Test
    void leavesNothingThatBeginsATagWhateverIsNested() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var scraps = List.of("<", ">", "a", "/", "!", "--", "\"", "'", "=", " ", "<b>", "script");

        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(16); length > 0; length--) {
                text.append(scraps.get(random.nextInt(scraps.size())));
            }

            var stripped = Markup.strip(text.toString());

            assertThat(stripped)
                    .as("seed %d: %s", seed, text)
                    .doesNotContain("<a", "<s", "</", "<!");
            assertThat(Markup.strip(stripped)).as("seed %d: %s", seed, text).isEqualTo(stripped);
        }
    }

    @Test
    void needsLittleTimeForTheDeepestNesting() {
        var text = "<".repeat(Markup.LONGEST / 3) + "b>".repeat(Markup.LONGEST / 3);

        assertThat(Markup.strip(text)).isEmpty();
    }
}
