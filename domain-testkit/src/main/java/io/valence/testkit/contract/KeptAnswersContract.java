package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.KeptAnswer;
import io.valence.domain.call.KeptAnswers;
import io.valence.domain.document.Payload;
import io.valence.domain.instance.InstanceId;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What every keeper of answers keeps to. */
public interface KeptAnswersContract {
    /** The number of an instance. */
    InstanceId ONE = new InstanceId(1);

    /** The number of another one. */
    InstanceId OTHER = new InstanceId(2);

    /** A keeper that keeps nothing yet. */
    KeptAnswers answers();

    private static KeptAnswer answer(String text) {
        return new KeptAnswer(
                new Payload(text.getBytes(StandardCharsets.UTF_8)),
                OptionalInt.of(1),
                OptionalLong.of(2),
                Optional.of("next"),
                Instant.now(),
                Instant.now().plusSeconds(60));
    }

    private void keep(InstanceId instance, String question, KeptAnswer answer) {
        answers().keep(instance, question, answer, answers().era(instance), 3);
    }

    @Test
    default void givesAnAnswerAgain() {
        KeptAnswer answer = answer("[1]");

        keep(ONE, "/a", answer);

        assertThat(answers().find(ONE, "/a")).contains(answer);
    }

    @Test
    default void givesItToNoOtherQuestionAndThroughNoOtherInstance() {
        keep(ONE, "/a", answer("[1]"));

        assertThat(answers().find(ONE, "/b")).isEmpty();
        assertThat(answers().find(OTHER, "/a")).isEmpty();
    }

    @Test
    default void givesTheLatest() {
        keep(ONE, "/a", answer("[1]"));
        KeptAnswer later = answer("[2]");

        keep(ONE, "/a", later);

        assertThat(answers().find(ONE, "/a")).contains(later);
    }

    @Test
    default void forgetsWhatWasAskedThroughOneInstance() {
        keep(ONE, "/a", answer("[1]"));
        keep(OTHER, "/a", answer("[1]"));

        answers().forget(ONE);

        assertThat(answers().find(ONE, "/a")).isEmpty();
        assertThat(answers().find(OTHER, "/a")).isPresent();
    }

    @Test
    default void keepsNothingThatWasAskedBeforeItForgot() {
        long era = answers().era(ONE);
        answers().forget(ONE);

        answers().keep(ONE, "/a", answer("[1]"), era, 3);

        assertThat(answers().find(ONE, "/a")).isEmpty();
        keep(ONE, "/a", answer("[2]"));
        assertThat(answers().find(ONE, "/a")).isPresent();
    }

    @Test
    default void keepsTheLatestOfTooMany() {
        for (int i = 1; i <= 5; i++) {
            keep(ONE, "/" + i, answer("[" + i + "]"));
        }

        assertThat(answers().find(ONE, "/1")).isEmpty();
        assertThat(answers().find(ONE, "/2")).isEmpty();
        assertThat(answers().find(ONE, "/3")).isPresent();
        assertThat(answers().find(ONE, "/5")).isPresent();
    }
}
