package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.User;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Attempt.Result;
import io.valence.domain.instance.FirstGrant;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.testkit.sample.SampleInstances;
import io.valence.testkit.sample.SampleTokens;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What every store of grants keeps: what is due and the ledger stand here, turns and their ends in
 * the contracts that this one takes in.
 */
public interface GrantsContract extends GrantTurnsContract, GrantOutcomesContract {
    private Instance dueAt(User owner, Optional<Instant> refreshAt) {
        Tokens tokens = SampleTokens.first();
        return SampleInstances.bare(owner)
                .granted(new FirstGrant(tokens, refreshAt, SampleTokens.grantOf(tokens).attempt()))
                .addedTo(instances());
    }

    private void write(Instance instance, Attempt attempt) {
        grants().giveUp(instance.id(), 1, 99, Optional.empty(), Optional.empty(), attempt);
    }

    @Test
    default void showsWhatIsDueTheMostUrgentFirst() {
        User owner = newcomer();
        // Long before whatever else is in the store.
        Instant now = Instant.parse("1999-01-01T00:00:00Z");
        Instance second = dueAt(owner, Optional.of(now));
        Instance first = dueAt(owner, Optional.of(now.minusSeconds(1)));
        Instance later = dueAt(owner, Optional.of(now.plusNanos(1000)));
        Instance never = dueAt(owner, Optional.empty());

        List<InstanceId> due = grants().due(now, 10);

        assertThat(due).containsExactly(first.id(), second.id());
        assertThat(grants().due(now, 1)).containsExactly(first.id());
        assertThat(grants().due(now.plusSeconds(1), 10))
                .containsExactly(first.id(), second.id(), later.id())
                .doesNotContain(never.id());
        for (Instance one : List.of(first, second, later)) {
            assertThat(instances().remove(owner.organization(), one.id())).isTrue();
        }
    }

    @Test
    default void showsTheLatestAttemptFirstAndSoManyOfThem() {
        Instance added = dueAt(newcomer(), Optional.empty());
        write(added, SampleTokens.attempt(1, Result.FAILED));
        write(added, SampleTokens.attempt(2, Result.ANSWER_LOST));

        List<Attempt> ledger = grants().ledger(added.id(), 10);

        assertThat(ledger)
                .containsExactly(
                        SampleTokens.attempt(2, Result.ANSWER_LOST),
                        SampleTokens.attempt(1, Result.FAILED),
                        SampleTokens.grantOf(SampleTokens.first()).attempt());
        assertThat(grants().ledger(added.id(), 2)).isEqualTo(ledger.subList(0, 2));
    }

    @Test
    default void keepsEveryFactOfAnAttempt() {
        Instance added = dueAt(newcomer(), Optional.empty());

        for (Attempt.Cause cause : Attempt.Cause.values()) {
            for (Result result : Result.values()) {
                Attempt attempt =
                        new Attempt(
                                SampleTokens.OBTAINED_AT,
                                cause,
                                "ñode",
                                7,
                                Optional.empty(),
                                Optional.empty(),
                                result);
                write(added, attempt);

                assertThat(grants().ledger(added.id(), 1)).containsExactly(attempt);
            }
        }
    }

    @Test
    default void forgetsAttemptsFromBeforeAMoment() {
        Instance added = dueAt(newcomer(), Optional.empty());
        Instant moment = SampleTokens.OBTAINED_AT.plusSeconds(1);
        Attempt before = SampleTokens.attempt(1, Result.FAILED, moment.minusNanos(1000));
        Attempt then = SampleTokens.attempt(1, Result.FAILED, moment);
        write(added, before);
        write(added, then);

        int forgotten = grants().forget(moment, 1000);

        assertThat(forgotten).isGreaterThanOrEqualTo(2);
        assertThat(grants().ledger(added.id(), 10)).containsExactly(then);
    }

    @Test
    default void forgetsAllButTheLatestAttemptsOfEachInstance() {
        User owner = newcomer();
        Instance busy = dueAt(owner, Optional.empty());
        Instance quiet = dueAt(owner, Optional.empty());
        for (int i = 1; i <= 1005; i++) {
            write(busy, SampleTokens.attempt(i, Result.FAILED));
        }

        int forgotten = grants().forget(Instant.EPOCH, 1000);

        assertThat(forgotten).isEqualTo(6);
        assertThat(grants().ledger(busy.id(), 2000)).hasSize(1000);
        assertThat(grants().ledger(busy.id(), 2000).get(999).generation()).isEqualTo(6);
        assertThat(grants().ledger(quiet.id(), 2000)).hasSize(1);
        assertThat(grants().forget(Instant.EPOCH, 1000)).isZero();
    }
}
