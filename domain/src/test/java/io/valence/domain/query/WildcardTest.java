package io.valence.domain.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;
import java.util.Random;

class WildcardTest {
    @ParameterizedTest
    @CsvSource({
        "abc, abc, true",
        "ABC, abc, true",
        "abc, abcd, false",
        "a%, abc, true",
        "a%, bac, false",
        "%c, abc, true",
        "%c, abcd, false",
        "%b%, abc, true",
        "a%c, abc, true",
        "a%c, ac, true",
        "a%a, a, false",
        "ab%ba, aba, false",
        "%, '', true",
        "%%, '', true",
        "'', '', true",
        "'', a, false",
        "a_c, abc, false",
        "a_c, a_c, true",
        "a.c, abc, false",
        "%ab%ab%, xabyabz, true",
        "%ab%ab%, xabyaz, false"
    })
    void takesOnlyThePercentSignForAnything(String pattern, String text, boolean matches) {
        assertThat(Wildcard.matches(pattern, text)).isEqualTo(matches);
    }

    @Test
    void needsNoExponentialTime() {
        var pattern = "%a".repeat(4_000) + "%b";
        var text = "a".repeat(60_000);

        var matches = Wildcard.matches(pattern, text);

        assertThat(matches).isFalse();
    }

    @Test
    void agreesWithADefinitionByRecursion() {
        long seed = System.nanoTime();
        var random = new Random(seed);

        for (int i = 0; i < 5_000; i++) {
            var pattern = word(random, "ab%", 8);
            var text = word(random, "abA", 10);

            assertThat(Wildcard.matches(pattern, text))
                    .as("seed %d: %s LIKE %s", seed, text, pattern)
                    .isEqualTo(defined(pattern, text.toLowerCase(Locale.ROOT)));
        }
    }

    private static boolean defined(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        if (pattern.charAt(0) == '%') {
            return defined(pattern.substring(1), text)
                    || (!text.isEmpty() && defined(pattern, text.substring(1)));
        }
        return !text.isEmpty()
                && pattern.charAt(0) == text.charAt(0)
                && defined(pattern.substring(1), text.substring(1));
    }

    private static String word(Random random, String letters, int longest) {
        var word = new StringBuilder();
        for (int length = random.nextInt(longest + 1); length > 0; length--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }
}
