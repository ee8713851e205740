package io.valence.domain.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Random;

class CeqlPropertyTest {
    private static final List<String> SCRAPS =
            List.of(
                    "a",
                    "b.c",
                    "`",
                    "'",
                    "(",
                    ")",
                    ",",
                    ".",
                    "=",
                    "!",
                    "<",
                    ">",
                    "%",
                    "-",
                    "5",
                    "1e9",
                    " ",
                    "\n",
                    "AND ",
                    "OR ",
                    "NOT ",
                    "LIKE ",
                    "IN",
                    "IS ",
                    "NULL ",
                    "true",
                    "\u0000",
                    "\uD800",
                    "\uDC00",
                    "\uD83D\uDE00",
                    "2017-02-28T16:11:29Z",
                    "é",
                    "\u00a0",
                    "\\");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void whatIsWrittenIsReadAsTheSameTree() {
        var expressions = new RandomExpressions(random);

        for (int i = 0; i < 3_000; i++) {
            var tree = expressions.tree(3);
            var text = expressions.write(tree);

            if (text.length() <= Ceql.LONGEST) {
                assertThat(Ceql.parse(text))
                        .as("seed %d: %s", seed, text)
                        .isEqualTo(new Parsed.Understood(tree));
            }
        }
    }

    @Test
    void everyTextGetsAnAnswerWithAPositionInIt() {
        for (int i = 0; i < 20_000; i++) {
            var text = garbage();

            var parsed = Ceql.parse(text);

            if (parsed instanceof Parsed.Refused refused) {
                assertThat(refused.position())
                        .as("seed %d: %s", seed, text)
                        .isBetween(1, text.codePointCount(0, text.length()) + 1);
                assertThat(refused.expectation()).as("seed %d: %s", seed, text).isNotBlank();
            }
        }
    }

    @Test
    void everyTreeSaysYesOrNoToEveryRecord() {
        var expressions = new RandomExpressions(random);

        for (int i = 0; i < 3_000; i++) {
            var tree = expressions.tree(3);
            Optional<Value> held =
                    random.nextBoolean() ? Optional.empty() : Optional.of(new Value.Text("a"));

            var yes = tree.matches(field -> held);
            var no = new Expression.Not(tree).matches(field -> held);

            assertThat(yes && no).as("seed %d: %s", seed, tree).isFalse();
            assertThat(tree.fields()).as("seed %d: %s", seed, tree).isNotEmpty();
        }
    }

    private String garbage() {
        var text = new StringBuilder();
        for (int scraps = random.nextInt(20); scraps > 0; scraps--) {
            text.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
        }
        return text.toString();
    }
}
