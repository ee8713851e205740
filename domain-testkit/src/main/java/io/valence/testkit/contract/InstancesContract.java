package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.User;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstanceToken;
import io.valence.domain.instance.Selection;
import io.valence.testkit.sample.SampleInstances;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * What every store of instances keeps: numbers, finding and removing stand here, the rest in the
 * contracts that this one takes in.
 */
public interface InstancesContract
        extends InstanceAdditionContract,
                InstanceSelectionContract,
                InstanceReplacementContract,
                InstanceGrantContract {
    @Test
    default void givesNumbersThatFollowEachOther() {
        InstanceId first = instances().nextId();

        InstanceId second = instances().nextId();
        InstanceId third = instances().nextId();

        assertThat(second.value()).isEqualTo(first.value() + 1);
        assertThat(third.value()).isEqualTo(first.value() + 2);
    }

    @Test
    default void givesEveryNumberOnceHoweverManyAsk() {
        InstanceId before = instances().nextId();

        List<List<InstanceId>> given =
                Together.threads(
                        6,
                        thread -> {
                            List<InstanceId> mine = new ArrayList<>();
                            for (int i = 0; i < 25; i++) {
                                mine.add(instances().nextId());
                            }
                            return mine;
                        });

        assertThat(given).allSatisfy(mine -> assertThat(mine).isSorted());
        assertThat(given.stream().flatMap(List::stream))
                .hasSize(150)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).isGreaterThan(before));
    }

    @Test
    default void givesNoNumberAgainAfterItsInstanceIsRemoved() {
        User owner = newcomer();
        Instance instance = SampleInstances.of(owner).addedTo(instances());
        assertThat(instances().remove(owner.organization(), instance.id())).isTrue();

        assertThat(instances().nextId()).isGreaterThan(instance.id());
    }

    @Test
    default void findsAnInstanceByItsNumber() {
        User owner = newcomer();
        Instance instance = SampleInstances.of(owner).addedTo(instances());
        Instance other = SampleInstances.of(owner).named("Other").addedTo(instances());

        assertThat(instances().find(owner.organization(), instance.id()))
                .map(Portrait::of)
                .contains(Portrait.of(instance));
        assertThat(instances().find(owner.organization(), other.id()))
                .map(Portrait::of)
                .contains(Portrait.of(other));
    }

    @Test
    default void findsNothingUnderANumberThatWasNotUsed() {
        User owner = newcomer();
        InstanceId unused = instances().nextId();

        assertThat(instances().find(owner.organization(), unused)).isEmpty();
        assertThat(instances().find(owner.organization(), new InstanceId(Long.MAX_VALUE)))
                .isEmpty();
    }

    @Test
    default void findsNoInstanceOfAnotherOrganizationByItsNumber() {
        Instance instance = SampleInstances.of(newcomer()).addedTo(instances());

        assertThat(instances().find(newcomer().organization(), instance.id())).isEmpty();
        assertThat(instances().find(new OrganizationId(Long.MAX_VALUE), instance.id())).isEmpty();
    }

    @Test
    default void findsAnInstanceByItsToken() {
        User owner = newcomer();
        Instance instance = SampleInstances.of(owner).addedTo(instances());
        Instance other = SampleInstances.of(owner).named("Other").addedTo(instances());

        assertThat(instances().find(owner.organization(), instance.token()))
                .map(Portrait::of)
                .contains(Portrait.of(instance));
        assertThat(instances().find(owner.organization(), other.token()))
                .map(Portrait::of)
                .contains(Portrait.of(other));
    }

    @Test
    default void findsNothingByAnUnknownToken() {
        User owner = newcomer();
        Instance instance = SampleInstances.of(owner).addedTo(instances());
        InstanceToken unknown = InstanceToken.mint(new SecureRandom());

        assertThat(instance.token()).isNotEqualTo(unknown);
        assertThat(instances().find(owner.organization(), unknown)).isEmpty();
    }

    @Test
    default void findsNoInstanceOfAnotherOrganizationByItsToken() {
        Instance instance = SampleInstances.of(newcomer()).addedTo(instances());

        assertThat(instances().find(newcomer().organization(), instance.token())).isEmpty();
    }

    @Test
    default void removesAnInstanceOnce() {
        User owner = newcomer();
        Instance instance = SampleInstances.of(owner).addedTo(instances());

        assertThat(instances().remove(owner.organization(), instance.id())).isTrue();
        assertThat(instances().remove(owner.organization(), instance.id())).isFalse();
        assertThat(instances().find(owner.organization(), instance.id())).isEmpty();
    }

    @Test
    default void removesItsTokenAndItsSecretsToo() {
        User owner = newcomer();
        Instance instance = SampleInstances.of(owner).addedTo(instances());

        assertThat(instances().remove(owner.organization(), instance.id())).isTrue();

        assertThat(instances().find(owner.organization(), instance.token())).isEmpty();
        assertThat(vault().open(instance.id())).isEqualTo(Secrets.none());
    }

    @Test
    default void keepsTheOrderOfTheOthersAfterARemoval() {
        User owner = newcomer();
        Instance first = SampleInstances.of(owner).addedTo(instances());
        Instance second = SampleInstances.of(owner).addedTo(instances());
        Instance third = SampleInstances.of(owner).addedTo(instances());

        assertThat(instances().remove(owner.organization(), second.id())).isTrue();
        Instance fourth = SampleInstances.of(owner).addedTo(instances());

        assertThat(instances().select(Selection.first(owner.organization(), 10)).instances())
                .containsExactly(first, third, fourth);
        assertThat(vault().open(third.id())).isEqualTo(SampleInstances.of(owner).secrets());
    }

    @Test
    default void removesNoInstanceOfAnotherOrganization() {
        User owner = newcomer();
        Instance instance = SampleInstances.of(owner).addedTo(instances());

        boolean removed = instances().remove(newcomer().organization(), instance.id());

        assertThat(removed).isFalse();
        assertThat(instances().find(owner.organization(), instance.token())).contains(instance);
        assertThat(vault().open(instance.id())).isEqualTo(SampleInstances.of(owner).secrets());
    }

    @Test
    default void removesNothingUnderAnUnknownNumber() {
        User owner = newcomer();

        assertThat(instances().remove(owner.organization(), new InstanceId(Long.MAX_VALUE)))
                .isFalse();
    }

    @Test
    default void removesAnInstanceOnceHoweverManyTry() {
        User owner = newcomer();
        Instance instance = SampleInstances.of(owner).addedTo(instances());

        List<Boolean> answers =
                Together.threads(
                        6, thread -> instances().remove(owner.organization(), instance.id()));

        assertThat(answers).containsOnlyOnce(true);
    }
}
