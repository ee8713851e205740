package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.User;
import io.valence.domain.element.ElementId;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstancePage;
import io.valence.domain.instance.Selection;
import io.valence.domain.instance.Tag;
import io.valence.testkit.sample.SampleInstance;
import io.valence.testkit.sample.SampleInstances;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every store keeps of lists: which instances they show, and in which order. */
public interface InstanceSelectionContract extends InstancePagesContract {
    private List<Instance> tagged(User owner, String... words) {
        Set<Tag> tags = new HashSet<>();
        for (String word : words) {
            tags.add(new Tag(word));
        }
        Selection selection =
                new Selection(
                        owner.organization(),
                        tags,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        100);
        return instances().select(selection).instances();
    }

    private static SampleInstance broken(User owner) {
        return SampleInstances.of(owner).broken("revoked", Instant.EPOCH);
    }

    @Test
    default void showsAnOrganizationWithoutInstancesNothing() {
        InstancePage page = instances().select(Selection.first(newcomer().organization(), 10));

        assertThat(page).isEqualTo(new InstancePage(List.of(), false));
        assertThat(instances().select(Selection.first(new OrganizationId(Long.MAX_VALUE), 10)))
                .isEqualTo(new InstancePage(List.of(), false));
    }

    @Test
    default void showsInstancesWithEveryFact() {
        User owner = newcomer();
        List<Instance> added =
                List.of(
                        SampleInstances.authorizedFor(owner)
                                .tagged("b", "a", "c")
                                .addedTo(instances()),
                        SampleInstances.bare(owner).addedTo(instances()),
                        SampleInstances.of(owner)
                                .disabledSince(Instant.parse("2026-07-08T09:10:11.000001Z"))
                                .broken("revoked", Instant.parse("2026-07-09T09:10:11.000001Z"))
                                .addedTo(instances()));

        InstancePage page = instances().select(Selection.first(owner.organization(), 10));

        assertThat(page.instances())
                .extracting(Portrait::of)
                .isEqualTo(added.stream().map(Portrait::of).toList());
    }

    @Test
    default void showsInstancesByAscendingNumberWhateverTheOrderOfAddition() {
        User owner = newcomer();
        InstanceId low = instances().nextId();
        InstanceId high = instances().nextId();
        Instance second = SampleInstances.of(owner).number(high).addedTo(instances());
        Instance first = SampleInstances.of(owner).number(low).addedTo(instances());

        assertThat(instances().select(Selection.first(owner.organization(), 10)).instances())
                .containsExactly(first, second);
    }

    @Test
    default void showsNoInstancesOfAnotherOrganization() {
        User owner = newcomer();
        User stranger = newcomer();
        Instance mine = SampleInstances.of(owner).tagged("shared").addedTo(instances());
        Instance theirs = SampleInstances.of(stranger).tagged("shared").addedTo(instances());

        assertThat(instances().select(Selection.first(owner.organization(), 10)).instances())
                .containsExactly(mine);
        assertThat(tagged(owner, "shared")).containsExactly(mine);
        assertThat(tagged(stranger, "shared")).containsExactly(theirs);
    }

    @Test
    default void showsInstancesThatHaveATagAmongOthers() {
        User owner = newcomer();
        Instance first = SampleInstances.of(owner).tagged("a", "b").addedTo(instances());
        Instance second = SampleInstances.of(owner).tagged("b").addedTo(instances());
        Instance untagged = SampleInstances.of(owner).tagged().addedTo(instances());

        assertThat(tagged(owner, "a")).containsExactly(first);
        assertThat(tagged(owner, "b")).containsExactly(first, second);
        assertThat(tagged(owner, "c")).isEmpty();
        assertThat(tagged(owner)).containsExactly(first, second, untagged);
    }

    @Test
    default void showsInstancesThatHaveEveryOneOfSeveralTags() {
        User owner = newcomer();
        Instance all = SampleInstances.of(owner).tagged("c", "a", "b").addedTo(instances());
        Instance two = SampleInstances.of(owner).tagged("a", "b").addedTo(instances());
        Instance one = SampleInstances.of(owner).tagged("a").addedTo(instances());

        assertThat(tagged(owner, "a")).containsExactly(all, two, one);
        assertThat(tagged(owner, "a", "b")).containsExactly(all, two);
        assertThat(tagged(owner, "a", "b", "c")).containsExactly(all);
        assertThat(tagged(owner, "a", "b", "c", "d")).isEmpty();
    }

