package io.valence.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.authorization.Tokens;
import io.valence.domain.instance.Attempt;
import io.valence.domain.secret.Secret;
import io.valence.testkit.sample.SampleTokens;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

class RenewalPaceTest {
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");

    private final RenewalPace pace = RenewalPace.ordinary();
    private final Random random = new Random(4711);

    private static Tokens living(Duration life) {
        return new Tokens(
                Secret.of("a"), Optional.of(Secret.of("r")), NOW, Optional.of(NOW.plus(life)));
    }

    @Test
    void renewsFiveMinutesBeforeTheEndAndALittleEarlier() {
        Set<Instant> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Instant at = pace.refreshAt(living(Duration.ofHours(12)), true, random).orElseThrow();

            assertThat(Duration.between(at, NOW.plus(Duration.ofHours(12))))
                    .isBetween(Duration.ofMinutes(5), Duration.ofSeconds(330));
            seen.add(at);
        }
        assertThat(seen).hasSizeGreaterThan(900);
    }

    @Test
    void renewsAtHalfOfAShortLife() {
        Instant at = pace.refreshAt(living(Duration.ofSeconds(60)), true, random).orElseThrow();

        assertThat(at).isBetween(NOW.plusSeconds(27), NOW.plusSeconds(30));
    }

    @Test
    void renewsAtOnceWhatHasNoLifeAtAll() {
        assertThat(pace.refreshAt(living(Duration.ZERO), true, random)).contains(NOW);
    }

    @Test
    void neverRenewsWithoutAnEndOrWithoutAnythingToRenewBy() {
        Tokens endless = new Tokens(Secret.of("a"), Optional.empty(), NOW, Optional.empty());

        assertThat(pace.refreshAt(endless, true, random)).isEmpty();
        assertThat(pace.refreshAt(living(Duration.ofHours(1)), false, random)).isEmpty();
    }

    @Test
    void triesAgainWellBeforeTheEnd() {
        Tokens tokens = living(Duration.ofMinutes(4));

        assertThat(pace.retryAt(tokens, NOW, random))
                .isBetween(NOW.plusSeconds(60), NOW.plusSeconds(66));
        assertThat(pace.retryAt(living(Duration.ofDays(9)), NOW, random))
                .isBetween(NOW.plusSeconds(600), NOW.plusSeconds(660));
    }

    @Test
    void restsTheLongerTheLongerTokensWithoutAnEndAreThere() {
        Tokens endless = new Tokens(Secret.of("a"), Optional.empty(), NOW, Optional.empty());

        assertThat(pace.retryAt(endless, NOW, random))
                .isBetween(NOW.plusSeconds(5), NOW.plusMillis(5_500));
        assertThat(pace.retryAt(endless, NOW.plusSeconds(60), random))
                .isBetween(NOW.plusSeconds(90), NOW.plusSeconds(93));
        assertThat(pace.retryAt(endless, NOW.plusSeconds(3600), random))
                .isBetween(NOW.plusSeconds(3660), NOW.plusSeconds(3666));
    }

    @Test
    void restsTheLongerTheMoreOftenRefusedTokensWereNotRenewed() {
        Attempt failed = SampleTokens.attempt(1, Attempt.Result.FAILED, NOW);
        Attempt lost = failed.with(Attempt.Result.ANSWER_LOST);

        assertThat(pace.retryAt(List.of())).isEmpty();
        assertThat(pace.retryAt(List.of(failed))).contains(NOW.plusSeconds(30));
        assertThat(pace.retryAt(List.of(failed, failed))).contains(NOW.plusSeconds(60));
        assertThat(pace.retryAt(List.of(lost))).contains(NOW.plusSeconds(60));
    }

    @Test
    void restsBetweenFiveSecondsAndAMinuteAfterTheEnd() {
        Tokens tokens = living(Duration.ZERO);

        for (int second = 0; second < 10_000; second += 7) {
            Instant now = NOW.plusSeconds(second);
            Instant again = pace.retryAt(tokens, now, random);

            assertThat(Duration.between(now, again))
                    .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(66));
            assertThat(RenewalPace.isRest(now, again)).isTrue();
        }
        assertThat(RenewalPace.isRest(NOW, NOW.plusSeconds(67))).isFalse();
        assertThat(RenewalPace.isRest(NOW, NOW)).isFalse();
    }
}
