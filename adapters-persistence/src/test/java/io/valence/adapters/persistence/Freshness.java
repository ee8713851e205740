package io.valence.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.Accounts;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.UserSecret;
import io.valence.domain.call.Connection;
import io.valence.domain.call.Connections;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceName;
import io.valence.domain.instance.Replacement;
import io.valence.domain.transformation.Transformations.Change;
import io.valence.testkit.sample.SampleInstances;
import io.valence.testkit.sample.SampleOrganization;
import io.valence.testkit.sample.SampleShapes;
import io.valence.testkit.sample.SampleTokens;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What is remembered costs nothing, and is forgotten in time. */
interface Freshness {
    /** By when a write of another server process is seen. */
    Duration AT_LATEST = Duration.ofSeconds(2);

    JdbiPersistence persistence();

    JdbiPersistence anotherNode();

    private Connections connections() {
        return persistence().connections();
    }

    private SampleOrganization acme() {
        return SampleOrganization.foundedIn(persistence().accounts());
    }

    private Instance granted(SampleOrganization acme) {
        return SampleInstances.grantedTo(acme.user()).addedTo(persistence().instances());
    }

    private static boolean isSeenInTime(BooleanSupplier seen) {
        long began = System.nanoTime();
        while (!seen.getAsBoolean()) {
            if (System.nanoTime() - began > AT_LATEST.toNanos()) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    @Test
    default void answersAThousandCallsInOneStatementForTheInstanceAndOneForTheCaller() {
        SampleOrganization acme = acme();
        Instance instance = granted(acme);
        Accounts callers = persistence().callers();

        List<String> sql =
                Log.statementsOf(
                        () -> {
                            for (int call = 0; call < 500; call++) {
                                OrganizationId caller =
                                        callers.identify(
                                                        acme.userSecret(),
                                                        acme.organizationSecret())
                                                .orElseThrow()
                                                .organization();
                                assertThat(connections().find(caller, instance.token()))
                                        .isPresent();
                                assertThat(connections().find(caller, instance.id())).isPresent();
                            }
                        });

        assertThat(sql).hasSize(2);
    }

    @Test
    default void readsWhatIsToBeTrueNowEachTime() {
        Instance instance = granted(acme());

        List<String> sql =
                Log.statementsOf(
                        () -> {
                            for (int call = 0; call < 10; call++) {
                                assertThat(connections().read(instance.id())).isPresent();
                            }
                        });

        assertThat(sql).hasSize(10);
    }

    @Test
    default void seesWithinTwoSecondsWhatAnotherNodeWrites() {
        SampleOrganization acme = acme();
        Instance instance = granted(acme);
        assertThat(connections().find(acme.id(), instance.token())).isPresent();
        JdbiPersistence other = anotherNode();

        assertThat(
                        other.instances()
                                .replace(
                                        instance.rename(new InstanceName("By another")),
                                        SecretChanges.none()))
                .isEqualTo(Replacement.REPLACED);
        assertThat(
                        other.grants()
                                .renew(
                                        instance.id(),
                                        1,
                                        SampleTokens.number(2),
                                        Optional.empty(),
                                        SampleTokens.attempt(1, Attempt.Result.RENEWED)))
                .isTrue();

        assertThat(
                        isSeenInTime(
                                () -> {
                                    Connection seen =
                                            connections()
                                                    .find(acme.id(), instance.token())
                                                    .orElseThrow();
                                    return seen.instance().name().text().equals("By another")
                                            && seen.grant()
                                                    .map(Grant::tokens)
                                                    .equals(Optional.of(SampleTokens.number(2)));
                                }))
                .isTrue();
        assertThat(other.instances().remove(acme.id(), instance.id())).isTrue();
        assertThat(isSeenInTime(() -> connections().find(acme.id(), instance.token()).isEmpty()))
                .isTrue();
    }

    @Test
    default void seesWithinTwoSecondsThatAnotherNodeShapesRecordsOtherwise() {
        SampleOrganization acme = acme();
        Instance instance = granted(acme);
        assertThat(connections().find(acme.id(), instance.token())).isPresent();

        assertThat(
                        anotherNode()
                                .transformations()
                                .transformations()
                                .add(instance.id(), List.of(SampleShapes.transformation("mine"))))
                .isEqualTo(Change.DONE);

        assertThat(
                        isSeenInTime(
                                () ->
                                        connections()
                                                .find(acme.id(), instance.token())
                                                .orElseThrow()
                                                .transformations()
                                                .containsKey("mine")))
                .isTrue();
    }

    @Test
    default void seesWithinTwoSecondsThatAnotherNodeReplacedASecret() {
        SampleOrganization acme = acme();
        Accounts callers = persistence().callers();
        assertThat(callers.identify(acme.userSecret(), acme.organizationSecret())).isPresent();
        UserSecret fresh = UserSecret.mint(new SecureRandom());

        assertThat(anotherNode().accounts().replaceSecret(acme.user().id(), fresh)).isTrue();

        assertThat(
                        isSeenInTime(
                                () ->
                                        callers.identify(
                                                        acme.userSecret(),
                                                        acme.organizationSecret())
                                                .isEmpty()))
                .isTrue();
        assertThat(callers.identify(fresh, acme.organizationSecret())).contains(acme.user());
    }

    @Test
    default void seesAtOnceThatTheSameProcessReplacedASecret() {
        SampleOrganization acme = acme();
        Accounts callers = persistence().callers();
        assertThat(callers.identify(acme.userSecret(), acme.organizationSecret())).isPresent();

        assertThat(
                        persistence()
                                .accounts()
                                .replaceSecret(
                                        acme.user().id(), UserSecret.mint(new SecureRandom())))
                .isTrue();

        assertThat(callers.identify(acme.userSecret(), acme.organizationSecret())).isEmpty();
    }

    @Test
    default void countsTheInstancesThatTheirVendorsDoNotLetIn() {
        SampleOrganization acme = acme();
        granted(acme);
        long before = persistence().brokenInstances();

        SampleInstances.grantedTo(acme.user())
                .broken("revoked", SampleTokens.OBTAINED_AT)
                .addedTo(persistence().instances());
        SampleInstances.of(acme().user())
                .broken("revoked", SampleTokens.OBTAINED_AT)
                .addedTo(persistence().instances());

        assertThat(persistence().brokenInstances()).isEqualTo(before + 2);
    }
}
