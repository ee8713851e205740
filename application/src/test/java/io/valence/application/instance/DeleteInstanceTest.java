package io.valence.application.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.bench.Bench;
import io.valence.application.bench.Node;
import io.valence.domain.instance.GiveBack;
import io.valence.domain.instance.GiveBacks;
import io.valence.domain.instance.Instance;
import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class DeleteInstanceTest {
    private final Bench bench = new Bench();

    private List<GiveBack> toBeGivenBack() {
        return bench.instances.giveBacks().due(bench.clock.instant(), 10).stream()
                .map(GiveBacks.Kept::giveBack)
                .toList();
    }

    @Test
    void keepsWhatIsToBeGivenBackForADay() {
        Instance instance = bench.authorized();
        var tokens = bench.grant(instance).tokens();

        assertThat(bench.delete.delete(bench.ada, new InstanceReference.ById(instance.id())))
                .isTrue();

        assertThat(bench.everything()).isEmpty();
        assertThat(toBeGivenBack())
                .singleElement()
                .satisfies(
                        kept -> {
                            assertThat(kept.tokens()).isEqualTo(tokens);
                            assertThat(kept.until()).isEqualTo(Bench.NOW.plus(Duration.ofDays(1)));
                            assertThat(kept.client().revokeUrl().orElseThrow())
                                    .hasToString("https://auth.example.com/revoke");
                        });
        assertThat(bench.vendor.liveGrants()).isEqualTo(1);
    }

    @Test
    void removesByToken() {
        Instance instance = bench.authorized();

        assertThat(bench.delete.delete(bench.ada, new InstanceReference.ByToken(instance.token())))
                .isTrue();

        assertThat(toBeGivenBack()).hasSize(1);
    }

    @Test
    void givesNothingBackToAVendorThatTakesNothingBack() {
        Instance instance =
                bench.provisioned(
                        "oauthkeeping", Bench.draft(Bench.client(), Bench.came(bench.consent())));

        assertThat(bench.delete.delete(bench.ada, new InstanceReference.ById(instance.id())))
                .isTrue();

        assertThat(toBeGivenBack()).isEmpty();
        assertThat(bench.everything()).isEmpty();
    }

    @Test
    void givesNothingBackOfAnInstanceWithoutTokens() {
        Instance instance = bench.provisioned();

        assertThat(bench.delete.delete(bench.ada, new InstanceReference.ById(instance.id())))
                .isTrue();

        assertThat(toBeGivenBack()).isEmpty();
    }

    @Test
    void leavesOthersInstancesAlone() {
        Instance instance = bench.authorized();

        assertThat(bench.delete.delete(bench.stranger, new InstanceReference.ById(instance.id())))
                .isFalse();

        assertThat(bench.everything()).hasSize(1);
        assertThat(toBeGivenBack()).isEmpty();
    }

    @Test
    void givesBackTheTokensThatThereAreWhenItIsRemoved() {
        Instance instance = bench.authorized();
        Node node = new Node(bench, "node-1");
        bench.interposed.beforeWriting(() -> node.renew(instance));

        assertThat(bench.delete.delete(bench.ada, new InstanceReference.ById(instance.id())))
                .isTrue();

        assertThat(toBeGivenBack())
                .singleElement()
                .satisfies(
                        kept ->
                                assertThat(kept.tokens().refresh())
                                        .contains(Secret.of("refresh-2")));
        bench.giveBack.run();
        assertThat(bench.vendor.liveGrants()).isZero();
    }
}
