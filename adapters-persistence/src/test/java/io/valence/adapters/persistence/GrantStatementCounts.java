package io.valence.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.Connection;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Grants;
import io.valence.domain.instance.Instance;
import io.valence.testkit.sample.SampleInstances;
import io.valence.testkit.sample.SampleOrganization;
import io.valence.testkit.sample.SampleTokens;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What renewing tokens costs in statements. */
interface GrantStatementCounts {
    JdbiPersistence persistence();

    private Grants grants() {
        return persistence().grants();
    }

    private Instance granted() {
        return SampleInstances.grantedTo(
                        SampleOrganization.foundedIn(persistence().accounts()).user())
                .addedTo(persistence().instances());
    }

    private void take(Grant grant) {
        assertThat(grants().take(grant, "node-1", Duration.ofSeconds(9), Duration.ofMinutes(1)))
                .isTrue();
    }

    private void renew(Instance instance, int number, boolean expected) {
        assertThat(
                        grants().renew(
                                        instance.id(),
                                        1,
                                        SampleTokens.number(number),
                                        Optional.of(SampleTokens.OBTAINED_AT),
                                        SampleTokens.attempt(1, Attempt.Result.RENEWED)))
                .isEqualTo(expected);
    }

    private void giveUp(Instance instance, Optional<Authorization.Broken> broken) {
        grants().giveUp(
                        instance.id(),
                        1,
                        1,
                        Optional.empty(),
                        broken,
                        SampleTokens.attempt(1, Attempt.Result.FAILED));
    }

    private static Optional<Authorization.Broken> refused() {
        return Optional.of(new Authorization.Broken("refused", Instant.EPOCH));
    }

    @Test
    default void renewsInFourFromBeginningToEnd() {
        Instance instance = granted();

        List<String> sql =
                Log.statementsOf(
                        () -> {
                            take(grants().find(instance.id()).orElseThrow());
                            renew(instance, 2, true);
                        });

        assertThat(sql).hasSize(4);
    }

    @Test
    default void renewsWhatWasReadWithItsConnectionInFour() {
        Instance instance = granted();

        List<String> sql =
                Log.statementsOf(
                        () -> {
                            take(
                                    persistence()
                                            .connections()
                                            .read(instance.id())
                                            .flatMap(Connection::grant)
                                            .orElseThrow());
                            renew(instance, 2, true);
                        });

        assertThat(sql).hasSize(4);
    }

    @Test
    default void looksAtTheInstanceWhenItRenewsOnlyIfThatIsBroken() {
        Instance instance = granted();
        assertThat(grants().find(instance.id())).isPresent();
        giveUp(instance, refused());

        List<String> mending = Log.statementsOf(() -> renew(instance, 2, true));
        List<String> late = Log.statementsOf(() -> renew(instance, 3, false));

        assertThat(mending)
                .hasSize(4)
                .filteredOn(line -> line.contains("update instance "))
                .hasSize(1);
        assertThat(late).hasSize(5);
    }

    @Test
    default void givesUpInTwoAndInThreeForGood() {
        Instance instance = granted();
        take(grants().find(instance.id()).orElseThrow());

        List<String> forNow = Log.statementsOf(() -> giveUp(instance, Optional.empty()));
        List<String> forGood = Log.statementsOf(() -> giveUp(instance, refused()));

        assertThat(forNow).hasSize(2);
        assertThat(forGood).hasSize(3);
    }

    @Test
    default void readsAConnectionInOne() {
        Instance instance = granted();

        List<String> sql =
                Log.statementsOf(
                        () ->
                                assertThat(persistence().connections().read(instance.id()))
                                        .isPresent());

        assertThat(sql).hasSize(1);
    }

    @Test
    default void keepsATurnInOneAndShowsWhatIsDueInOne() {
        Instance instance = granted();

        List<String> kept =
                Log.statementsOf(
                        () ->
                                assertThat(grants().keep(instance.id(), 7, Duration.ofSeconds(1)))
                                        .isFalse());
        List<String> due =
                Log.statementsOf(() -> assertThat(grants().due(Instant.EPOCH, 10)).isEmpty());

        assertThat(kept).hasSize(1);
        assertThat(due).hasSize(1);
    }
}
