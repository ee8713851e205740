package io.valence.domain.transformation;

import io.valence.domain.instance.InstanceId;

import java.util.List;

/**
 * The definitions and transformations of every instance. They go with their instance; each method
 * is one atomic step, and those of one instance come one after the other.
 */
public interface Transformations {
    /** How many definitions an instance has at most, and how many transformations. */
    int MOST = 100;

    /** All of this instance; none of one that is not there. */
    Shapes find(InstanceId instance);

    /** Adds all of these, or none; {@code EXISTS} if there is one of such a name. */
    Change addDefinitions(InstanceId instance, List<ObjectDefinition> definitions);

    /** Puts all of these in the place of those of their names, or none. */
    Change replaceDefinitions(InstanceId instance, List<ObjectDefinition> definitions);

    /** Removes a definition; {@code IN_USE} if there is a transformation of its name. */
    Change removeDefinition(InstanceId instance, ObjectName name);

    /** Removes all definitions; {@code IN_USE} if there is a transformation of one's name. */
    Change removeDefinitions(InstanceId instance);

    /** Adds all of these, or none; {@code EXISTS} if there is one of such a name. */
    Change addTransformations(InstanceId instance, List<Transformation> transformations);

    /** Puts all of these in the place of those of their names, or none. */
    Change replaceTransformations(InstanceId instance, List<Transformation> transformations);

    /** Removes a transformation. */
    Change removeTransformation(InstanceId instance, ObjectName name);

    /** Removes all transformations. */
    Change removeTransformations(InstanceId instance);

    /** What came of it. */
    enum Change {
        /** It is done. */
        DONE,
        /** There is one of this name already. */
        EXISTS,
        /** There is none of this name, or no such instance. */
        MISSING,
        /** A transformation has the definition's name. */
        IN_USE,
        /** There would be more than {@link #MOST}. */
        FULL
    }
}
