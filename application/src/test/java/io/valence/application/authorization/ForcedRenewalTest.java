package io.valence.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.bench.Bench;
import io.valence.application.bench.Node;
import io.valence.application.call.CallVendor;
import io.valence.application.call.Setback;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Instance;
import io.valence.testkit.memory.InMemoryVendorAuthorization.Question;
import io.valence.testkit.memory.InMemoryVendors.Reply;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a vendor's 401 brings about. */
class ForcedRenewalTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Bench bench = new Bench();
    private final Node node = new Node(bench, "node-1");

    ForcedRenewalTest() {
        bench.api.answer("/v1/a", Reply.json(200, "{}"));
        bench.api.letIn(Node.currentAt(bench.vendor));
    }

    private int refreshes() {
        return bench.vendor.asked(Question.REFRESH);
    }

    private int status(Instance instance) {
        return Node.status(node.get(instance, "/a"));
    }

    /** Of tokens as the vendor hands them out, changed like this. */
    private Instance authorized(Optional<Duration> lifetime, boolean renewable) {
        bench.vendor.distortNext(
                answer -> {
                    var granted = (TokenAnswer.Granted) answer;
                    return new TokenAnswer.Granted(
                            granted.access(),
                            renewable ? granted.refresh() : Optional.empty(),
                            lifetime,
                            Optional.empty());
                });
        return bench.authorized();
    }

    @Nested
    class ThatFails {
        /** Ten calls a second and the task that renews ahead of time, for so many seconds. */
        private void callFor(Instance instance, int seconds) {
            for (int second = 0; second < seconds; second++) {
                for (int i = 0; i < 10; i++) {
                    assertThat(status(instance)).isEqualTo(401);
                }
                node.renewDue.run();
                bench.clock.pass(Duration.ofSeconds(1));
            }
        }

        private Instance refused() {
            Instance instance = bench.authorized();
            bench.clock.pass(Duration.ofMinutes(5));
            bench.vendor.forgetAccessTokens();
            return instance;
        }

        @Test
        void isRestedAfterThoughTheTokensAreNotPastTheirEnd() {
            Instance instance = refused();
            bench.vendor.answerAlways(new TokenAnswer.Unusable(500, "Sorry"));

            callFor(instance, 30);
            assertThat(refreshes()).isEqualTo(1);

            callFor(instance, 570);
            assertThat(refreshes()).isBetween(5, 25);
        }

        @Test
        void isRepeatedAfterTheRest() {
            Instance instance = refused();
            bench.vendor.answerAlways(new TokenAnswer.Unusable(500, "Sorry"));
            callFor(instance, 1);
            bench.vendor.recover();

            bench.clock.pass(Duration.ofSeconds(70));

            assertThat(status(instance)).isEqualTo(200);
        }

        @Test
        void isRestedAfterOnEveryNode() {
            Instance instance = refused();
            bench.vendor.answerAlways(new TokenAnswer.Unusable(500, "Sorry"));

            for (int i = 0; i < 5; i++) {
                Node another = new Node(bench, "node-" + i);
                assertThat(Node.status(another.get(instance, "/a"))).isEqualTo(401);
            }

            assertThat(refreshes()).isEqualTo(1);
        }

        @Test
        void doesNotShowTheRefreshTokenAgainSoonAfterItsAnswerWasLost() {
            for (Attempt.Cause cause :
                    List.of(Attempt.Cause.AHEAD_OF_TIME, Attempt.Cause.UNAUTHORIZED)) {
                Instance instance = bench.authorized();
                int before = refreshes();
                bench.clock.pass(Duration.ofMinutes(56));
                bench.vendor.answerAlways(new TokenAnswer.Unreachable("Cut off", false, true));
                node.renew.begin(instance.id(), 1, cause).join();
                bench.vendor.recover();

                bench.clock.pass(Duration.ofSeconds(59));
                node.renew.begin(instance.id(), 1, Attempt.Cause.UNAUTHORIZED).join();
                assertThat(refreshes()).isEqualTo(before + 1);

                bench.clock.pass(Duration.ofSeconds(1));
                assertThat(node.renew.begin(instance.id(), 1, Attempt.Cause.UNAUTHORIZED).join())
                        .isInstanceOf(RenewTokens.Outcome.Renewed.class);
            }
        }

        @Test
        void isBackedOffFromWhereTheTokensHaveNoEnd() {
            Instance instance = refused(bench.provisioned("oauthwithoutinterval", consented()));
            bench.vendor.answerAlways(new TokenAnswer.Unusable(500, "Sorry"));

            callFor(instance, 3600);

            assertThat(refreshes()).isBetween(50, 80);
        }

        private io.valence.application.instance.InstanceDraft consented() {
            bench.vendor.concealLifetime();
            return Bench.draft(Bench.client(), Bench.came(bench.consent()));
        }

        private Instance refused(Instance instance) {
            assertThat(bench.grant(instance).tokens().expiresAt()).isEmpty();
            bench.clock.pass(Duration.ofMinutes(5));
            bench.vendor.forgetAccessTokens();
            return instance;
        }
    }

    @Nested
    class WithNothingToRenewBy {
        @Test
        void isNone() {
            Instance instance = authorized(Optional.empty(), false);
            bench.vendor.forgetAccessTokens();
            int asked = bench.vendor.askedForTokens();
            int attempts = bench.ledger(instance).size();
            bench.clock.pass(HOUR);

            for (int i = 0; i < 3; i++) {
                assertThat(status(instance)).isEqualTo(401);
            }

            assertThat(bench.stored(instance).authorization()).isEqualTo(new Authorization.Sound());
            assertThat(bench.vendor.askedForTokens()).isEqualTo(asked);
            assertThat(bench.ledger(instance)).hasSize(attempts);
            assertThat(bench.grant(instance).fence()).isZero();
        }

        @Test
        void usesTheTokenOnAfterAnEndThatTheElementOnlyGuesses() {
            bench.vendor.lifetime(Duration.ofDays(365));
            Instance instance = authorized(Optional.empty(), false);

            bench.clock.pass(Duration.ofDays(300));

            assertThat(bench.grant(instance).tokens().expiresAt()).isEmpty();
            assertThat(status(instance)).isEqualTo(200);
        }

        @Test
        void usesATokenThatWasHadElsewhereOnAfterSuchAnEnd() {
            Instance instance =
                    bench.provisioned(
                            "oauth",
                            Bench.initial(
                                    Bench.clientAnd(
                                            Map.of(
                                                    "oauth.user.token",
                                                    "alone",
                                                    "oauth.user.refresh_time",
                                                    "1000000000000"))));

            assertThat(bench.grant(instance).tokens().expiresAt()).isEmpty();
        }

        @Test
        void makesTheInstanceNotValidAfterTheEndThatTheVendorStates() {
            Instance instance = authorized(Optional.of(HOUR), false);
            int asked = bench.vendor.askedForTokens();

            bench.clock.pass(Duration.ofMinutes(59));
            assertThat(status(instance)).isEqualTo(200);
            bench.clock.pass(Duration.ofMinutes(1));
            CallVendor.Outcome outcome = node.get(instance, "/a");

            assertThat(((Setback.NotValid) outcome).reason())
                    .isEqualTo(
                            "The tokens are past their end, and the vendor handed out nothing to"
                                    + " renew them by. Authorize the instance again.");
            assertThat(bench.stored(instance).authorization())
                    .isInstanceOf(Authorization.Broken.class);
            assertThat(bench.ledger(instance).getFirst().result())
                    .isEqualTo(Attempt.Result.REFUSED);
            assertThat(bench.vendor.askedForTokens()).isEqualTo(asked);
        }

        @Test
        void stillBelievesTheElementWhereSomethingRenewsTheTokens() {
            Instance instance = authorized(Optional.empty(), true);

            assertThat(bench.grant(instance).tokens().lifetime()).contains(HOUR);
            bench.clock.pass(HOUR);
            bench.vendor.keepRefreshTokens();
            bench.vendor.concealLifetime();
            assertThat(status(instance)).isEqualTo(200);
            assertThat(bench.grant(instance).tokens().lifetime()).contains(HOUR);
        }

        @Test
        void stillBelievesTheElementWhereTokensAreObtainedAnew() {
            bench.vendor.concealLifetime();

            Instance instance =
                    bench.provisioned(
                            "oauthclient", Bench.draft(Bench.client(), ProviderData.none()));

            assertThat(bench.grant(instance).tokens().lifetime()).contains(HOUR);
        }
    }
}
