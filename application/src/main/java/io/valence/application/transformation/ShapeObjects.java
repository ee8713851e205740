package io.valence.application.transformation;

import io.valence.application.instance.ConnectedInstance;
import io.valence.application.instance.FindInstances;
import io.valence.application.instance.InstanceReference;
import io.valence.domain.account.User;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.transformation.ObjectDefinition;
import io.valence.domain.transformation.ObjectName;
import io.valence.domain.transformation.Shapes;
import io.valence.domain.transformation.Transformation;
import io.valence.domain.transformation.Transformations;

import java.util.List;
import java.util.Optional;

/** Shows and changes the definitions and transformations of an instance of the caller's. */
public final class ShapeObjects {
    private final FindInstances find;
    private final Transformations transformations;

    /** A use case over these instances. */
    public ShapeObjects(FindInstances find, Transformations transformations) {
        this.find = find;
        this.transformations = transformations;
    }

    /** All of the instance, if the caller's organization has it. */
    public Optional<Shapes> show(User caller, InstanceReference reference) {
        return find.find(caller, reference)
                .map(found -> transformations.find(found.instance().id()));
    }

    /** Makes a change. */
    public Outcome change(Request request) {
        Optional<ConnectedInstance> found = find.find(request.caller(), request.instance());
        if (found.isEmpty()) {
            return new Outcome.NoSuchInstance(request.instance());
        }
        Transformations.Change result = changed(found.get().instance().id(), request.change());
        if (result == Transformations.Change.DONE) {
            return new Outcome.Done();
        }
        if (result == Transformations.Change.EXISTS) {
            return new Outcome.Exists();
        }
        if (result == Transformations.Change.IN_USE) {
            return new Outcome.InUse();
        }
        return result == Transformations.Change.FULL
                ? new Outcome.Full(Transformations.MOST)
                : new Outcome.Missing();
    }

    private Transformations.Change changed(InstanceId instance, Change change) {
        return switch (change) {
            case Change.AddDefinitions(var added) ->
                    transformations.addDefinitions(instance, added);
            case Change.ReplaceDefinitions(var changed) ->
                    transformations.replaceDefinitions(instance, changed);
            case Change.RemoveDefinition(var name) ->
                    transformations.removeDefinition(instance, name);
            case Change.RemoveDefinitions() -> transformations.removeDefinitions(instance);
            case Change.AddTransformations(var added) ->
                    transformations.addTransformations(instance, added);
            case Change.ReplaceTransformations(var changed) ->
                    transformations.replaceTransformations(instance, changed);
            case Change.RemoveTransformation(var name) ->
                    transformations.removeTransformation(instance, name);
            case Change.RemoveTransformations() -> transformations.removeTransformations(instance);
        };
    }

    /** Who changes what. */
    public record Request(User caller, InstanceReference instance, Change change) {}

    /** What is to change: all that a change names, or nothing. */
    public sealed interface Change {
        /** New definitions. */
        record AddDefinitions(List<ObjectDefinition> definitions) implements Change {}

        /** Definitions in the place of those of their names. */
        record ReplaceDefinitions(List<ObjectDefinition> definitions) implements Change {}

        /** One definition less. */
        record RemoveDefinition(ObjectName name) implements Change {}

        /** No definitions any more. */
        record RemoveDefinitions() implements Change {}

        /** New transformations. */
        record AddTransformations(List<Transformation> transformations) implements Change {}

        /** Transformations in the place of those of their names. */
        record ReplaceTransformations(List<Transformation> transformations) implements Change {}

        /** One transformation less. */
        record RemoveTransformation(ObjectName name) implements Change {}

        /** No transformations any more. */
        record RemoveTransformations() implements Change {}
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
