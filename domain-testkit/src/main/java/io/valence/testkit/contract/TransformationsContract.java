package io.valence.testkit.contract;

import static io.valence.testkit.sample.SampleShapes.definition;
import static io.valence.testkit.sample.SampleShapes.plainTransformation;
import static io.valence.testkit.sample.SampleShapes.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.valence.domain.account.User;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstanceName;
import io.valence.domain.instance.RenamedObject;
import io.valence.domain.instance.Replacement;
import io.valence.domain.instance.Selection;
import io.valence.domain.transformation.ObjectDefinition;
import io.valence.domain.transformation.ObjectName;
import io.valence.domain.transformation.Shapes;
import io.valence.domain.transformation.Transformation;
import io.valence.domain.transformation.Transformations;
import io.valence.domain.transformation.Transformations.Change;
import io.valence.testkit.sample.SampleInstances;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What every store of definitions and transformations keeps. */
public interface TransformationsContract extends ShapeStore {
    /** Nothing of either. */
    Shapes NONE = Shapes.of(Map.of(), Map.of());

    private InstanceId someInstance() {
        return SampleInstances.bare(newcomer()).addedTo(instances()).id();
    }

    private static ObjectName named(String name) {
        return new ObjectName(name);
    }

    @Test
    default void findsNothingOfAnInstanceThatHasNoneAndOfNoInstance() {
        assertThat(transformations().find(someInstance())).isEqualTo(NONE);
        assertThat(transformations().find(instances().nextId())).isEqualTo(NONE);
    }

    @Test
    default void findsWhatWasAddedWholeAndInTheOrderOfNames() {
        InstanceId instance = someInstance();
        List<ObjectDefinition> definitions = List.of(definition("ö 🔑"), definition("b"));
        List<Transformation> mappings = List.of(transformation("z"), plainTransformation("a", "x"));

        assertThat(transformations().definitions().add(instance, definitions))
                .isEqualTo(Change.DONE);
        assertThat(transformations().transformations().add(instance, mappings))
                .isEqualTo(Change.DONE);

        Shapes found = transformations().find(instance);
        assertThat(found.definitions().values())
                .containsExactly(definition("b"), definition("ö 🔑"));
        assertThat(found.transformations().values())
                .containsExactly(plainTransformation("a", "x"), transformation("z"));
    }

    @Test
    default void keepsWhatHasNoFields() {
        InstanceId instance = someInstance();
        ObjectDefinition bare = new ObjectDefinition(named("bare"), List.of());
        Transformation empty =
                new Transformation(named("bare"), "Bare", List.of(), List.of(), false);

        transformations().definitions().add(instance, List.of(bare));
        transformations().transformations().add(instance, List.of(empty));

        assertThat(transformations().find(instance))
                .isEqualTo(Shapes.of(Map.of(bare.name(), bare), Map.of(empty.name(), empty)));
    }

    @Test
    default void showsWithAnInstanceWhatIsRenamed() {
        User owner = newcomer();
        Instance other = SampleInstances.bare(owner).addedTo(instances());
        Instance instance = SampleInstances.bare(owner).addedTo(instances());
        List<RenamedObject> expected =
                List.of(
                        new RenamedObject("B", "y/{z}"),
                        new RenamedObject("a", "x"),
                        new RenamedObject("ö 🔑", "ä \"z\""));

        transformations()
                .transformations()
                .add(
                        instance.id(),
                        List.of(
                                plainTransformation("a", "x"),
                                plainTransformation("ö 🔑", "ä \"z\""),
                                plainTransformation("B", "y/{z}")));

        Instance found = instances().find(owner.organization(), instance.id()).orElseThrow();
        assertThat(found.renamed()).isEqualTo(expected);
        assertThat(instances().find(owner.organization(), instance.token()).orElseThrow().renamed())
                .isEqualTo(expected);
        assertThat(instances().select(Selection.first(owner.organization(), 10)).instances())
                .extracting(Instance::id, Instance::renamed)
                .containsExactly(tuple(other.id(), List.of()), tuple(instance.id(), expected));
        assertThat(instances().replace(found.rename(new InstanceName("b")), SecretChanges.none()))
                .isEqualTo(Replacement.REPLACED);
        transformations().transformations().remove(instance.id(), named("a"));
        assertThat(instances().find(owner.organization(), instance.id()).orElseThrow().renamed())
                .hasSize(2);
        transformations().transformations().removeAll(instance.id());
        assertThat(instances().find(owner.organization(), instance.id()).orElseThrow().renamed())
                .isEmpty();
    }

