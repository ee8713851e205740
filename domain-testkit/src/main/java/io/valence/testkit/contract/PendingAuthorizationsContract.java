package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.authorization.Pending;
import io.valence.domain.authorization.PendingAuthorizations;
import io.valence.domain.authorization.Question;
import io.valence.domain.element.ElementId;
import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every store of awaited answers keeps. */
public interface PendingAuthorizationsContract {
    /** When all questions are asked. */
    Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    /** For how long their answers are awaited. */
    Duration PATIENCE = Duration.ofMinutes(10);

    /** The awaited answers of the store. */
    PendingAuthorizations pendingAuthorizations();

    private static Question question(String state) {
        return new Question(
                state,
                new ElementId(2198),
                Secret.of("sample-client").fingerprint(),
                "https://app.example.com/auth?a=ä");
    }

    private static Pending pending(String state, Instant asked) {
        return new Pending(
                question(state), Secret.of("verifier of " + state), asked.plus(PATIENCE));
    }

    private boolean await(Pending pending, int most) {
        return pendingAuthorizations().await(pending, NOW, most).isPresent();
    }

    private Optional<Secret> take(String state) {
        return take(question(state));
    }

    private Optional<Secret> take(Question question) {
        return pendingAuthorizations().take(question, NOW);
    }

    /** Nothing is left of other tests: a question that is asked much later forgets all. */
    @BeforeEach
    default void forgetWhatOthersAsked() {
        Instant muchLater = Instant.parse("2100-01-01T00:00:00Z");
        assertThat(
                        pendingAuthorizations()
                                .await(pending("forget", muchLater), muchLater, Integer.MAX_VALUE))
                .isPresent();
        assertThat(pendingAuthorizations().take(question("forget"), muchLater)).isPresent();
    }

    @Test
    default void givesAnAwaitedAnswerOnce() {
        Pending asked = pending("state 🔑", NOW);

        assertThat(await(asked, 10)).isTrue();

        assertThat(take("state 🔑")).contains(asked.verifier());
        assertThat(take("state 🔑")).isEmpty();
    }

    @Test
    default void givesNothingForAStateThatNobodyAskedWith() {
        assertThat(await(pending("state", NOW), 10)).isTrue();

        assertThat(take("State")).isEmpty();
        assertThat(take("")).isEmpty();
        assertThat(take("s".repeat(5000))).isEmpty();
    }

    @Test
    default void givesNothingThatHasExpired() {
        assertThat(await(pending("early", NOW.minusNanos(1000)), 10)).isTrue();
        assertThat(await(pending("late", NOW), 10)).isTrue();
        Instant then = NOW.plus(PATIENCE).minusNanos(1000);

        assertThat(pendingAuthorizations().take(question("early"), then)).isEmpty();
        assertThat(pendingAuthorizations().take(question("late"), then)).isPresent();
    }

    @Test
    default void keepsQuestionsOfOneStateApart() {
        Question mine = question("state");
        List<Question> theirs =
                List.of(
                        new Question("states", mine.element(), mine.clientId(), mine.callback()),
                        new Question("state", new ElementId(7), mine.clientId(), mine.callback()),
                        new Question(
                                "state",
                                mine.element(),
                                Secret.of("other").fingerprint(),
                                mine.callback()),
                        new Question("state", mine.element(), mine.clientId(), "https://b/"));
        assertThat(await(pending("state", NOW), 10)).isTrue();

        assertThat(theirs).allSatisfy(other -> assertThat(take(other)).isEmpty());
        for (Question other : theirs) {
            assertThat(await(new Pending(other, Secret.of("theirs"), NOW.plus(PATIENCE)), 10))
                    .isTrue();
        }

        assertThat(take("state")).contains(Secret.of("verifier of state"));
        assertThat(take("state")).isEmpty();
        assertThat(theirs)
                .allSatisfy(other -> assertThat(take(other)).contains(Secret.of("theirs")));
    }

    @Test
    default void asksTheSameQuestionAgainWithTheSameVerifierAndAwaitsAnAnswerToEach() {
        Secret verifier = Secret.of("verifier of state");
        Pending again =
                new Pending(
                        question("state"), Secret.of("other"), NOW.plus(PATIENCE).plusNanos(1000));
        assertThat(await(pending("state", NOW), 10)).isTrue();

        Optional<Secret> askedWith = pendingAuthorizations().await(again, NOW, 1);

        assertThat(askedWith).contains(verifier);
        assertThat(pendingAuthorizations().take(question("state"), NOW.plus(PATIENCE)))
                .contains(verifier);
        assertThat(take("state")).contains(verifier);
        assertThat(take("state")).isEmpty();
    }

    @Test
    default void awaitsAsLongAsTheLastWhoeverAsksInWhichOrder() {
        Instant then = NOW.plus(PATIENCE).minusNanos(1000);
        assertThat(await(pending("state", NOW), 10)).isTrue();

        assertThat(await(pending("state", NOW.minusSeconds(60)), 10)).isTrue();

        assertThat(pendingAuthorizations().take(question("state"), then)).isPresent();
    }

    @Test
    default void awaitsNoMoreThanThereMayBe() {
        assertThat(await(pending("one", NOW), 2)).isTrue();
        assertThat(await(pending("two", NOW), 2)).isTrue();

        assertThat(await(pending("three", NOW), 2)).isFalse();
        assertThat(await(pending("two", NOW.plusSeconds(1)), 2)).isTrue();

        assertThat(take("three")).isEmpty();
        assertThat(take("one")).isPresent();
        assertThat(await(pending("three", NOW), 2)).isTrue();
    }

    @Test
    default void makesRoomByForgettingWhatHasExpired() {
        assertThat(await(pending("one", NOW), 1)).isTrue();
        Instant then = NOW.plus(PATIENCE);

        Optional<Secret> awaited = pendingAuthorizations().await(pending("two", then), then, 1);

        assertThat(awaited).isPresent();
        assertThat(take("one")).isEmpty();
    }

    @Test
    default void givesAnAnswerToOneOfManyWhoTakeItTogether() {
        for (int round = 0; round < 5; round++) {
            String state = "state " + round;
            assertThat(await(pending(state, NOW), 10)).isTrue();

            List<Optional<Secret>> taken = Together.threads(8, thread -> take(state));

            assertThat(taken).filteredOn(Optional::isPresent).hasSize(1);
        }
    }

    @Test
    default void givesOneVerifierToManyWhoAskTheSameTogether() {
        List<Optional<Secret>> verifiers =
                Together.threads(
                        8,
                        thread ->
                                pendingAuthorizations()
                                        .await(
                                                new Pending(
                                                        question("state"),
                                                        Secret.of("verifier " + thread),
                                                        NOW.plus(PATIENCE)),
                                                NOW,
                                                100));

        assertThat(verifiers).doesNotContain(Optional.empty());
        assertThat(Set.copyOf(verifiers)).hasSize(1);
        for (Optional<Secret> verifier : verifiers) {
            assertThat(take("state")).isEqualTo(verifier);
        }
        assertThat(take("state")).isEmpty();
    }
}
