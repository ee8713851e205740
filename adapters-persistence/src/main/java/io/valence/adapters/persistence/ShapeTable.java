package io.valence.adapters.persistence;

import io.valence.domain.instance.InstanceId;
import io.valence.domain.transformation.FieldMapping;
import io.valence.domain.transformation.FieldType;
import io.valence.domain.transformation.ObjectDefinition;
import io.valence.domain.transformation.ObjectShape;
import io.valence.domain.transformation.Transformation;

import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where one kind of what shapes records is kept: in a table of its own, its fields in another.
 *
 * @param names asks for those of an instance
 * @param needed asks for those that must not be removed, if that can be
 * @param add a row of the table, with the values of {@code head}
 * @param addField a row of its fields' table, with the values of one of {@code fields}
 */
record ShapeTable<T extends ObjectShape, F>(
        String names,
        Optional<String> needed,
        String add,
        Binding<T> head,
        String addField,
        Function<T, List<F>> fields,
        Binding<F> field,
        String remove) {
    static final ShapeTable<ObjectDefinition, ObjectDefinition.Field> DEFINITIONS =
            new ShapeTable<>(
                    ShapeSql.DEFINITION_NAMES,
                    Optional.of(ShapeSql.TRANSFORMATION_NAMES),
                    ShapeSql.ADD_DEFINITION,
                    (row, definition) -> {},
                    ShapeSql.ADD_DEFINITION_FIELD,
                    ObjectDefinition::fields,
                    (row, field) ->
                            row.bind("path", field.path().toString())
                                    .bind("type", field.type().name()),
                    ShapeSql.REMOVE_DEFINITIONS);

    static final ShapeTable<Transformation, FieldMapping> TRANSFORMATIONS =
            new ShapeTable<>(
                    ShapeSql.TRANSFORMATION_NAMES,
                    Optional.empty(),
                    ShapeSql.ADD_TRANSFORMATION,
                    (row, transformation) ->
                            row.bind("vendorName", transformation.vendorName())
                                    .bind(
                                            "configuration",
                                            ShapeRow.words(transformation.configuration()))
                                    .bind("legacy", transformation.isLegacy()),
                    ShapeSql.ADD_TRANSFORMATION_FIELD,
                    Transformation::fields,
                    (row, field) ->
                            row.bind("path", field.path().toString())
                                    .bind("vendorPath", field.vendorPath().toString())
                                    .bind(
                                            "type",
                                            Statements.text(field.type().map(FieldType::name)))
                                    .bind(
                                            "vendorType",
                                            Statements.text(
                                                    field.vendorType().map(FieldType::name)))
                                    .bind("configuration", ShapeRow.words(field.configuration())),
                    ShapeSql.REMOVE_TRANSFORMATIONS);

    /** Puts values into a statement. */
    interface Binding<V> {
        void bind(SqlStatement<?> row, V value);
    }

    /** Adds one to what is to be written: itself, and each of its fields. */
    void write(InstanceId instance, T shape, PreparedBatch heads, PreparedBatch parts) {
        String name = shape.name().value();
        head.bind(heads.bind("instance", instance.value()).bind("name", name), shape);
        heads.add();
        int position = 0;
        for (F each : fields.apply(shape)) {
            field.bind(
                    parts.bind("instance", instance.value())
                            .bind("name", name)
                            .bind("position", position++),
                    each);
            parts.add();
        }
    }
}
