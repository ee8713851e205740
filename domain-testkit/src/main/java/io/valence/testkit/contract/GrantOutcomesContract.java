package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.authorization.Tokens;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Attempt.Result;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Grant.Turn;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.Removal;
import io.valence.testkit.sample.SampleInstances;
import io.valence.testkit.sample.SampleTokens;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What every store keeps of the ends of turns: new tokens, or none. */
public interface GrantOutcomesContract extends GrantStore {
    /** When to try again. */
    Instant LATER = Instant.parse("2026-05-06T07:08:09.000001Z");

    /** What an instance is that a vendor refuses. */
    Authorization.Broken REFUSED =
            new Authorization.Broken("invalid_grant", Instant.parse("2026-05-06T07:08:09.123Z"));

    private Instance granted() {
        return SampleInstances.grantedTo(newcomer()).addedTo(instances());
    }

    private Grant read(Instance instance) {
        return grants().find(instance.id()).orElseThrow();
    }

    private Authorization authorization(Instance instance) {
        return instances()
                .find(instance.owner().organization(), instance.id())
                .orElseThrow()
                .authorization();
    }

    private long taken(Instance instance) {
        assertThat(
                        grants().take(
                                        read(instance),
                                        "node-1",
                                        GrantTurnsContract.LEASE,
                                        GrantTurnsContract.DEADLINE))
                .isTrue();
        return read(instance).fence();
    }

    private boolean renew(Instance instance, long generation, Tokens tokens) {
        return grants().renew(
                        instance.id(),
                        generation,
                        tokens,
                        Optional.of(LATER),
                        SampleTokens.attempt(generation, Result.RENEWED));
    }

    private void refuse(Instance instance, long generation, long fence) {
        grants().giveUp(
                        instance.id(),
                        generation,
                        fence,
                        Optional.empty(),
                        Optional.of(REFUSED),
                        SampleTokens.attempt(generation, Result.REFUSED));
    }

    private List<Result> results(Instance instance) {
        return grants().ledger(instance.id(), 100).stream().map(Attempt::result).toList();
    }

    @Test
    default void endsATurnWithNewTokens() {
        Instance added = granted();
        long fence = taken(added);

        boolean renewed = renew(added, 1, SampleTokens.number(2));

        assertThat(renewed).isTrue();
        assertThat(read(added))
                .isEqualTo(
                        new Grant(
                                added.id(),
                                2,
                                SampleTokens.number(2),
                                Turn.FREE,
                                fence,
                                Optional.of(LATER)));
        assertThat(grants().ledger(added.id(), 1))
                .containsExactly(SampleTokens.attempt(1, Result.RENEWED));
        assertThat(authorization(added)).isEqualTo(new Authorization.Sound());
    }

    @Test
    default void takesNewTokensThatLackARefreshTokenAndAnEnd() {
        Instance added = granted();

        assertThat(renew(added, 1, SampleTokens.accessAlone())).isTrue();

        assertThat(read(added).tokens()).isEqualTo(SampleTokens.accessAlone());
    }

    @Test
    default void takesNewTokensFromOneWhoseTurnIsSomebodyElsesByNow() {
        Instance added = granted();
        taken(added);
        pass(GrantTurnsContract.DEADLINE.plusSeconds(1));
        long second = taken(added);

        boolean renewed = renew(added, 1, SampleTokens.number(2));

        assertThat(renewed).isTrue();
        assertThat(read(added).tokens()).isEqualTo(SampleTokens.number(2));
        assertThat(read(added).turn()).isEqualTo(Turn.FREE);
        assertThat(grants().keep(added.id(), second, Duration.ofSeconds(9))).isFalse();
    }

    @Test
    default void takesTheFirstOfTwoThatReplaceTheSameTokens() {
        Instance added = granted();
        assertThat(renew(added, 1, SampleTokens.number(2))).isTrue();

        boolean second = renew(added, 1, SampleTokens.number(3));

        assertThat(second).isFalse();
        assertThat(read(added).tokens()).isEqualTo(SampleTokens.number(2));
        assertThat(read(added).generation()).isEqualTo(2);
        assertThat(results(added))
                .containsExactly(Result.OVERTAKEN, Result.RENEWED, Result.RENEWED);
    }

