package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.User;
import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.instance.GiveBack;
import io.valence.domain.instance.GiveBacks;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.Removal;
import io.valence.domain.secret.Secret;
import io.valence.testkit.sample.SampleInstances;
import io.valence.testkit.sample.SampleTokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What every store keeps of what is to be given back; mostly its instances' part brings it there.
 */
public interface GiveBacksContract extends GrantStore {
    /** A moment by which everything is due. */
    Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    /** Nothing is left of other tests. */
    @BeforeEach
    default void settleWhatOthersLeft() {
        giveBacks()
                .due(Instant.parse("2100-01-01T00:00:00Z"), 10_000)
                .forEach(kept -> giveBacks().settle(kept.id()));
    }

    private GiveBack kept(Tokens tokens) {
        User owner = newcomer();
        Instance added = SampleInstances.grantedTo(owner).addedTo(instances());
        GiveBack giveBack = SampleTokens.giveBack(tokens, NOW.plus(Duration.ofDays(3)));
        assertThat(instances().remove(owner.organization(), added.id(), 1, giveBack))
                .isEqualTo(Removal.REMOVED);
        return giveBack;
    }

    private List<GiveBacks.Kept> due(Instant now) {
        return giveBacks().due(now, 10);
    }

    @Test
    default void showsWhatIsToBeGivenBackAtOnceAndWhole() {
        GiveBack first = kept(SampleTokens.first());
        GiveBack second = kept(SampleTokens.accessAlone());

        List<GiveBacks.Kept> due = due(NOW);

        assertThat(due).extracting(GiveBacks.Kept::giveBack).containsExactly(first, second);
        assertThat(due).extracting(GiveBacks.Kept::attempts).containsOnly(0);
        assertThat(giveBacks().due(NOW, 1)).isEqualTo(due.subList(0, 1));
    }

    @Test
    default void keepsAClientThatSaysLittle() {
        User owner = newcomer();
        Instance added = SampleInstances.grantedTo(owner).addedTo(instances());
        GiveBack full = SampleTokens.giveBack(SampleTokens.first(), NOW);
        GiveBack bare =
                new GiveBack(
                        new OAuthClient(
                                full.client().tokenUrl(),
                                full.client().refreshUrl(),
                                Optional.empty(),
                                Secret.of("ïd"),
                                Secret.of("ßecret"),
                                false,
                                Optional.empty()),
                        full.tokens(),
                        NOW);

        assertThat(instances().remove(owner.organization(), added.id(), 1, bare))
                .isEqualTo(Removal.REMOVED);

        assertThat(due(NOW)).extracting(GiveBacks.Kept::giveBack).containsExactly(bare);
    }

    @Test
    default void keepsWhatNoInstanceHadYet() {
        GiveBack first = kept(SampleTokens.first());
        GiveBack unused = SampleTokens.giveBack(SampleTokens.number(2), NOW);

        giveBacks().add(unused);

        assertThat(due(NOW)).extracting(GiveBacks.Kept::giveBack).containsExactly(first, unused);
        assertThat(due(NOW).get(1).attempts()).isZero();
    }

    @Test
    default void forgetsWhatIsSettled() {
        kept(SampleTokens.first());
        GiveBack other = kept(SampleTokens.number(2));

        giveBacks().settle(due(NOW).get(0).id());
        giveBacks().settle(Long.MAX_VALUE);

        assertThat(due(NOW)).extracting(GiveBacks.Kept::giveBack).containsExactly(other);
    }

    @Test
    default void showsWhatIsPostponedNotBeforeItsMomentAndTheLongestDueFirst() {
        kept(SampleTokens.first());
        kept(SampleTokens.number(2));
        List<GiveBacks.Kept> before = due(NOW);

        giveBacks().postpone(before.get(0).id(), NOW.plusSeconds(60));
        giveBacks().postpone(before.get(1).id(), NOW.plusSeconds(30));
        giveBacks().postpone(before.get(1).id(), NOW.plusSeconds(40));

        assertThat(due(NOW)).isEmpty();
        assertThat(due(NOW.plusSeconds(40)))
                .containsExactly(
                        new GiveBacks.Kept(before.get(1).id(), before.get(1).giveBack(), 2));
        assertThat(due(NOW.plusSeconds(60)))
                .extracting(GiveBacks.Kept::id)
                .containsExactly(before.get(1).id(), before.get(0).id());
    }
}
