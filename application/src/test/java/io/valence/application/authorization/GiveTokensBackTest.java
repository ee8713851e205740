package io.valence.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.bench.Bench;
import io.valence.application.instance.InstanceReference;
import io.valence.domain.authorization.Revocation;
import io.valence.domain.instance.Instance;
import io.valence.testkit.memory.InMemoryVendorAuthorization.Question;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class GiveTokensBackTest {
    private final Bench bench = new Bench();

    private void deleted() {
        Instance instance = bench.authorized();
        bench.delete.delete(bench.ada, new InstanceReference.ById(instance.id()));
    }

    private int attempts() {
        return bench.vendor.asked(Question.REVOKE);
    }

    @Test
    void givesBackOnce() {
        deleted();
        assertThat(bench.vendor.liveGrants()).isEqualTo(1);

        assertThat(bench.giveBack.run()).isEqualTo(1);

        assertThat(bench.vendor.liveGrants()).isZero();
        assertThat(bench.giveBack.run()).isZero();
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void triesAgainLaterIfTheVendorCannotTakeThemNow() {
        deleted();
        bench.vendor.answerRevocations(Revocation.POSTPONED);

        assertThat(bench.giveBack.run()).isEqualTo(1);
        assertThat(bench.giveBack.run()).isZero();
        bench.clock.pass(Duration.ofSeconds(30));
        assertThat(bench.giveBack.run()).isEqualTo(1);
        bench.clock.pass(Duration.ofSeconds(30));
        assertThat(bench.giveBack.run()).isZero();
        bench.vendor.recover();
        bench.clock.pass(Duration.ofSeconds(30));

        assertThat(bench.giveBack.run()).isEqualTo(1);
        assertThat(bench.vendor.liveGrants()).isZero();
    }

    @Test
    void givesUpAfterADay() {
        deleted();
        bench.vendor.answerRevocations(Revocation.POSTPONED);

        for (int minute = 0; minute < 3 * 24 * 60; minute++) {
            bench.giveBack.run();
            bench.clock.pass(Duration.ofMinutes(1));
        }

        assertThat(attempts()).isBetween(8, 20);
        int sofar = attempts();
        bench.clock.pass(Duration.ofDays(10));
        assertThat(bench.giveBack.run()).isZero();
        assertThat(attempts()).isEqualTo(sofar);
    }

    @Test
    void givesBackAllThatAreDue() {
        for (int i = 0; i < 60; i++) {
            deleted();
        }

        assertThat(bench.giveBack.run() + bench.giveBack.run()).isEqualTo(60);
        assertThat(bench.vendor.liveGrants()).isZero();
    }
}
