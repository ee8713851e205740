package io.valence.domain.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Origin;
import io.valence.domain.configuration.Setting;
import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09.123Z");
    private static final Optional<Secret> REFRESH = Optional.of(Secret.of("refresh"));

    private static Tokens tokens(Optional<Secret> refresh, Optional<Instant> end) {
        return new Tokens(Secret.of("access"), refresh, NOW, end);
    }

    @Test
    void areStaleFromTheirEndOn() {
        Tokens tokens = tokens(REFRESH, Optional.of(NOW.plusSeconds(60)));

        assertThat(tokens.areStale(NOW.plusSeconds(60).minusNanos(1))).isFalse();
        assertThat(tokens.areStale(NOW.plusSeconds(60))).isTrue();
        assertThat(tokens.lifetime()).contains(Duration.ofSeconds(60));
    }

    @Test
    void areNeverStaleWithoutAnEnd() {
        Tokens tokens = tokens(REFRESH, Optional.empty());

        assertThat(tokens.areStale(Instant.MAX)).isFalse();
        assertThat(tokens.lifetime()).isEmpty();
    }

    @Test
    void keepAnEarlierRefreshTokenIfThereIsNoOther() {
        Tokens without = tokens(Optional.empty(), Optional.empty());

        assertThat(without.keeping(REFRESH).refresh()).isEqualTo(REFRESH);
        assertThat(without.keeping(REFRESH).access()).isEqualTo(without.access());
        assertThat(without.keeping(Optional.empty())).isEqualTo(without);
        assertThat(tokens(REFRESH, Optional.empty()).keeping(Optional.of(Secret.of("earlier"))))
                .isEqualTo(tokens(REFRESH, Optional.empty()));
    }

    @Test
    void showTheirMaskAndTheirTimes() {
        Tokens tokens = tokens(REFRESH, Optional.of(NOW.plusSeconds(43_199)));

        assertThat(tokens.shown())
                .containsExactly(
                        Map.entry(Tokens.ACCESS_KEY, new Setting.Hidden(Origin.VENDOR)),
                        Map.entry(Tokens.REFRESH_KEY, new Setting.Hidden(Origin.VENDOR)),
                        Map.entry(Tokens.INTERVAL_KEY, new Setting.Plain("43199", Origin.VENDOR)),
                        Map.entry(
                                Tokens.TIME_KEY,
                                new Setting.Plain("1778051289123", Origin.VENDOR)));
    }

    @Test
    void showNothingThatTheyDoNotHave() {
        assertThat(tokens(Optional.empty(), Optional.empty()).shown().keySet())
                .containsExactly(Tokens.ACCESS_KEY, Tokens.TIME_KEY);
        assertThat(tokens(REFRESH, Optional.of(NOW.minusSeconds(5))).shown())
                .containsEntry(Tokens.INTERVAL_KEY, new Setting.Plain("0", Origin.VENDOR));
    }

    @Test
    void areShownByWhatTheyShow() {
        Tokens whole = tokens(REFRESH, Optional.of(NOW));

        assertThat(whole.shown().keySet()).hasSize(4).allMatch(Tokens::shows);
        assertThat(Tokens.shows(new ConfigurationKey("oauth.api.key"))).isFalse();
    }

    @Test
    void printNoToken() {
        assertThat(tokens(Optional.of(Secret.of("r3fresh")), Optional.empty()).toString())
                .doesNotContain("access=access")
                .doesNotContain("r3fresh");
    }

    @Test
    void areGoodForAsLongAsTheVendorSays() {
        assertThat(granted(Optional.of(Duration.ofSeconds(7)), until(NOW.plusSeconds(9))))
                .isEqualTo(tokens(REFRESH, Optional.of(NOW.plusSeconds(7))));
    }

    @Test
    void areElseGoodForAsLongAsTheElementKnows() {
        TokenAnswer.Granted answer =
                new TokenAnswer.Granted(
                        Secret.of("access"), REFRESH, Optional.empty(), until(NOW.plusSeconds(9)));

        assertThat(answer.tokens(NOW, Optional.of(Duration.ofSeconds(8))))
                .isEqualTo(tokens(REFRESH, Optional.of(NOW.plusSeconds(8))));
    }

    @Test
    void areElseGoodForAsLongAsTheTokenSays() {
        assertThat(granted(Optional.empty(), until(NOW.plusSeconds(9))))
                .isEqualTo(tokens(REFRESH, Optional.of(NOW.plusSeconds(9))));
    }

    @Test
    void areElseGoodUntilTheyAreRefused() {
        assertThat(granted(Optional.empty(), Optional.empty()))
                .isEqualTo(tokens(REFRESH, Optional.empty()));
    }

    @Test
    void areGoodForAsLongByAnotherClockThanTheVendors() {
        for (long ahead : new long[] {-86_400, -10, 0, 10, 86_400}) {
            Instant theirs = NOW.plusSeconds(ahead);
            TokenAnswer.Term term =
                    new TokenAnswer.Term(Optional.of(theirs), theirs.plusSeconds(9));

            assertThat(granted(Optional.empty(), Optional.of(term)))
                    .isEqualTo(tokens(REFRESH, Optional.of(NOW.plusSeconds(9))));
        }
    }

    @Test
    void areGoodUntilTheyAreRefusedIfTheyHaveEndedAlready() {
        for (Instant end : new Instant[] {NOW, NOW.minusSeconds(1)}) {
            TokenAnswer.Term named = new TokenAnswer.Term(Optional.of(NOW), end);

            assertThat(granted(Optional.empty(), until(end)))
                    .isEqualTo(tokens(REFRESH, Optional.empty()));
            assertThat(granted(Optional.empty(), Optional.of(named)))
                    .isEqualTo(tokens(REFRESH, Optional.empty()));
        }
    }

    private static Optional<TokenAnswer.Term> until(Instant end) {
        return Optional.of(new TokenAnswer.Term(Optional.empty(), end));
    }

    private static Tokens granted(Optional<Duration> lifetime, Optional<TokenAnswer.Term> term) {
        return new TokenAnswer.Granted(Secret.of("access"), REFRESH, lifetime, term)
                .tokens(NOW, Optional.empty());
    }

    @Test
    void areLostForGoodByOneErrorAlone() {
        assertThat(new TokenAnswer.Refused(400, "invalid_grant", "").isDefinitive()).isTrue();
        for (String error :
                new String[] {"invalid_client", "invalid_request", "unauthorized_client", ""}) {
            assertThat(new TokenAnswer.Refused(400, error, "").isDefinitive()).isFalse();
        }
    }
}