    @Test
    default void keepsInstancesApart() {
        User owner = newcomer();
        InstanceId one = SampleInstances.bare(owner).addedTo(instances()).id();
        InstanceId other = SampleInstances.bare(owner).addedTo(instances()).id();

        transformations().definitions().add(one, List.of(definition("a")));
        transformations().transformations().add(one, List.of(transformation("a")));

        assertThat(transformations().find(other)).isEqualTo(NONE);
        assertThat(transformations().definitions().add(other, List.of(definition("a"))))
                .isEqualTo(Change.DONE);
        assertThat(transformations().definitions().removeAll(other)).isEqualTo(Change.DONE);
        assertThat(transformations().find(one).definitions()).hasSize(1);
    }

    @Test
    default void addsNothingIfOneOfThemIsThereAlready() {
        InstanceId instance = someInstance();
        transformations().definitions().add(instance, List.of(definition("b")));
        transformations().transformations().add(instance, List.of(transformation("b")));
        Shapes before = transformations().find(instance);

        assertThat(
                        transformations()
                                .definitions()
                                .add(instance, List.of(definition("a"), definition("b"))))
                .isEqualTo(Change.EXISTS);
        assertThat(
                        transformations()
                                .transformations()
                                .add(
                                        instance,
                                        List.of(
                                                transformation("a"),
                                                plainTransformation("b", "other"))))
                .isEqualTo(Change.EXISTS);

        assertThat(transformations().find(instance)).isEqualTo(before);
    }

    @Test
    default void replacesThemAllAndWhole() {
        InstanceId instance = someInstance();
        ObjectDefinition smaller = new ObjectDefinition(named("a"), List.of());
        transformations().definitions().add(instance, List.of(definition("a"), definition("b")));
        transformations().transformations().add(instance, List.of(transformation("a")));

        assertThat(transformations().definitions().replace(instance, List.of(smaller)))
                .isEqualTo(Change.DONE);
        assertThat(
                        transformations()
                                .transformations()
                                .replace(instance, List.of(plainTransformation("a", "x"))))
                .isEqualTo(Change.DONE);

        Shapes found = transformations().find(instance);
        assertThat(found.definitions().values()).containsExactly(smaller, definition("b"));
        assertThat(found.transformations().values()).containsExactly(plainTransformation("a", "x"));
    }

    @Test
    default void replacesNothingIfOneOfThemIsMissing() {
        InstanceId instance = someInstance();
        transformations().definitions().add(instance, List.of(definition("a")));
        transformations().transformations().add(instance, List.of(transformation("a")));
        Shapes before = transformations().find(instance);
        ObjectDefinition smaller = new ObjectDefinition(named("a"), List.of());

        assertThat(
                        transformations()
                                .definitions()
                                .replace(instance, List.of(smaller, definition("b"))))
                .isEqualTo(Change.MISSING);
        assertThat(
                        transformations()
                                .transformations()
                                .replace(
                                        instance,
                                        List.of(
                                                plainTransformation("a", "x"),
                                                transformation("A"))))
                .isEqualTo(Change.MISSING);

        assertThat(transformations().find(instance)).isEqualTo(before);
    }

