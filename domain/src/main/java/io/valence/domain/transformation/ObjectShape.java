package io.valence.domain.transformation;

/** What is said of an application's own kind of records. */
public sealed interface ObjectShape permits ObjectDefinition, Transformation {
    /** What the application calls these records. */
    ObjectName name();
}
