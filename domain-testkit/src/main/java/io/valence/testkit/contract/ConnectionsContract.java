package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.User;
import io.valence.domain.call.Connection;
import io.valence.domain.call.Connections;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstanceName;
import io.valence.domain.instance.InstanceToken;
import io.valence.domain.instance.Removal;
import io.valence.domain.instance.Replacement;
import io.valence.domain.secret.Secret;
import io.valence.domain.transformation.Transformation;
import io.valence.testkit.sample.SampleInstance;
import io.valence.testkit.sample.SampleInstances;
import io.valence.testkit.sample.SampleShapes;
import io.valence.testkit.sample.SampleTokens;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What every view of instances as calls need them keeps. */
public interface ConnectionsContract extends ShapeStore {
    /** The instances of the store as calls need them. */
    Connections connections();

    private List<Connection> everyWay(Instance instance) {
        OrganizationId organization = instance.owner().organization();
        return List.of(
                connections().find(organization, instance.token()).orElseThrow(),
                connections().find(organization, instance.id()).orElseThrow(),
                connections().read(instance.id()).orElseThrow());
    }

    private boolean isGone(Instance instance) {
        OrganizationId organization = instance.owner().organization();
        return connections().find(organization, instance.token()).isEmpty()
                && connections().find(organization, instance.id()).isEmpty()
                && connections().read(instance.id()).isEmpty();
    }

    @Test
    default void findsAnInstanceWithItsSecretsAndItsGrant() {
        SampleInstance sample = SampleInstances.grantedTo(newcomer()).hiding("another", "x\n🔑");
        Instance added = sample.addedTo(instances());

        assertThat(everyWay(added))
                .allSatisfy(
                        found -> {
                            assertThat(Portrait.of(found.instance())).isEqualTo(Portrait.of(added));
                            assertThat(found.secrets()).isEqualTo(sample.secrets());
                            assertThat(found.grant()).isEqualTo(grants().find(added.id()));
                        });
        assertThat(everyWay(added).get(0).grant()).isPresent();
    }

    @Test
    default void findsAnInstanceThatHasNeitherSecretsNorGrant() {
        Instance added = SampleInstances.bare(newcomer()).addedTo(instances());

        assertThat(everyWay(added))
                .allSatisfy(
                        found -> {
                            assertThat(found.secrets()).isEqualTo(Secrets.none());
                            assertThat(found.grant()).isEmpty();
                        });
    }

    @Test
    default void findsNothingOfAnotherOrganization() {
        Instance added = SampleInstances.grantedTo(newcomer()).addedTo(instances());
        OrganizationId stranger = newcomer().organization();
        assertThat(everyWay(added)).hasSize(3);

        assertThat(connections().find(stranger, added.token())).isEmpty();
        assertThat(connections().find(stranger, added.id())).isEmpty();
    }

    @Test
    default void findsNothingThatIsNotThere() {
        OrganizationId organization = newcomer().organization();
        InstanceId unused = instances().nextId();

        assertThat(connections().find(organization, InstanceToken.mint(new SecureRandom())))
                .isEmpty();
        assertThat(connections().find(organization, unused)).isEmpty();
        assertThat(connections().read(unused)).isEmpty();
    }

    @Test
    default void findsWhatIsAddedAfterItWasLookedForInVain() {
        User owner = newcomer();
        SampleInstance sample = SampleInstances.grantedTo(owner).number(instances().nextId());
        assertThat(isGone(sample.instance())).isTrue();

        Instance added = sample.addedTo(instances());

        assertThat(everyWay(added)).extracting(Connection::instance).containsOnly(added);
    }

    @Test
    default void seesAReplacementAtOnce() {
        Instance added = SampleInstances.of(newcomer()).addedTo(instances());
        assertThat(everyWay(added)).hasSize(3);
        SecretChanges changes =
                new SecretChanges(
                        Secrets.of(Map.of(new ConfigurationKey("password"), Secret.of("new"))),
                        Set.of());

        assertThat(
                        instances()
                                .replace(
                                        added.rename(new InstanceName("New"))
                                                .disable(Instant.EPOCH),
                                        changes))
                .isEqualTo(Replacement.REPLACED);

        assertThat(everyWay(added))
                .allSatisfy(
                        found -> {
                            assertThat(found.instance().name()).hasToString("New");
                            assertThat(found.instance().disabledSince()).isPresent();
                            assertThat(found.instance().version()).isEqualTo(1);
                            assertThat(found.secrets()).isEqualTo(changes.supplied());
                        });
    }

