package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.User;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstancePage;
import io.valence.domain.instance.Selection;
import io.valence.testkit.sample.SampleInstances;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every store keeps of the pages that a list is read in. */
public interface InstancePagesContract extends InstanceStore {
    private static Selection paged(User owner, Optional<InstanceId> after, int skip, int limit) {
        return new Selection(
                owner.organization(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                after,
                skip,
                limit);
    }

    private List<Instance> add(User owner, int count) {
        List<Instance> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            added.add(SampleInstances.of(owner).named("Number " + i).addedTo(instances()));
        }
        return added;
    }

    @Test
    default void saysWhetherMoreFollow() {
        User owner = newcomer();
        List<Instance> added = add(owner, 3);

        assertThat(instances().select(paged(owner, Optional.empty(), 0, 2)))
                .isEqualTo(new InstancePage(added.subList(0, 2), true));
        assertThat(instances().select(paged(owner, Optional.empty(), 0, 3)))
                .isEqualTo(new InstancePage(added, false));
        assertThat(instances().select(paged(owner, Optional.empty(), 0, 4)))
                .isEqualTo(new InstancePage(added, false));
    }

    @Test
    default void showsOnlyThoseAfterANumber() {
        User owner = newcomer();
        List<Instance> added = add(owner, 3);
        InstanceId first = added.get(0).id();
        InstanceId last = added.get(2).id();

        assertThat(instances().select(paged(owner, Optional.of(first), 0, 1)))
                .isEqualTo(new InstancePage(added.subList(1, 2), true));
        assertThat(instances().select(paged(owner, Optional.of(first), 0, 2)))
                .isEqualTo(new InstancePage(added.subList(1, 3), false));
        assertThat(instances().select(paged(owner, Optional.of(last), 0, 1)))
                .isEqualTo(new InstancePage(List.of(), false));
    }

    @Test
    default void showsThoseAfterANumberThatIsGoneOrSomebodyElses() {
        User owner = newcomer();
        List<Instance> added = add(owner, 2);
        Instance foreign = SampleInstances.of(newcomer()).addedTo(instances());
        Instance later = SampleInstances.of(owner).addedTo(instances());
        InstanceId gone = added.get(0).id();
        assertThat(instances().remove(owner.organization(), gone)).isTrue();

        assertThat(instances().select(paged(owner, Optional.of(gone), 0, 5)))
                .isEqualTo(new InstancePage(List.of(added.get(1), later), false));
        assertThat(instances().select(paged(owner, Optional.of(foreign.id()), 0, 5)))
                .isEqualTo(new InstancePage(List.of(later), false));
    }

    @Test
    default void passesOverSoManyOfThem() {
        User owner = newcomer();
        List<Instance> added = add(owner, 4);
        InstanceId first = added.get(0).id();

        assertThat(instances().select(paged(owner, Optional.empty(), 1, 2)))
                .isEqualTo(new InstancePage(added.subList(1, 3), true));
        assertThat(instances().select(paged(owner, Optional.of(first), 1, 2)))
                .isEqualTo(new InstancePage(added.subList(2, 4), false));
        assertThat(instances().select(paged(owner, Optional.empty(), 4, 2)))
                .isEqualTo(new InstancePage(List.of(), false));
    }

    @Test
    default void takesTheGreatestBounds() {
        User owner = newcomer();
        List<Instance> added = add(owner, 2);
        Optional<InstanceId> beyond = Optional.of(new InstanceId(Long.MAX_VALUE));

        assertThat(instances().select(paged(owner, Optional.empty(), 0, Integer.MAX_VALUE)))
                .isEqualTo(new InstancePage(added, false));
        assertThat(instances().select(paged(owner, Optional.empty(), Integer.MAX_VALUE, 1)))
                .isEqualTo(new InstancePage(List.of(), false));
        assertThat(instances().select(paged(owner, beyond, 0, 1)))
                .isEqualTo(new InstancePage(List.of(), false));
    }
}
