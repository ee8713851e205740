package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.authorization.Tokens;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.FirstGrant;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Grant.Turn;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.secret.Secret;
import io.valence.testkit.sample.SampleInstances;
import io.valence.testkit.sample.SampleTokens;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What every store keeps of the turns in which tokens are renewed. */
public interface GrantTurnsContract extends GrantStore {
    /** For how long a turn is held at first. */
    Duration LEASE = Duration.ofMinutes(2);

    /** For how long its outcome is awaited. */
    Duration DEADLINE = Duration.ofMinutes(10);

    private Instance granted() {
        return SampleInstances.grantedTo(newcomer()).addedTo(instances());
    }

    private Grant read(InstanceId instance) {
        return grants().find(instance).orElseThrow();
    }

    private boolean take(Grant read) {
        return grants().take(read, "node-1", LEASE, DEADLINE);
    }

    @Test
    default void findsNoGrantOfAnInstanceWithoutOne() {
        Instance without = SampleInstances.authorizedFor(newcomer()).addedTo(instances());

        assertThat(grants().find(without.id())).isEmpty();
        assertThat(grants().find(new InstanceId(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    default void keepsTokensOfWhichLittleIsKnown() {
        Instance added =
                SampleInstances.bare(newcomer())
                        .granted(SampleTokens.accessAlone())
                        .addedTo(instances());

        Grant grant = read(added.id());

        assertThat(grant.tokens()).isEqualTo(SampleTokens.accessAlone());
        assertThat(grant.refreshAt()).isEmpty();
    }

    @Test
    default void givesATurnThatIsFree() {
        Grant free = read(granted().id());

        boolean taken = take(free);

        Grant held = read(free.instance());
        assertThat(taken).isTrue();
        assertThat(held.turn()).isEqualTo(Turn.HELD);
        assertThat(held.fence()).isEqualTo(free.fence() + 1);
        assertThat(held.generation()).isEqualTo(free.generation());
        assertThat(held.tokens()).isEqualTo(free.tokens());
        assertThat(held.refreshAt()).isEqualTo(free.refreshAt());
    }

    @Test
    default void givesNoTurnThatIsHeldWhoeverAsks() {
        Grant free = read(granted().id());
        assertThat(take(free)).isTrue();

        assertThat(take(free)).isFalse();
        assertThat(take(read(free.instance()))).isFalse();
    }

    @Test
    default void awaitsTheOutcomeOfATurnThatIsNotHeldAnyMore() {
        Grant free = read(granted().id());
        assertThat(take(free)).isTrue();

        pass(LEASE.plusSeconds(1));

        Grant awaited = read(free.instance());
        assertThat(awaited.turn()).isEqualTo(Turn.AWAITED);
        assertThat(take(awaited)).isFalse();
        assertThat(take(free)).isFalse();
    }

    @Test
    default void givesATurnWhoseOutcomeIsLost() {
        Grant free = read(granted().id());
        assertThat(take(free)).isTrue();

        pass(DEADLINE.plusSeconds(1));

        Grant lost = read(free.instance());
        assertThat(lost.turn()).isEqualTo(Turn.LOST);
        assertThat(take(free)).isFalse();
        assertThat(take(lost)).isTrue();
        assertThat(read(free.instance()).turn()).isEqualTo(Turn.HELD);
        assertThat(read(free.instance()).fence()).isEqualTo(free.fence() + 2);
    }

    @Test
    default void keepsInTheLedgerWhoseOutcomeIsLost() {
        Grant free = read(granted().id());
        assertThat(take(free)).isTrue();
        pass(DEADLINE.plusSeconds(1));
        Grant lost = read(free.instance());
        assertThat(grants().ledger(free.instance(), 10)).hasSize(1);

        assertThat(grants().take(lost, "node-2", LEASE, DEADLINE)).isTrue();

        Attempt attempt = grants().ledger(free.instance(), 10).get(0);
        assertThat(grants().ledger(free.instance(), 10)).hasSize(2);
        assertThat(attempt)
                .isEqualTo(
                        new Attempt(
                                attempt.at(),
                                attempt.cause(),
                                "node-1",
                                free.generation(),
                                Optional.empty(),
                                Optional.empty(),
                                Attempt.Result.ANSWER_LOST));
        assertThat(grants().take(lost, "node-2", LEASE, DEADLINE)).isFalse();
        assertThat(grants().ledger(free.instance(), 10)).hasSize(2);
    }

    @Test
    default void keepsInTheLedgerWhyAsFarAsTheTimesTell() {
        Instant past = Instant.parse("2000-01-01T00:00:00Z");
        Instant farAway = Instant.parse("2999-01-01T00:00:00Z");

        assertThat(causeOfALostTurn(past, past)).isEqualTo(Attempt.Cause.EXPIRED);
        assertThat(causeOfALostTurn(farAway, past)).isEqualTo(Attempt.Cause.AHEAD_OF_TIME);
        assertThat(causeOfALostTurn(farAway, farAway)).isEqualTo(Attempt.Cause.UNAUTHORIZED);
    }

    private Attempt.Cause causeOfALostTurn(Instant end, Instant refreshAt) {
        Tokens tokens =
                new Tokens(
                        Secret.of("access"),
                        Optional.of(Secret.of("refresh")),
                        SampleTokens.OBTAINED_AT,
                        Optional.of(end));
        Attempt begun = SampleTokens.grantOf(tokens).attempt();
        InstanceId instance =
                SampleInstances.bare(newcomer())
                        .granted(new FirstGrant(tokens, Optional.of(refreshAt), begun))
                        .addedTo(instances())
                        .id();
        assertThat(take(read(instance))).isTrue();
        pass(DEADLINE.plusSeconds(1));
        assertThat(take(read(instance))).isTrue();
        return grants().ledger(instance, 1).get(0).cause();
    }

    @Test
    default void keepsATurnForLongerWhileItIsHeld() {
        Grant free = read(granted().id());
        assertThat(take(free)).isTrue();

        boolean kept = grants().keep(free.instance(), 1, DEADLINE.plus(LEASE));
        pass(DEADLINE.plusSeconds(1));

        assertThat(kept).isTrue();
        assertThat(read(free.instance()).turn()).isEqualTo(Turn.HELD);
        pass(LEASE);
        assertThat(read(free.instance()).turn()).isEqualTo(Turn.LOST);
    }

    @Test
    default void keepsNoTurnThatIsNotHeld() {
        Grant free = read(granted().id());
        assertThat(grants().keep(free.instance(), 0, LEASE)).isFalse();
        assertThat(take(free)).isTrue();

        assertThat(grants().keep(free.instance(), 2, LEASE)).isFalse();
        pass(LEASE.plusSeconds(1));

        assertThat(grants().keep(free.instance(), 1, LEASE)).isFalse();
        assertThat(grants().keep(new InstanceId(Long.MAX_VALUE), 1, LEASE)).isFalse();
    }

    @Test
    default void givesNoTurnToRenewTokensThatAreReplacedAlready() {
        Grant read = read(granted().id());
        assertThat(
                        grants().renew(
                                        read.instance(),
                                        1,
                                        SampleTokens.number(2),
                                        Optional.empty(),
                                        SampleTokens.attempt(1, Attempt.Result.RENEWED)))
                .isTrue();

        assertThat(take(read)).isFalse();
        assertThat(take(read(read.instance()))).isTrue();
    }

    @Test
    default void givesEachTurnToOneOfManyWhoTakeItTogether() {
        Grant free = read(granted().id());

        for (int round = 1; round <= 5; round++) {
            Grant read = read(free.instance());

            List<Boolean> taken = Together.threads(8, thread -> take(read));

            assertThat(taken).containsOnlyOnce(true);
            assertThat(grants().ledger(free.instance(), 10)).hasSize(round);
            assertThat(read(free.instance()).fence()).isEqualTo(free.fence() + round);
            pass(DEADLINE.plusSeconds(1));
        }
    }

    @Test
    default void givesNoTurnOfAnInstanceThatIsRemoved() {
        Instance added = granted();
        Grant read = read(added.id());
        assertThat(instances().remove(added.owner().organization(), added.id())).isTrue();

        assertThat(take(read)).isFalse();
    }
}