    @Test
    default void seesNewTokensAtOnce() {
        Instance added = SampleInstances.grantedTo(newcomer()).addedTo(instances());
        assertThat(everyWay(added)).hasSize(3);

        assertThat(
                        grants().renew(
                                        added.id(),
                                        1,
                                        SampleTokens.number(2),
                                        Optional.empty(),
                                        SampleTokens.attempt(1, Attempt.Result.RENEWED)))
                .isTrue();

        assertThat(everyWay(added))
                .extracting(found -> found.grant().map(Grant::tokens).orElseThrow())
                .containsOnly(SampleTokens.number(2));
    }

    @Test
    default void seesANewGrantAtOnce() {
        Instance added = SampleInstances.bare(newcomer()).addedTo(instances());
        assertThat(everyWay(added)).hasSize(3);

        assertThat(
                        instances()
                                .replace(
                                        added,
                                        SecretChanges.none(),
                                        SampleTokens.grantOf(SampleTokens.first())))
                .isEqualTo(Replacement.REPLACED);

        assertThat(everyWay(added))
                .extracting(found -> found.grant().map(Grant::tokens).orElseThrow())
                .containsOnly(SampleTokens.first());
    }

    @Test
    default void seesThatTheVendorRefusesAtOnce() {
        Instance added = SampleInstances.grantedTo(newcomer()).addedTo(instances());
        assertThat(everyWay(added)).hasSize(3);
        Authorization.Broken refused = new Authorization.Broken("invalid_grant", Instant.EPOCH);

        grants().giveUp(
                        added.id(),
                        1,
                        0,
                        Optional.empty(),
                        Optional.of(refused),
                        SampleTokens.attempt(1, Attempt.Result.REFUSED));

        assertThat(everyWay(added))
                .extracting(found -> found.instance().authorization())
                .containsOnly(refused);
    }

    @Test
    default void seesARemovalAtOnce() {
        User owner = newcomer();
        Instance added = SampleInstances.grantedTo(owner).addedTo(instances());
        Instance another = SampleInstances.grantedTo(owner).addedTo(instances());
        assertThat(everyWay(added)).hasSize(3);
        assertThat(everyWay(another)).hasSize(3);

        assertThat(instances().remove(owner.organization(), added.id())).isTrue();
        assertThat(
                        instances()
                                .remove(
                                        owner.organization(),
                                        another.id(),
                                        1,
                                        SampleTokens.giveBack(SampleTokens.first(), Instant.EPOCH)))
                .isEqualTo(Removal.REMOVED);

        assertThat(isGone(added)).isTrue();
        assertThat(isGone(another)).isTrue();
    }

    @Test
    default void seesTransformationsAtOnce() {
        Instance added = SampleInstances.of(newcomer()).addedTo(instances());
        Transformation first = SampleShapes.transformation("mine");
        Transformation second = SampleShapes.plainTransformation("mine", "Other");
        assertThat(everyWay(added))
                .allSatisfy(found -> assertThat(found.transformations()).isEmpty());

        transformations().transformations().add(added.id(), List.of(first));
        assertThat(everyWay(added))
                .extracting(Connection::transformations)
                .containsOnly(Map.of("mine", first));

        transformations().transformations().replace(added.id(), List.of(second));
        assertThat(everyWay(added))
                .extracting(Connection::transformations)
                .containsOnly(Map.of("mine", second));

        transformations().transformations().remove(added.id(), second.name());
        assertThat(everyWay(added))
                .allSatisfy(found -> assertThat(found.transformations()).isEmpty());
    }

    @Test
    default void neverSeesLessThanWhatWasWrittenBeforeItWasAsked() {
        Instance added = SampleInstances.bare(newcomer()).addedTo(instances());
        OrganizationId organization = added.owner().organization();

        List<Boolean> upToDate =
                Together.threads(
                        4,
                        thread -> {
                            boolean all = true;
                            for (int round = 0; round < 200; round++) {
                                Instance stored =
                                        instances().find(organization, added.id()).orElseThrow();
                                if (thread == 0) {
                                    instances().replace(stored, SecretChanges.none());
                                }
                                all &= version(organization, added) >= stored.version();
                            }
                            return all;
                        });

        assertThat(upToDate).containsOnly(true);
    }

    private long version(OrganizationId organization, Instance instance) {
        return Math.min(
                connections()
                        .find(organization, instance.token())
                        .orElseThrow()
                        .instance()
                        .version(),
                connections().find(organization, instance.id()).orElseThrow().instance().version());
    }
}