    @Test
    default void saysYesAgainToWhoeverRepeats() {
        Instance added = granted();
        assertThat(renew(added, 1, SampleTokens.number(2))).isTrue();

        boolean again = renew(added, 1, SampleTokens.number(2));

        assertThat(again).isTrue();
        assertThat(read(added).generation()).isEqualTo(2);
        assertThat(results(added)).containsExactly(Result.RENEWED, Result.RENEWED);
        assertThat(renew(added, 2, SampleTokens.number(3))).isTrue();
        assertThat(renew(added, 1, SampleTokens.number(2))).isFalse();
    }

    @Test
    default void takesOneOfManyThatReplaceTheSameTokensTogether() {
        for (boolean broken : List.of(false, true)) {
            Instance added = granted();
            if (broken) {
                refuse(added, 1, taken(added));
            }

            List<Boolean> renewed =
                    Together.threads(8, thread -> renew(added, 1, SampleTokens.number(2 + thread)));

            assertThat(renewed).containsOnlyOnce(true);
            assertThat(read(added).generation()).isEqualTo(2);
            assertThat(read(added).tokens())
                    .isEqualTo(SampleTokens.number(2 + renewed.indexOf(true)));
            assertThat(authorization(added)).isEqualTo(new Authorization.Sound());
            assertThat(results(added)).filteredOn(Result.OVERTAKEN::equals).hasSize(7);
        }
    }

    @Test
    default void makesABrokenInstanceSoundWithNewTokens() {
        Instance added =
                SampleInstances.grantedTo(newcomer())
                        .broken("revoked", Instant.EPOCH)
                        .addedTo(instances());

        assertThat(renew(added, 1, SampleTokens.number(2))).isTrue();

        assertThat(authorization(added)).isEqualTo(new Authorization.Sound());
    }

    @Test
    default void endsATurnWithoutNewTokens() {
        Instance added = granted();
        long fence = taken(added);
        Attempt attempt = SampleTokens.attempt(1, Result.FAILED);

        grants().giveUp(added.id(), 1, fence, Optional.of(LATER), Optional.empty(), attempt);

        assertThat(read(added))
                .isEqualTo(
                        new Grant(
                                added.id(),
                                1,
                                SampleTokens.first(),
                                Turn.FREE,
                                fence,
                                Optional.of(LATER)));
        assertThat(authorization(added)).isEqualTo(new Authorization.Sound());
        assertThat(grants().ledger(added.id(), 1)).containsExactly(attempt);
    }

    @Test
    default void breaksAnInstanceWhoseTokensAreRefused() {
        Instance added = granted();

        refuse(added, 1, taken(added));

        assertThat(authorization(added)).isEqualTo(REFUSED);
        assertThat(read(added).turn()).isEqualTo(Turn.FREE);
        assertThat(read(added).refreshAt()).isEmpty();
        assertThat(read(added).tokens()).isEqualTo(SampleTokens.first());
        assertThat(renew(added, 1, SampleTokens.number(2))).isTrue();
        assertThat(authorization(added)).isEqualTo(new Authorization.Sound());
    }

    @Test
    default void breaksAnInstanceAgainWhoseNewTokensAreRefused() {
        Instance added = granted();
        refuse(added, 1, taken(added));
        assertThat(renew(added, 1, SampleTokens.number(2))).isTrue();

        refuse(added, 2, taken(added));

        assertThat(authorization(added)).isEqualTo(REFUSED);
        assertThat(results(added)).startsWith(Result.REFUSED, Result.RENEWED, Result.REFUSED);
    }

    @Test
    default void leavesTheTurnOfSomebodyElseWhenOneIsGivenUpLate() {
        Instance added = granted();
        long first = taken(added);
        pass(GrantTurnsContract.DEADLINE.plusSeconds(1));
        long second = taken(added);

        grants().giveUp(
                        added.id(),
                        1,
                        first,
                        Optional.of(LATER),
                        Optional.empty(),
                        SampleTokens.attempt(1, Result.FAILED));
        refuse(added, 1, first);

        assertThat(read(added).turn()).isEqualTo(Turn.HELD);
        assertThat(read(added).fence()).isEqualTo(second);
        assertThat(read(added).refreshAt()).isNotEqualTo(Optional.of(LATER)).isPresent();
        assertThat(authorization(added)).isEqualTo(REFUSED);
        assertThat(results(added)).startsWith(Result.REFUSED, Result.FAILED);
    }

