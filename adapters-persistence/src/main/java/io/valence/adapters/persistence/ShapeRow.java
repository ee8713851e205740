package io.valence.adapters.persistence;

import io.valence.domain.transformation.Directive;
import io.valence.domain.transformation.FieldMapping;
import io.valence.domain.transformation.FieldPath;
import io.valence.domain.transformation.FieldType;
import io.valence.domain.transformation.ObjectDefinition;
import io.valence.domain.transformation.ObjectName;
import io.valence.domain.transformation.Transformation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What shapes the records of an instance, as columns of the instance's own row. */
final class ShapeRow {
    private static final String BETWEEN = "\t";
    private static final String FROM_VENDOR = "<";
    private static final String TO_VENDOR = ">";

    private ShapeRow() {}

    /** Names in the first of two columns, fields in the second. */
    static Map<ObjectName, ObjectDefinition> definitions(ResultSet row, int column)
            throws SQLException {
        Map<String, List<ObjectDefinition.Field>> fields =
                fields(row, column + 1, ShapeRow::definedField);
        Map<ObjectName, ObjectDefinition> all = new HashMap<>();
        for (String[] parts : lines(row, column)) {
            ObjectName name = new ObjectName(parts[0]);
            all.put(name, new ObjectDefinition(name, fields.getOrDefault(parts[0], List.of())));
        }
        return all;
    }

    /** The transformations in the first of two columns, fields in the second. */
    static List<Transformation> transformations(ResultSet row, int column) throws SQLException {
        List<String[]> lines = lines(row, column);
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<String, List<FieldMapping>> fields = fields(row, column + 1, ShapeRow::mappedField);
        List<Transformation> all = new ArrayList<>();
        for (String[] parts : lines) {
            all.add(
                    new Transformation(
                            new ObjectName(parts[0]),
                            parts[1],
                            fields.getOrDefault(parts[0], List.of()),
                            directives(parts[3]),
                            Boolean.parseBoolean(parts[2])));
        }
        return all;
    }

    private static ObjectDefinition.Field definedField(String[] parts) {
        return new ObjectDefinition.Field(path(parts[1]), new FieldType(parts[2]));
    }

    private static FieldMapping mappedField(String[] parts) {
        return new FieldMapping(
                path(parts[1]),
                path(parts[2]),
                type(parts[3]),
                type(parts[4]),
                directives(parts[5]));
    }

    private static FieldPath path(String text) {
        return FieldPath.parse(text).orElseThrow();
    }

    private static Optional<FieldType> type(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new FieldType(text));
    }

    static String words(List<Directive> directives) {
        return directives.stream()
                .map(
                        one ->
                                one.kind().name()
                                        + (one.fromVendor() ? FROM_VENDOR : "")
                                        + (one.toVendor() ? TO_VENDOR : ""))
                .collect(Collectors.joining(","));
    }

    private static List<Directive> directives(String words) {
        return words.isEmpty()
                ? List.of()
                : Stream.of(words.split(",")).map(ShapeRow::directive).toList();
    }

    private static Directive directive(String word) {
        String kind = word.replace(FROM_VENDOR, "").replace(TO_VENDOR, "");
        return new Directive(
                Directive.Kind.valueOf(kind), word.contains(FROM_VENDOR), word.contains(TO_VENDOR));
    }

    /** By the name of what they are the fields of, each in its order. */
    private static <T> Map<String, List<T>> fields(
            ResultSet row, int column, Function<String[], T> field) throws SQLException {
        Map<String, List<T>> fields = new HashMap<>();
        for (String[] parts : lines(row, column)) {
            fields.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(field.apply(parts));
        }
        return fields;
    }

    private static List<String[]> lines(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return List.of();
        }
        return Stream.of((Object[]) array.getArray())
                .map(line -> ((String) line).split(BETWEEN, -1))
                .toList();
    }
}