    @Test
    default void comparesTagsLetterByLetter() {
        User owner = newcomer();
        Instance capital = SampleInstances.of(owner).tagged("Straße").addedTo(instances());
        Instance small = SampleInstances.of(owner).tagged("straße").addedTo(instances());
        Instance composed = SampleInstances.of(owner).tagged("\u00e9").addedTo(instances());
        Instance astral = SampleInstances.of(owner).tagged("🚀").addedTo(instances());

        assertThat(tagged(owner, "Straße")).containsExactly(capital);
        assertThat(tagged(owner, "straße")).containsExactly(small);
        assertThat(tagged(owner, "Strasse")).isEmpty();
        assertThat(tagged(owner, "\u00e9")).containsExactly(composed);
        assertThat(tagged(owner, "e\u0301")).isEmpty();
        assertThat(tagged(owner, "🚀")).containsExactly(astral);
        assertThat(tagged(owner, "🛰")).isEmpty();
    }

    @Test
    default void takesNoCharacterOfATagForAPattern() {
        User owner = newcomer();
        Instance plain = SampleInstances.of(owner).tagged("a1b").addedTo(instances());
        Instance odd = SampleInstances.of(owner).tagged("a_b", "%", "x'y").addedTo(instances());

        assertThat(tagged(owner, "a_b")).containsExactly(odd);
        assertThat(tagged(owner, "%")).containsExactly(odd);
        assertThat(tagged(owner, "x'y")).containsExactly(odd);
        assertThat(tagged(owner, "a%")).isEmpty();
        assertThat(tagged(owner, "a1b")).containsExactly(plain);
    }

    @Test
    default void showsOnlyThoseThatTheVendorLetsInOrOnlyThoseThatItDoesNot() {
        User owner = newcomer();
        Instance sound = SampleInstances.of(owner).addedTo(instances());
        Instance broken = broken(owner).addedTo(instances());
        Instance disabled =
                SampleInstances.of(owner).disabledSince(Instant.EPOCH).addedTo(instances());

        assertThat(instances().select(soundness(owner, true)).instances())
                .containsExactly(sound, disabled);
        assertThat(instances().select(soundness(owner, false)).instances()).containsExactly(broken);
    }

    private static Selection soundness(User owner, boolean sound) {
        return new Selection(
                owner.organization(),
                Set.of(),
                Optional.of(sound),
                Optional.empty(),
                Optional.empty(),
                0,
                10);
    }

    @Test
    default void showsOnlyInstancesOfAnElement() {
        User owner = newcomer();
        Instance oracle = SampleInstances.of(owner).addedTo(instances());
        Instance sap = SampleInstances.authorizedFor(owner).addedTo(instances());

        assertThat(instances().select(ofElement(owner, oracle.element())).instances())
                .containsExactly(oracle);
        assertThat(instances().select(ofElement(owner, sap.element())).instances())
                .containsExactly(sap);
        assertThat(instances().select(ofElement(owner, new ElementId(1))).instances()).isEmpty();
    }

    private static Selection ofElement(User owner, ElementId element) {
        return new Selection(
                owner.organization(),
                Set.of(),
                Optional.empty(),
                Optional.of(element),
                Optional.empty(),
                0,
                10);
    }

    @Test
    default void combinesEveryFilterWithPages() {
        User owner = newcomer();
        List<Instance> wanted = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            wanted.add(broken(owner).tagged("x", "y", "z").addedTo(instances()));
            SampleInstances.of(owner).tagged("x", "y").addedTo(instances());
            broken(owner).tagged("x").addedTo(instances());
            broken(owner).element(2198).tagged("x", "y").addedTo(instances());
            broken(newcomer()).tagged("x", "y").addedTo(instances());
        }
        Selection selection =
                new Selection(
                        owner.organization(),
                        Set.of(new Tag("x"), new Tag("y")),
                        Optional.of(false),
                        Optional.of(new ElementId(1948)),
                        Optional.of(wanted.get(0).id()),
                        1,
                        1);

        assertThat(instances().select(selection))
                .isEqualTo(new InstancePage(wanted.subList(2, 3), true));
    }
}
