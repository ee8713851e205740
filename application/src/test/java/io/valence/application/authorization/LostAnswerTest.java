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

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A node that died while it asked the vendor: nobody knows what the vendor answered. */
class LostAnswerTest {
    private final Bench bench = new Bench();
    private final Node survivor = new Node(bench, "survivor");

    /** Takes a turn like a node that is about to ask, and is never heard of again. */
    private void dieInTheCall(Instance instance) {
        Grant read = bench.grant(instance);
        assertThat(
                        bench.instances
                                .grants()
                                .take(read, "dead", Node.PACE.lease(), Node.PACE.deadline()))
                .isTrue();
    }

    /** As that, after the vendor has heard the question and replaced the refresh token. */
    private void dieAfterTheVendorAnswered(Instance instance) {
        dieInTheCall(instance);
        bench.vendor.refresh(client(), bench.grant(instance).tokens().refresh().orElseThrow());
    }

    private static io.valence.domain.authorization.OAuthClient client() {
        var address = java.net.URI.create("https://auth.example.com/token");
        return new io.valence.domain.authorization.OAuthClient(
                address,
                address,
                java.util.Optional.empty(),
                io.valence.domain.secret.Secret.of("client"),
                io.valence.domain.secret.Secret.of("client-secret"),
                true,
                java.util.Optional.empty());
    }

    private CompletableFuture<Outcome> begin(Instance instance, Attempt.Cause cause) {
        return survivor.renew.begin(instance.id(), 1, cause);
    }

    @Test
    void waitsTheDeadlineOutBeforeAnybodyElseAsks() throws Exception {
        Instance instance = bench.authorized();
        bench.clock.pass(Duration.ofHours(1));
        dieInTheCall(instance);
        bench.clock.pass(Node.PACE.lease());
        assertThat(bench.grant(instance).turn()).isEqualTo(Grant.Turn.AWAITED);

        CompletableFuture<Outcome> renewal = begin(instance, Attempt.Cause.EXPIRED);
        Thread.sleep(100);

        assertThat(renewal).isNotDone();
        assertThat(bench.vendor.asked(Question.REFRESH)).isZero();
        bench.clock.pass(Node.PACE.deadline());
        assertThat(renewal.join()).isInstanceOf(Outcome.Renewed.class);
        assertThat(bench.vendor.asked(Question.REFRESH)).isEqualTo(1);
    }

    @Test
    void tellsCallersToComeBackMeanwhile() {
        Instance instance = bench.authorized();
        bench.clock.pass(Duration.ofHours(1));
        dieInTheCall(instance);

        Outcome outcome = new Node(bench, "impatient", Node.PACE).renew(instance);

        assertThat(outcome).isInstanceOf(Outcome.StillUnderWay.class);
    }

    @Test
    void usesTheTokenWhileItIsGood() {
        Instance instance = bench.authorized();
        bench.clock.pass(Duration.ofMinutes(56));
        dieInTheCall(instance);
        bench.clock.pass(Node.PACE.deadline());

        Outcome outcome = begin(instance, Attempt.Cause.AHEAD_OF_TIME).join();

        assertThat(outcome).isInstanceOf(Outcome.Kept.class);
        Grant grant = bench.grant(instance);
        assertThat(grant.refreshAt()).isEqualTo(grant.tokens().expiresAt());
        assertThat(grant.turn()).isEqualTo(Grant.Turn.FREE);
        assertThat(bench.ledger(instance).getFirst().result())
                .isEqualTo(Attempt.Result.ANSWER_LOST);
        assertThat(bench.vendor.asked(Question.REFRESH)).isZero();
        assertThat(survivor.renewDue.run()).isZero();
    }

    @Test
    void triesTheOldRefreshTokenAtTheEnd() {
        Instance instance = bench.authorized();
        bench.clock.pass(Duration.ofMinutes(56));
        dieInTheCall(instance);
        bench.clock.pass(Node.PACE.deadline());
        begin(instance, Attempt.Cause.AHEAD_OF_TIME).join();
        bench.clock.pass(Duration.ofMinutes(3));

        assertThat(survivor.renewDue.run()).isEqualTo(1);

        assertThat(bench.grant(instance).generation()).isEqualTo(2);
        assertThat(bench.vendor.asked(Question.REFRESH)).isEqualTo(1);
        assertThat(bench.vendor.liveGrants()).isEqualTo(1);
    }

