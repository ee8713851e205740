package io.valence.domain.transformation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An application's own kind of records: its name and its fields. */
public record ObjectDefinition(ObjectName name, List<Field> fields) implements ObjectShape {
    /** How many fields it has at most. */
    public static final int MOST_FIELDS = 500;

    public ObjectDefinition {
        fields = List.copyOf(fields);
        if (!objections(fields).isEmpty()) {
            throw new IllegalArgumentException("not fields of one object");
        }
    }

    /** One field. */
    public record Field(FieldPath path, FieldType type) {}

    /** What these fields together should be and are not. */
    public static List<String> objections(List<Field> fields) {
        List<String> objections = new ArrayList<>();
        if (fields.size() > MOST_FIELDS) {
            objections.add("a list of at most " + MOST_FIELDS);
            return objections;
        }
        Set<FieldPath> seen = new HashSet<>();
        for (Field field : fields) {
            if (!seen.add(field.path())) {
                objections.add("a list in which the path " + field.path() + " occurs once");
            }
        }
        return objections;
    }
}