    @Test
    default void breaksNothingWhoseTokensAreReplacedMeanwhile() {
        Instance added = granted();
        taken(added);
        pass(GrantTurnsContract.DEADLINE.plusSeconds(1));
        long second = taken(added);
        assertThat(renew(added, 1, SampleTokens.number(2))).isTrue();

        refuse(added, 1, second);

        assertThat(authorization(added)).isEqualTo(new Authorization.Sound());
        assertThat(read(added).tokens()).isEqualTo(SampleTokens.number(2));
        assertThat(read(added).refreshAt()).contains(LATER);
        assertThat(results(added)).startsWith(Result.REFUSED, Result.RENEWED);
    }

    @Test
    default void isSoundWithNewTokensAndBrokenWithRefusedOnesHoweverTheyMeet() {
        for (int round = 0; round < 10; round++) {
            Instance added = granted();
            long fence = taken(added);

            List<Boolean> renewed =
                    Together.threads(
                            2,
                            thread -> {
                                if (thread == 0) {
                                    return renew(added, 1, SampleTokens.number(2));
                                }
                                refuse(added, 1, fence);
                                return true;
                            });

            assertThat(renewed).containsOnly(true);
            assertThat(read(added).tokens()).isEqualTo(SampleTokens.number(2));
            assertThat(authorization(added)).isEqualTo(new Authorization.Sound());
        }
    }

    @Test
    default void endsNothingOfAnInstanceThatIsRemoved() {
        Instance added = granted();
        long fence = taken(added);
        assertThat(instances().remove(added.owner().organization(), added.id())).isTrue();

        boolean renewed = renew(added, 1, SampleTokens.number(2));
        refuse(added, 1, fence);

        assertThat(renewed).isFalse();
        assertThat(grants().find(added.id())).isEmpty();
        assertThat(grants().ledger(added.id(), 10)).isEmpty();
        assertThat(
                        renew(
                                SampleInstances.of(newcomer()).number(unused()).instance(),
                                1,
                                SampleTokens.first()))
                .isFalse();
    }

    private InstanceId unused() {
        return instances().nextId();
    }

    @Test
    default void endsWellHoweverAnInstanceIsRemovedMeanwhile() {
        for (int round = 0; round < 30; round++) {
            Instance added = granted();
            long fence = taken(added);

            List<Boolean> removed =
                    Together.threads(
                            3,
                            thread -> {
                                if (thread == 0) {
                                    return instances()
                                            .remove(added.owner().organization(), added.id());
                                }
                                if (thread == 1) {
                                    refuse(added, 1, fence);
                                } else {
                                    renew(added, 1, SampleTokens.number(2));
                                }
                                return true;
                            });

            assertThat(removed).containsOnly(true);
            assertThat(grants().find(added.id())).isEmpty();
            assertThat(grants().ledger(added.id(), 10)).isEmpty();
        }
    }

    @Test
    default void renewsOrRemovesTheTokensThatARemovalNames() {
        for (int round = 0; round < 30; round++) {
            Instance added = granted();
            taken(added);

            List<Boolean> done =
                    Together.threads(
                            2,
                            thread ->
                                    thread == 0
                                            ? renew(added, 1, SampleTokens.number(2))
                                            : isRemoved(added));

            assertThat(done).containsOnlyOnce(true);
            assertThat(grants().find(added.id()).isPresent()).isEqualTo(done.get(0));
        }
    }

    private boolean isRemoved(Instance instance) {
        return instances()
                        .remove(
                                instance.owner().organization(),
                                instance.id(),
                                1,
                                SampleTokens.giveBack(SampleTokens.first(), Instant.EPOCH))
                == Removal.REMOVED;
    }
}
