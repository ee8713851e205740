package io.valence.domain.transformation;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that an instance's records are shaped by, in the order of their names. */
public record Shapes(
        SortedMap<ObjectName, ObjectDefinition> definitions,
        SortedMap<ObjectName, Transformation> transformations) {
    public Shapes {
        definitions = Collections.unmodifiableSortedMap(new TreeMap<>(definitions));
        transformations = Collections.unmodifiableSortedMap(new TreeMap<>(transformations));
    }

    /** These, whatever their order. */
    public static Shapes of(
            Map<ObjectName, ObjectDefinition> definitions,
            Map<ObjectName, Transformation> transformations) {
        return new Shapes(new TreeMap<>(definitions), new TreeMap<>(transformations));
    }
}
