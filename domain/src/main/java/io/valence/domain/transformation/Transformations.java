package io.valence.domain.transformation;

import io.valence.domain.instance.InstanceId;

import java.util.List;

/**
 * The definitions and transformations of every instance. They go with their instance; each change
 * is one atomic step, and those of one instance come one after the other.
 */
public interface Transformations {
    /** How many definitions an instance has at most, and how many transformations. */
    int MOST = 100;

    /** All of this instance; none of one that is not there. */
    Shapes find(InstanceId instance);

    /** The definitions; one is not removed while there is a transformation of its name. */
    Kept<ObjectDefinition> definitions();

    /** The transformations. */
    Kept<Transformation> transformations();

    /** Those of one kind. */
    interface Kept<T extends ObjectShape> {
        /** Adds all of these, or none; {@code EXISTS} if there is one of such a name. */
        Change add(InstanceId instance, List<T> added);

        /** Puts all of these in the place of those of their names, or none. */
        Change replace(InstanceId instance, List<T> changed);

        /** Removes one; {@code IN_USE} if it is needed. */
        Change remove(InstanceId instance, ObjectName name);

        /** Removes all, or none; {@code IN_USE} if one is needed. */
        Change removeAll(InstanceId instance);
    }

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
