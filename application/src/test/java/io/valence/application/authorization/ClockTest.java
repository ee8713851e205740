package io.valence.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.authorization.RenewTokens.Outcome;
import io.valence.application.bench.Bench;
import io.valence.application.bench.Node;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;
import io.valence.testkit.memory.InMemoryVendorAuthorization;
import io.valence.testkit.memory.InMemoryVendorAuthorization.Question;
import io.valence.testkit.memory.InMemoryVendors.Reply;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** A clock that jumps costs a request or two, and no storm of them. */
class ClockTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Bench bench = new Bench();
    private final Node node = new Node(bench, "node-1");

    private int refreshes() {
        return bench.vendor.asked(Question.REFRESH);
    }

    private void callForAMinute(Instance instance) {
        for (int second = 0; second < 60; second++) {
            for (int i = 0; i < 10; i++) {
                assertThat(Node.status(node.get(instance, "/a"))).isEqualTo(200);
            }
            node.renewDue.run();
            bench.clock.pass(Duration.ofSeconds(1));
        }
    }

    @Test
    void renewsOnceAfterAJumpForward() {
        bench.api.answer("/v1/a", Reply.json(200, "{}"));
        Instance instance = bench.authorized();

        bench.clock.pass(DAY);
        callForAMinute(instance);

        assertThat(refreshes()).isEqualTo(1);
    }

    @Test
    void renewsNothingAfterAJumpBack() {
        bench.api.answer("/v1/a", Reply.json(200, "{}"));
        Instance instance = bench.authorized();

        bench.clock.pass(DAY.negated());
        callForAMinute(instance);

        assertThat(refreshes()).isZero();
    }

    @Test
    void renewsOnceThoughTheClockGoesToAndFro() {
        bench.api.answer("/v1/a", Reply.json(200, "{}"));
        Instance instance = bench.authorized();

        for (int i = 0; i < 10; i++) {
            bench.clock.pass(DAY);
            callForAMinute(instance);
            bench.clock.pass(DAY.negated());
            callForAMinute(instance);
        }

        assertThat(refreshes()).isLessThanOrEqualTo(2);
    }

    @Test
    void healsATokenThatAClockGoneBackTakesForGood() {
        InMemoryVendorAuthorization vendor = bench.vendor;
        bench.api.answer("/v1/a", Reply.json(200, "{}"));
        bench.api.letIn(Node.currentAt(vendor));
        Instance instance = bench.authorized();
        bench.clock.pass(Duration.ofHours(-2));
        vendor.forgetAccessTokens();

        callForAMinute(instance);

        assertThat(refreshes()).isEqualTo(1);
    }

    @Test
    void doesNotRestForADayBecauseTheClockHasGoneBack() {
        Instance instance = bench.authorized();
        bench.clock.pass(DAY.multipliedBy(2));
        bench.vendor.answerAlways(new TokenAnswer.Unusable(500, "Sorry"));
        assertThat(node.renew(instance)).isInstanceOf(Outcome.Failed.class);
        bench.vendor.recover();

        bench.clock.pass(DAY.negated());

        assertThat(node.renew(instance)).isInstanceOf(Outcome.Renewed.class);
        assertThat(refreshes()).isEqualTo(2);
    }

    @Test
    void sendsNothingAfterTheProcessHasStoodStillInItsTurn() {
        Instance instance = bench.authorized();
        bench.clock.pass(Duration.ofHours(1));
        node.grants.afterTaking(() -> bench.clock.pass(Node.PACE.deadline()));

        assertThat(node.renew(instance)).isInstanceOf(Outcome.Failed.class);
        assertThat(refreshes()).isZero();
        assertThat(bench.grant(instance).turn()).isEqualTo(Grant.Turn.FREE);

        node.grants.afterTaking(() -> {});
        bench.clock.pass(Duration.ofSeconds(60));
        assertThat(node.renew(instance)).isInstanceOf(Outcome.Renewed.class);
    }

    @Test
    void leavesTheTurnToWhoeverTookItWhileTheProcessStoodStill() {
        Instance instance = bench.authorized();
        Node other = new Node(bench, "node-2");
        bench.clock.pass(Duration.ofHours(1));
        node.grants.afterTaking(
                () -> {
                    node.grants.afterTaking(() -> {});
                    bench.clock.pass(Node.PACE.deadline());
                    assertThat(other.renew(instance)).isInstanceOf(Outcome.Renewed.class);
                });

        node.renew(instance);

        assertThat(refreshes()).isEqualTo(1);
        assertThat(bench.vendor.liveGrants()).isEqualTo(1);
        assertThat(bench.grant(instance).generation()).isEqualTo(2);
    }
}
