package io.valence.application.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.authorization.RenewTokens;
import io.valence.application.bench.Bench;
import io.valence.application.bench.Node;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Instance;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class ShowHealthTest {
    private final Bench bench = new Bench();
    private final Node node = new Node(bench, "node-1");
    private final ShowHealth show = new ShowHealth(bench.find, bench.instances.grants());

    private ShowHealth.Health health(Instance instance) {
        return show.show(bench.ada, new InstanceReference.ById(instance.id())).orElseThrow();
    }

    @Test
    void tellsWhenTokensWereLastHad() {
        Instance instance = bench.authorized();
        bench.clock.pass(Duration.ofHours(2));
        assertThat(node.renew(instance)).isInstanceOf(RenewTokens.Outcome.Renewed.class);

        assertThat(health(instance).lastSuccess()).contains(Bench.NOW.plus(Duration.ofHours(2)));
    }

    @Test
    void tellsItHoweverOftenTheVendorFailedSince() {
        Instance instance = bench.authorized();
        bench.vendor.answerAlways(new TokenAnswer.Unusable(503, "Busy"));
        for (int i = 0; i < 25; i++) {
            bench.clock.pass(Duration.ofHours(1));
            assertThat(node.renew(instance)).isInstanceOf(RenewTokens.Outcome.Failed.class);
        }

        ShowHealth.Health health = health(instance);

        assertThat(health.attempts())
                .hasSize(20)
                .noneMatch(attempt -> attempt.result() == Attempt.Result.RENEWED);
        assertThat(health.lastSuccess()).contains(Bench.NOW);
    }

    @Test
    void tellsNothingOfAnInstanceWithoutTokens() {
        ShowHealth.Health health = health(bench.provisioned());

        assertThat(health.lastSuccess()).isEmpty();
        assertThat(health.attempts()).isEmpty();
    }
}
