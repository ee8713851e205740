package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.authorization.Pending;
import io.valence.domain.authorization.PendingAuthorizations;
import io.valence.domain.element.ElementId;
import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What every store of awaited answers keeps. */
public interface PendingAuthorizationsContract {
    /** When all questions are asked. */
    Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    /** For how long their answers are awaited. */
    Duration PATIENCE = Duration.ofMinutes(10);

    /** The awaited answers of the store. */
    PendingAuthorizations pendingAuthorizations();

    private static Pending pending(String state, Instant asked) {
        return new Pending(
                state,
                new ElementId(2198),
                Secret.of("sample-client").fingerprint(),
                "https://app.example.com/auth?a=ä",
                Secret.of("verifier of " + state),
                asked.plus(PATIENCE));
    }

    private boolean await(Pending pending, int most) {
        return pendingAuthorizations().await(pending, NOW, most);
    }

    private Optional<Pending> take(String state) {
        return pendingAuthorizations().take(state, NOW);
    }

    /** Nothing is left of other tests: a question that is asked much later forgets all. */
    @BeforeEach
    default void forgetWhatOthersAsked() {
        Instant muchLater = Instant.parse("2100-01-01T00:00:00Z");
        assertThat(
                        pendingAuthorizations()
                                .await(pending("forget", muchLater), muchLater, Integer.MAX_VALUE))
                .isTrue();
        assertThat(pendingAuthorizations().take("forget", muchLater)).isPresent();
    }

    @Test
    default void givesAnAwaitedAnswerOnce() {
        Pending asked = pending("state 🔑", NOW);

        assertThat(await(asked, 10)).isTrue();

        assertThat(take("state 🔑")).contains(asked);
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

        assertThat(pendingAuthorizations().take("early", then)).isEmpty();
        assertThat(pendingAuthorizations().take("late", then)).isPresent();
    }

    @Test
    default void awaitsTheLaterOfTwoAnswersToOneState() {
        Pending later = pending("state", NOW.plusSeconds(1));
        assertThat(await(pending("state", NOW), 10)).isTrue();

        assertThat(await(later, 10)).isTrue();

        assertThat(take("state")).contains(later);
        assertThat(take("state")).isEmpty();
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

        boolean awaited = pendingAuthorizations().await(pending("two", then), then, 1);

        assertThat(awaited).isTrue();
        assertThat(take("one")).isEmpty();
    }

    @Test
    default void givesAnAnswerToOneOfManyWhoTakeItTogether() {
        for (int round = 0; round < 5; round++) {
            String state = "state " + round;
            assertThat(await(pending(state, NOW), 10)).isTrue();

            List<Optional<Pending>> taken = Together.threads(8, thread -> take(state));

            assertThat(taken).filteredOn(Optional::isPresent).hasSize(1);
        }
    }

    @Test
    default void awaitsOneAnswerToAStateThatManyAskWithTogether() {
        List<Boolean> awaited =
                Together.threads(
                        8, thread -> await(pending("state", NOW.plusSeconds(thread)), 100));

        assertThat(awaited).containsOnly(true);
        assertThat(take("state")).isPresent();
        assertThat(take("state")).isEmpty();
    }
}
