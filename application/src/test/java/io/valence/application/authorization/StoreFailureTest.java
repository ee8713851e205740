package io.valence.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.application.authorization.RenewTokens.Outcome;
import io.valence.application.bench.Bench;
import io.valence.application.bench.Node;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;
import io.valence.testkit.memory.InMemoryVendorAuthorization.Question;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** A store that cannot be reached just when the vendor has handed out the only copy. */
class StoreFailureTest {
    private final Bench bench = new Bench();
    private final Node node = new Node(bench, "node-1");

    private void assertThatTheOnlyCopyIsKept(Instance instance) {
        Grant grant = bench.grant(instance);
        assertThat(grant.generation()).isEqualTo(2);
        assertThat(grant.turn()).isEqualTo(Grant.Turn.FREE);
        assertThat(bench.vendor.asked(Question.REFRESH)).isEqualTo(1);
        assertThat(bench.ledger(instance))
                .extracting(Attempt::result)
                .containsExactly(Attempt.Result.RENEWED, Attempt.Result.RENEWED);
        assertThat(node.observed)
                .extracting(Attempt::result)
                .containsExactly(Attempt.Result.RENEWED);
        bench.clock.pass(Duration.ofHours(1));
        assertThat(node.renew(instance)).isInstanceOf(Outcome.Renewed.class);
        assertThat(bench.vendor.liveGrants()).isEqualTo(1);
    }

    @Test
    void triesToKeepNewTokensUntilItSucceeds() {
        Instance instance = bench.expired();
        node.grants.failToRenew(7);

        assertThat(node.renew(instance)).isInstanceOf(Outcome.Renewed.class);

        assertThatTheOnlyCopyIsKept(instance);
    }

    @Test
    void knowsItsOwnTokensThatWereKeptWithoutAWord() {
        Instance instance = bench.expired();
        node.grants.loseWordOfRenewing();

        assertThat(node.renew(instance)).isInstanceOf(Outcome.Renewed.class);

        assertThatTheOnlyCopyIsKept(instance);
    }

    @Test
    void keepsTheTurnMeanwhileAndNoCallerWaiting() throws Exception {
        RenewalPace hurried =
                new RenewalPace(
                        Duration.ofMillis(30),
                        Duration.ofSeconds(60),
                        Duration.ofMillis(30),
                        Duration.ofMillis(5),
                        Duration.ofMinutes(5));
        Node slow = new Node(bench, "node-2", hurried);
        Instance instance = bench.expired();
        slow.grants.failToRenew(Integer.MAX_VALUE);

        assertThat(slow.renew(instance)).isInstanceOf(Outcome.StillUnderWay.class);
        for (int i = 0; i < 5; i++) {
            int keeps = slow.grants.keeps() + 2;
            while (slow.grants.keeps() < keeps) {
                Thread.sleep(1);
            }
            bench.clock.pass(Duration.ofMillis(20));
            assertThat(bench.grant(instance).turn()).isEqualTo(Grant.Turn.HELD);
        }
        slow.grants.failToRenew(0);

        assertThat(slow.renew.begin(instance.id(), 1, Attempt.Cause.EXPIRED).join())
                .isInstanceOf(Outcome.Renewed.class);
        assertThat(bench.vendor.asked(Question.REFRESH)).isEqualTo(1);
    }

    @Test
    void givesUpOnceTheDeadlineHasPassed() {
        RenewalPace brief =
                new RenewalPace(
                        Duration.ofSeconds(30),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(15),
                        Duration.ofMillis(5),
                        Duration.ofMinutes(5));
        Node hopeless = new Node(bench, "node-2", brief);
        Instance instance = bench.expired();
        hopeless.grants.failToRenew(Integer.MAX_VALUE);

        assertThatThrownBy(() -> hopeless.renew(instance))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no connection to the store");
        assertThat(bench.grant(instance).generation()).isEqualTo(1);
    }
}
