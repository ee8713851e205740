package io.valence.application.transformation;

import io.valence.application.instance.ConnectedInstance;
import io.valence.application.instance.FindInstances;
import io.valence.application.instance.InstanceReference;
import io.valence.domain.account.User;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.resource.Resource;
import io.valence.domain.transformation.ObjectDefinition;
import io.valence.domain.transformation.ObjectName;
import io.valence.domain.transformation.ObjectShape;
import io.valence.domain.transformation.Shapes;
import io.valence.domain.transformation.Transformation;
import io.valence.domain.transformation.Transformations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Shows and changes what shapes the records of an instance of the caller's: its definitions, or its
 * transformations.
 */
public final class ShapeObjects<T extends ObjectShape> {
    private final FindInstances find;
    private final Transformations all;
    private final Transformations.Kept<T> kept;
    private final Function<Shapes, Map<ObjectName, T>> ofOneKind;

    private ShapeObjects(
            FindInstances find,
            Transformations all,
            Transformations.Kept<T> kept,
            Function<Shapes, Map<ObjectName, T>> ofOneKind) {
        this.find = find;
        this.all = all;
        this.kept = kept;
        this.ofOneKind = ofOneKind;
    }

    /** A use case over the definitions of these instances. */
    public static ShapeObjects<ObjectDefinition> byDefinitions(
            FindInstances find, Transformations all) {
        return new ShapeObjects<>(find, all, all.definitions(), Shapes::definitions);
    }

    /** A use case over the transformations of these instances. */
    public static ShapeObjects<Transformation> byTransformations(
            FindInstances find, Transformations all) {
        return new ShapeObjects<>(find, all, all.transformations(), Shapes::transformations);
    }

    /** All of the instance, in the order of names, if the caller's organization has it. */
    public Optional<Map<ObjectName, T>> show(User caller, InstanceReference reference) {
        return find.find(caller, reference)
                .map(found -> ofOneKind.apply(all.find(found.instance().id())));
    }

    /**
     * Whether the vendor has records that it calls so, if the caller's organization has the
     * instance. Of an element without resources that is not known: whoever prepares an instance of
     * one, as clients of old do, is believed.
     */
    public Optional<Predicate<String>> vendorNames(User caller, InstanceReference reference) {
        return find.find(caller, reference)
                .map(found -> found.element().api().resources().all())
                .map(
                        resources ->
                                name ->
                                        resources.isEmpty()
                                                || resources.stream()
                                                        .anyMatch(
                                                                isAt(Transformation.place(name))));
    }

    private static Predicate<Resource> isAt(List<String> place) {
        return resource -> resource.isOfRecordsAt(place);
    }

    /** Makes a change. */
    public Outcome change(Request<T> request) {
        Optional<ConnectedInstance> found = find.find(request.caller(), request.instance());
        if (found.isEmpty()) {
            return new Outcome.NoSuchInstance(request.instance());
        }
        return switch (changed(found.get().instance().id(), request.change())) {
            case DONE -> new Outcome.Done();
            case EXISTS -> new Outcome.Exists();
            case MISSING -> new Outcome.Missing();
            case IN_USE -> new Outcome.InUse();
            case FULL -> new Outcome.Full(Transformations.MOST);
        };
    }

    private Transformations.Change changed(InstanceId instance, Change<T> change) {
        return switch (change) {
            case Change.Add<T>(var added) -> kept.add(instance, added);
            case Change.Replace<T>(var changed) -> kept.replace(instance, changed);
            case Change.Remove<T>(var name) -> kept.remove(instance, name);
            case Change.RemoveAll<T>() -> kept.removeAll(instance);
        };
    }

    /** Who changes what. */
    public record Request<T>(User caller, InstanceReference instance, Change<T> change) {}

    /** What is to change: all that a change names, or nothing. */
    public sealed interface Change<T> {
        /** New ones. */
        record Add<T>(List<T> added) implements Change<T> {}

        /** Some in the place of those of their names. */
        record Replace<T>(List<T> changed) implements Change<T> {}

        /** One less. */
        record Remove<T>(ObjectName name) implements Change<T> {}

        /** None any more. */
        record RemoveAll<T>() implements Change<T> {}
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** It is changed. */
        record Done() implements Outcome {}

        /** There is one of such a name already. */
        record Exists() implements Outcome {}

        /** There is none of such a name. */
        record Missing() implements Outcome {}

        /** A transformation has the definition's name. */
        record InUse() implements Outcome {}

        /** There would be more than so many. */
        record Full(int most) implements Outcome {}

        /** The caller's organization has no such instance. */
        record NoSuchInstance(InstanceReference reference) implements Outcome {}
    }
}
