package io.valence.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.authorization.RenewTokens.Outcome;
import io.valence.application.bench.Bench;
import io.valence.application.bench.Node;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;
import io.valence.testkit.memory.InMemoryVendorAuthorization.Question;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class RefusedRenewalTest {
    private final Bench bench = new Bench();
    private final Node node = new Node(bench, "node-1");

    private int refreshes() {
        return bench.vendor.asked(Question.REFRESH);
    }

    @Nested
    class ForGood {
        @Test
        void breaksTheInstanceAndSaysWhy() {
            Instance instance = bench.expired();
            bench.vendor.forgetEverything();

            Outcome outcome = node.renew(instance);

            String reason =
                    "The vendor does not renew the tokens any more: invalid_grant. Authorize the"
                            + " instance again.";
            assertThat(outcome).isEqualTo(new Outcome.Broken(reason));
            assertThat(bench.stored(instance).authorization())
                    .isEqualTo(new Authorization.Broken(reason, bench.clock.instant()));
            assertThat(bench.ledger(instance).getFirst())
                    .isEqualTo(
                            new Attempt(
                                    bench.clock.instant(),
                                    Attempt.Cause.EXPIRED,
                                    "node-1",
                                    1,
                                    Optional.of(400),
                                    Optional.of("The refresh token is not good"),
                                    Attempt.Result.REFUSED));
            assertThat(bench.grant(instance).refreshAt()).isEmpty();
        }

        @Test
        void asksTheVendorNoMore() {
            Instance instance = bench.expired();
            bench.vendor.forgetEverything();
            node.renew(instance);

            Outcome again = node.renew(instance);

            assertThat(again).isInstanceOf(Outcome.Broken.class);
            assertThat(refreshes()).isEqualTo(1);
            assertThat(node.renewDue.run()).isZero();
        }

        @Test
        void isHealedByTheOwnersConsent() {
            Instance instance = bench.expired();
            bench.vendor.forgetEverything();
            node.renew(instance);

            bench.revise(instance, Bench.draft(Map.of(), Bench.came(bench.consent())));
            bench.clock.pass(Duration.ofHours(1));

            assertThat(node.renew(instance)).isInstanceOf(Outcome.Renewed.class);
        }

        @Test
        void isNotWhatA401MakesOfATokenThatNothingRenews() {
            Instance instance =
                    bench.provisioned(
                            "oauth",
                            Bench.initial(Bench.clientAnd(Map.of("oauth.user.token", "alone"))));

            Outcome outcome = node.renew.renew(instance.id(), 1, Attempt.Cause.UNAUTHORIZED);

            assertThat(outcome).isInstanceOf(Outcome.Kept.class);
            assertThat(bench.vendor.askedForTokens()).isZero();
            assertThat(bench.ledger(instance)).hasSize(1);
            assertThat(bench.stored(instance).authorization()).isEqualTo(new Authorization.Sound());
        }

        @Test
        void isWhatBecomesOfSuchATokenAtItsEnd() {
            Instance instance =
                    bench.provisioned(
                            "oauth",
                            Bench.initial(
                                    Bench.clientAnd(
                                            Map.of(
                                                    "oauth.user.token", "alone",
                                                    "oauth.user.refresh_interval", "1800"))));
            bench.clock.pass(Duration.ofHours(1));

            Outcome outcome = node.renew(instance);

            assertThat(outcome).isInstanceOf(Outcome.Broken.class);
            assertThat(bench.vendor.askedForTokens()).isZero();
            assertThat(bench.ledger(instance).getFirst().vendorStatus()).isEmpty();
        }
    }

    static Stream<TokenAnswer> passingFailures() {
        return Stream.of(
                new TokenAnswer.Refused(401, "invalid_client", "Who?"),
                new TokenAnswer.Refused(400, "temporarily_unavailable", ""),
                new TokenAnswer.Unusable(500, "Sorry"),
                new TokenAnswer.Unreachable("No answer in time", true, false),
                new TokenAnswer.Unreachable("No such host", false, false),
                new TokenAnswer.Barred("A private address"));
    }

    @ParameterizedTest
    @MethodSource("passingFailures")
    void restsAfterWhateverElseWentWrong(TokenAnswer answer) {
        Instance instance = bench.expired();
        bench.vendor.answerAlways(answer);

        Outcome failed = node.renew(instance);
        Outcome resting = node.renew(instance);

        assertThat(failed).isInstanceOf(Outcome.Failed.class);
        assertThat(resting).isInstanceOf(Outcome.Resting.class);
        assertThat(refreshes()).isEqualTo(1);
        assertThat(bench.stored(instance).authorization()).isEqualTo(new Authorization.Sound());
        assertThat(bench.grant(instance).turn()).isEqualTo(Grant.Turn.FREE);
        assertThat(bench.ledger(instance).getFirst().result()).isEqualTo(Attempt.Result.FAILED);
        assertThat(bench.ledger(instance).getFirst().vendorSaid()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("passingFailures")
    void triesAgainAfterTheRest(TokenAnswer answer) {
        Instance instance = bench.expired();
        bench.vendor.answerAlways(answer);
        node.renew(instance);
        bench.vendor.recover();

        bench.clock.pass(Duration.ofSeconds(6));

        assertThat(node.renew(instance)).isInstanceOf(Outcome.Renewed.class);
        assertThat(bench.vendor.liveGrants()).isEqualTo(1);
    }

    @Test
    void restsTheLongerTheLongerItLasts() {
        Instance instance = bench.expired();
        bench.vendor.answerAlways(new TokenAnswer.Unusable(500, "Sorry"));

        for (int second = 0; second < 3600; second++) {
            node.renew(instance);
            bench.clock.pass(Duration.ofSeconds(1));
        }

        assertThat(refreshes()).isBetween(50, 80);
    }

    @Test
    void leavesATokenAloneThatIsStillGood() {
        Instance instance = bench.authorized();
        bench.vendor.answerAlways(new TokenAnswer.Unusable(500, "Sorry"));
        bench.clock.pass(Duration.ofMinutes(56));

        assertThat(node.renewDue.run()).isEqualTo(1);

        Grant grant = bench.grant(instance);
        assertThat(grant.tokens().areStale(bench.clock.instant())).isFalse();
        assertThat(grant.refreshAt().orElseThrow())
                .isBefore(grant.tokens().expiresAt().orElseThrow());
        assertThat(bench.stored(instance).authorization()).isEqualTo(new Authorization.Sound());
    }

    static Stream<TokenAnswer> lostAnswers() {
        return Stream.of(
                new TokenAnswer.Unreachable("No answer in time", true, true),
                new TokenAnswer.Unusable(200, "<html>"),
                new TokenAnswer.Unusable(204, ""),
                new TokenAnswer.Unusable(502, "Bad gateway"),
                new TokenAnswer.Unusable(504, "Too late"));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void asksNoMoreBeforeTheEndIfTheVendorMayHaveCarriedItOut(TokenAnswer answer) {
        Instance instance = bench.authorized();
        bench.vendor.answerAlways(answer);
        bench.clock.pass(Duration.ofMinutes(56));

        node.renewDue.run();
        bench.clock.pass(Duration.ofMinutes(3));
        node.renewDue.run();

        assertThat(refreshes()).isEqualTo(1);
        assertThat(bench.ledger(instance).getFirst().result())
                .isEqualTo(Attempt.Result.ANSWER_LOST);
        assertThat(bench.grant(instance).refreshAt())
                .isEqualTo(bench.grant(instance).tokens().expiresAt());
        assertThat(bench.stored(instance).authorization()).isEqualTo(new Authorization.Sound());
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void triesTheOldRefreshTokenAtTheEndIfAnAnswerWasLost(TokenAnswer answer) {
        Instance instance = bench.expired();
        bench.vendor.answerAlways(answer);
        node.renew(instance);
        bench.vendor.recover();

        bench.clock.pass(Duration.ofSeconds(59));
        assertThat(node.renew(instance)).isInstanceOf(Outcome.Resting.class);
        bench.clock.pass(Duration.ofSeconds(1));
        Outcome outcome = node.renew(instance);

        assertThat(outcome).isInstanceOf(Outcome.Renewed.class);
        assertThat(refreshes()).isEqualTo(2);
    }

    @Test
    void waitsForAsLongThoughTheTokensEndMeanwhile() {
        Instance instance = bench.authorized();
        bench.clock.pass(Duration.ofMinutes(60).minusSeconds(5));
        bench.vendor.answerAlways(new TokenAnswer.Unreachable("Cut off", false, true));
        node.renew.begin(instance.id(), 1, Attempt.Cause.AHEAD_OF_TIME).join();

        bench.clock.pass(Duration.ofSeconds(59));
        node.renew(instance);
        node.renewDue.run();

        assertThat(refreshes()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void losesNothingByAskingForTheApplicationItselfAgain(TokenAnswer answer) {
        Instance instance =
                bench.provisioned("oauthclient", Bench.draft(Bench.client(), ProviderData.none()));
        bench.clock.pass(Duration.ofHours(1));
        bench.vendor.answerAlways(answer);
        node.renew(instance);
        bench.vendor.recover();

        bench.clock.pass(Duration.ofSeconds(6));

        assertThat(node.renew(instance)).isInstanceOf(Outcome.Renewed.class);
    }

    @Test
    void saysWhatTheVendorSaid() {
        Instance instance = bench.expired();
        bench.vendor.answerAlways(new TokenAnswer.Unusable(503, "Down for the night"));

        assertThat(node.renew(instance))
                .isEqualTo(
                        new Outcome.Failed(
                                "The vendor answered a renewal with 503 and no tokens",
                                Optional.of("Down for the night"),
                                false));
        assertThat(bench.ledger(instance).getFirst().vendorStatus()).contains(503);
    }
}
