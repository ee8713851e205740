package io.valence.adapters.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.KeptAnswer;
import io.valence.domain.call.KeptAnswers;
import io.valence.domain.document.Payload;
import io.valence.domain.instance.InstanceId;
import io.valence.testkit.contract.KeptAnswersContract;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

class CaffeineKeptAnswersTest implements KeptAnswersContract {
    private static final int MOST_BYTES = 100_000;

    private final CaffeineKeptAnswers answers = new CaffeineKeptAnswers(MOST_BYTES);

    @Override
    public KeptAnswers answers() {
        return answers;
    }

    private void keep(InstanceId instance, String question, int bytes) {
        KeptAnswer answer =
                new KeptAnswer(
                        new Payload(new byte[bytes]),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Instant.EPOCH,
                        Instant.EPOCH.plusSeconds(60));
        answers.keep(instance, question, answer, answers.era(instance), 1_000);
    }

    @Test
    void keepsNoMoreBytesThanItMayWhicheverInstanceTheyAreOf() {
        for (int i = 0; i < 100; i++) {
            keep(new InstanceId(1 + i % 10), "/" + i, 10_000);
        }
        answers.instances();

        long kept =
                IntStream.range(0, 100)
                        .filter(i -> answers.find(new InstanceId(1 + i % 10), "/" + i).isPresent())
                        .count();

        assertThat(kept).isBetween(1L, (long) MOST_BYTES / 10_000);
    }

    @Test
    void keepsNoAnswerThatIsLargerThanAllTogetherMayBe() {
        keep(ONE, "/a", MOST_BYTES + 1);
        answers.instances();

        assertThat(answers.find(ONE, "/a")).isEmpty();
    }

    @Test
    void remembersNoInstanceOfWhichItKeepsNothing() {
        keep(ONE, "/a", 10);
        keep(OTHER, "/a", 10);

        answers.forget(ONE);

        assertThat(answers.instances()).isEqualTo(1);
    }
}
