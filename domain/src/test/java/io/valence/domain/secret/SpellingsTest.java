package io.valence.domain.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class SpellingsTest {
    private static final Spellings OF_ONE = Spellings.of(List.of(Secret.of("a/b=~ \"<&'\\")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b=~ \"<&'\\",
                "a%2Fb%3D%7E+%22%3C%26%27%5C",
                "a%2Fb%3D%7E%20%22%3C%26%27%5C",
                "a%2fb%3d~%20%22%3c%26%27%5c",
                "a/b=~ \\\"<&'\\\\",
                "a\\/b=~ \\\"<&'\\\\",
                "a/b=~ \\\"\\u003c\\u0026'\\\\",
                "a/b=~ \"&lt;&amp;'\\",
                "a/b=~ &quot;&lt;&amp;&#39;\\",
                "a/b\\u003d~ \\\"\\u003c\\u0026\\u0027\\\\",
                "a\\/b=~ \\\"\\u003C\\u0026'\\\\",
                "a/b=~ &#34;&lt;&amp;&#39;\\",
                "a/b=~ &quot;&lt;&amp;&#x27;\\",
                "YS9iPX4gIjwmJ1w=",
                "YS9iPX4gIjwmJ1w"
            })
    void areHiddenAll(String spelling) {
        assertThat(OF_ONE.hiddenIn("it is " + spelling + "!")).isEqualTo("it is ********!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p\u00e4ss\u2019/\t\ud83d\ude00",
                "p\u00e4ss\u2019/\\t\ud83d\ude00",
                "p\\u00e4ss\\u2019/\\t\\ud83d\\ude00",
                "p\\u00E4ss\\u2019\\/\\t\\uD83D\\uDE00",
                "cMOkc3PigJkvCfCfmIA=",
                "cMOkc3PigJkvCfCfmIA"
            })
    void areHiddenAlsoIfTheyHaveLettersOfMoreThanAscii(String spelling) {
        Spellings spellings = Spellings.of(List.of(Secret.of("p\u00e4ss\u2019/\t\ud83d\ude00")));

        assertThat(spellings.hiddenIn("it is " + spelling + "!")).isEqualTo("it is ********!");
    }

    @Test
    void leaveNoRestOfALongerOne() {
        Spellings both = Spellings.of(List.of(Secret.of("pa55"), Secret.of("pa55word")));

        assertThat(both.hiddenIn("pa55word and pa55")).isEqualTo("******** and ********");
    }

    @Test
    void areRecognizedByTheirBeginningAtTheEndOfAText() {
        Spellings spellings = Spellings.of(List.of(Secret.of("key/1")));

        assertThat(spellings.cutOffAtTheEndOf("it is key%2")).isEqualTo("it is ");
        assertThat(spellings.cutOffAtTheEndOf("it is ke")).isEqualTo("it is ");
        assertThat(spellings.cutOffAtTheEndOf("it is")).isEqualTo("it is");
        assertThat(spellings.cutOffAtTheEndOf("it is ke\uFFFD")).isEqualTo("it is ");
    }

    @Test
    void areRecognizedAlsoWhereTheirEndIsTheBeginningOfAnother() {
        Spellings spellings = Spellings.of(List.of(Secret.of("open sesame"), Secret.of("me too")));

        String cut = spellings.cutOffAtTheEndOf("it is open sesame");

        assertThat(cut).isEqualTo("it is ");
    }
}