    @Test
    void saysThatTheAnswerWasLostOnceTheVendorRefusesTheOldRefreshToken() {
        Instance instance = bench.authorized();
        bench.clock.pass(Duration.ofMinutes(56));
        dieAfterTheVendorAnswered(instance);
        bench.clock.pass(Node.PACE.deadline());
        begin(instance, Attempt.Cause.AHEAD_OF_TIME).join();
        assertThat(bench.vendor.asked(Question.REFRESH)).isEqualTo(1);
        bench.clock.pass(Duration.ofMinutes(3));

        Outcome outcome = survivor.renew(instance);

        assertThat(((Outcome.Broken) outcome).reason())
                .startsWith("The vendor's answer to a renewal was lost");
        assertThat(bench.stored(instance).authorization()).isInstanceOf(Authorization.Broken.class);
        assertThat(survivor.renew(instance)).isInstanceOf(Outcome.Broken.class);
        assertThat(bench.vendor.asked(Question.REFRESH)).isEqualTo(2);
    }

    @Test
    void remembersThatTheAnswerWasLostThoughTheVendorWasDownMeanwhile() {
        Instance instance = bench.authorized();
        bench.clock.pass(Duration.ofMinutes(56));
        dieAfterTheVendorAnswered(instance);
        bench.clock.pass(Node.PACE.deadline());
        begin(instance, Attempt.Cause.AHEAD_OF_TIME).join();
        bench.clock.pass(Duration.ofMinutes(3));
        bench.vendor.answerAlways(new TokenAnswer.Unusable(503, "Busy"));
        survivor.renew(instance);
        bench.vendor.recover();
        bench.clock.pass(Duration.ofMinutes(2));

        Outcome outcome = survivor.renew(instance);

        assertThat(((Outcome.Broken) outcome).reason())
                .startsWith("The vendor's answer to a renewal was lost");
    }

    @Test
    void saysSoThoughTheTokensWerePastTheirEndAlready() {
        Instance instance = bench.authorized();
        bench.clock.pass(Duration.ofHours(1));
        dieAfterTheVendorAnswered(instance);
        var died = bench.clock.instant();
        bench.clock.pass(Node.PACE.deadline());
        bench.vendor.answerAlways(new TokenAnswer.Unusable(503, "Busy"));
        survivor.renew(instance);
        bench.vendor.recover();
        bench.clock.pass(Duration.ofMinutes(2));

        Outcome outcome = survivor.renew(instance);

        assertThat(((Outcome.Broken) outcome).reason())
                .startsWith("The vendor's answer to a renewal was lost");
        Attempt lost = bench.ledger(instance).get(2);
        assertThat(lost.result()).isEqualTo(Attempt.Result.ANSWER_LOST);
        assertThat(lost.node()).isEqualTo("dead");
        assertThat(lost.at()).isEqualTo(died);
    }

    @Test
    void doesNotSpareATokenThatTheVendorRefuses() {
        Instance instance = bench.authorized();
        dieInTheCall(instance);
        bench.clock.pass(Node.PACE.deadline());

        Outcome outcome = begin(instance, Attempt.Cause.UNAUTHORIZED).join();

        assertThat(outcome).isInstanceOf(Outcome.Renewed.class);
    }

    @Test
    void takesALateAnswerForTheOnlyCopy() {
        Instance instance = bench.authorized();
        bench.clock.pass(Duration.ofHours(1));
        var opens = new java.util.concurrent.CountDownLatch(1);
        bench.vendor.answerWhen(opens);
        CompletableFuture<Outcome> late = begin(instance, Attempt.Cause.EXPIRED);
        while (bench.vendor.asked(Question.REFRESH) == 0) {
            Thread.onSpinWait();
        }
        bench.clock.pass(Node.PACE.deadline());
        assertThat(bench.grant(instance).turn()).isEqualTo(Grant.Turn.LOST);

        opens.countDown();

        assertThat(late.join()).isInstanceOf(Outcome.Renewed.class);
        assertThat(bench.grant(instance).generation()).isEqualTo(2);
        assertThat(bench.vendor.letsIn(bench.grant(instance).tokens().access())).isTrue();
    }
}