    @Test
    default void removesOneOrAll() {
        InstanceId instance = someInstance();
        transformations()
                .definitions()
                .add(instance, List.of(definition("a"), definition("b"), definition("c")));
        transformations()
                .transformations()
                .add(
                        instance,
                        List.of(transformation("x"), transformation("y"), transformation("z")));

        assertThat(transformations().definitions().remove(instance, named("b")))
                .isEqualTo(Change.DONE);
        assertThat(transformations().transformations().remove(instance, named("y")))
                .isEqualTo(Change.DONE);

        assertThat(transformations().find(instance).definitions())
                .containsOnlyKeys(named("a"), named("c"));
        assertThat(transformations().find(instance).transformations())
                .containsOnlyKeys(named("x"), named("z"));
        assertThat(transformations().definitions().removeAll(instance)).isEqualTo(Change.DONE);
        assertThat(transformations().transformations().removeAll(instance)).isEqualTo(Change.DONE);
        assertThat(transformations().find(instance)).isEqualTo(NONE);
    }

    @Test
    default void removesNothingThatIsMissing() {
        InstanceId instance = someInstance();

        assertThat(transformations().definitions().remove(instance, named("a")))
                .isEqualTo(Change.MISSING);
        assertThat(transformations().transformations().remove(instance, named("a")))
                .isEqualTo(Change.MISSING);
        assertThat(transformations().definitions().removeAll(instance)).isEqualTo(Change.MISSING);
        assertThat(transformations().transformations().removeAll(instance))
                .isEqualTo(Change.MISSING);
    }

    @Test
    default void removesNoDefinitionThatATransformationUses() {
        InstanceId instance = someInstance();
        transformations().definitions().add(instance, List.of(definition("a"), definition("b")));
        transformations().transformations().add(instance, List.of(transformation("b")));

        assertThat(transformations().definitions().remove(instance, named("b")))
                .isEqualTo(Change.IN_USE);
        assertThat(transformations().definitions().removeAll(instance)).isEqualTo(Change.IN_USE);

        assertThat(transformations().find(instance).definitions()).hasSize(2);
        assertThat(transformations().definitions().remove(instance, named("a")))
                .isEqualTo(Change.DONE);
    }

    @Test
    default void writesNothingForAnInstanceThatIsNotThere() {
        InstanceId gone = instances().nextId();

        assertThat(transformations().definitions().add(gone, List.of(definition("a"))))
                .isEqualTo(Change.MISSING);
        assertThat(transformations().transformations().add(gone, List.of(transformation("a"))))
                .isEqualTo(Change.MISSING);
        assertThat(transformations().find(gone)).isEqualTo(NONE);
    }

    @Test
    default void forgetsThemWithTheirInstance() {
        Instance instance = SampleInstances.bare(newcomer()).addedTo(instances());
        transformations().definitions().add(instance.id(), List.of(definition("a")));
        transformations().transformations().add(instance.id(), List.of(transformation("a")));

        assertThat(instances().remove(instance.owner().organization(), instance.id())).isTrue();

        assertThat(transformations().find(instance.id())).isEqualTo(NONE);
    }

    @Test
    default void holdsNoMoreThanItsBounds() {
        InstanceId instance = someInstance();
        List<ObjectDefinition> many =
                IntStream.range(0, Transformations.MOST)
                        .mapToObj(i -> definition("d" + i))
                        .toList();
        transformations().definitions().add(instance, many.subList(1, many.size()));

        assertThat(
                        transformations()
                                .definitions()
                                .add(instance, List.of(definition("e"), definition("f"))))
                .isEqualTo(Change.FULL);
        assertThat(transformations().definitions().add(instance, many.subList(0, 1)))
                .isEqualTo(Change.DONE);
        assertThat(transformations().definitions().add(instance, List.of(definition("e"))))
                .isEqualTo(Change.FULL);
    }

    @Test
    default void letsOneOfManyAddTheSame() {
        InstanceId instance = someInstance();

        List<Change> changes =
                Together.threads(
                        4,
                        thread ->
                                transformations()
                                        .transformations()
                                        .add(
                                                instance,
                                                List.of(plainTransformation("a", "t" + thread))));

        assertThat(changes)
                .containsExactlyInAnyOrder(
                        Change.DONE, Change.EXISTS, Change.EXISTS, Change.EXISTS);
    }
}
