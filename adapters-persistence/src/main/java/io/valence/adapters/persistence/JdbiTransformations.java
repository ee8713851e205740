package io.valence.adapters.persistence;

import io.valence.domain.instance.InstanceId;
import io.valence.domain.transformation.FieldMapping;
import io.valence.domain.transformation.FieldType;
import io.valence.domain.transformation.ObjectDefinition;
import io.valence.domain.transformation.ObjectName;
import io.valence.domain.transformation.Shapes;
import io.valence.domain.transformation.Transformation;
import io.valence.domain.transformation.Transformations;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** Definitions and transformations in their tables; all of an instance are one statement. */
final class JdbiTransformations implements Transformations {
    private static final Shapes NONE = Shapes.of(Map.of(), Map.of());

    private final Jdbi jdbi;
    private final Writes writes;
    private final OneRow<Shapes> byInstance;

    JdbiTransformations(DataSource connections, Jdbi jdbi, Writes writes) {
        this.jdbi = jdbi;
        this.writes = writes;
        this.byInstance = new OneRow<>(connections, ShapeSql.FIND, JdbiTransformations::shapes);
    }

    private static Shapes shapes(ResultSet row) throws SQLException {
        return Shapes.of(
                ShapeRow.definitions(row, 1),
                ShapeRow.transformations(row, 3).stream()
                        .collect(Collectors.toMap(Transformation::name, Function.identity())));
    }

    @Override
    public Shapes find(InstanceId instance) {
        return byInstance.find(instance.value()).orElse(NONE);
    }

    @Override
    public Change addDefinitions(InstanceId instance, List<ObjectDefinition> definitions) {
        Set<String> names = names(definitions, ObjectDefinition::name);
        return write(
                instance,
                ShapeSql.DEFINITION_NAMES,
                (handle, present) ->
                        objectionTo(names, present)
                                .orElseGet(() -> addDefinitions(handle, instance, definitions)));
    }

    @Override
    public Change replaceDefinitions(InstanceId instance, List<ObjectDefinition> definitions) {
        Set<String> names = names(definitions, ObjectDefinition::name);
        return write(
                instance,
                ShapeSql.DEFINITION_NAMES,
                (handle, present) -> {
                    if (!present.containsAll(names)) {
                        return Change.MISSING;
                    }
                    remove(handle, ShapeSql.REMOVE_DEFINITIONS, instance, names);
                    return addDefinitions(handle, instance, definitions);
                });
    }

    @Override
    public Change removeDefinition(InstanceId instance, ObjectName name) {
        return write(
                instance,
                ShapeSql.DEFINITION_NAMES,
                (handle, present) ->
                        present.contains(name.value())
                                ? removeDefinitions(handle, instance, Set.of(name.value()))
                                : Change.MISSING);
    }

    @Override
    public Change removeDefinitions(InstanceId instance) {
        return write(
                instance,
                ShapeSql.DEFINITION_NAMES,
                (handle, present) -> removeDefinitions(handle, instance, present));
    }

    @Override
    public Change addTransformations(InstanceId instance, List<Transformation> transformations) {
        Set<String> names = names(transformations, Transformation::name);
        return write(
                instance,
                ShapeSql.TRANSFORMATION_NAMES,
                (handle, present) ->
                        objectionTo(names, present)
                                .orElseGet(
                                        () ->
                                                addTransformations(
                                                        handle, instance, transformations)));
    }

    @Override
    public Change replaceTransformations(
            InstanceId instance, List<Transformation> transformations) {
        Set<String> names = names(transformations, Transformation::name);
        return write(
                instance,
                ShapeSql.TRANSFORMATION_NAMES,
                (handle, present) -> {
                    if (!present.containsAll(names)) {
                        return Change.MISSING;
                    }
                    remove(handle, ShapeSql.REMOVE_TRANSFORMATIONS, instance, names);
                    return addTransformations(handle, instance, transformations);
                });
    }

    @Override
    public Change removeTransformation(InstanceId instance, ObjectName name) {
        return write(
                instance,
                ShapeSql.TRANSFORMATION_NAMES,
                (handle, present) ->
                        present.contains(name.value())
                                ? remove(
                                        handle,
                                        ShapeSql.REMOVE_TRANSFORMATIONS,
                                        instance,
                                        Set.of(name.value()))
                                : Change.MISSING);
    }

    @Override
    public Change removeTransformations(InstanceId instance) {
        return write(
                instance,
                ShapeSql.TRANSFORMATION_NAMES,
                (handle, present) ->
                        remove(handle, ShapeSql.REMOVE_TRANSFORMATIONS, instance, present));
    }

    /** One after the other: the names that are present stay so until the change is made. */
    private Change write(
            InstanceId instance,
            String namesPresent,
            BiFunction<Handle, Set<String>, Change> change) {
        return writes.during(
                instance,
                () ->
                        jdbi.inTransaction(
                                handle ->
                                        isLocked(handle, instance)
                                                ? change.apply(
                                                        handle,
                                                        names(handle, namesPresent, instance))
                                                : Change.MISSING));
    }

    private static boolean isLocked(Handle handle, InstanceId instance) {
        return handle.createQuery(ShapeSql.LOCK)
                .bind("instance", instance.value())
                .mapTo(long.class)
                .findOne()
                .isPresent();
    }

    private static Set<String> names(Handle handle, String query, InstanceId instance) {
        return handle.createQuery(query)
                .bind("instance", instance.value())
                .mapTo(String.class)
                .collect(Collectors.toSet());
    }

    private static <T> Set<String> names(Collection<T> all, Function<T, ObjectName> name) {
        return all.stream().map(one -> name.apply(one).value()).collect(Collectors.toSet());
    }

    private static Optional<Change> objectionTo(Set<String> added, Set<String> present) {
        if (!Collections.disjoint(added, present)) {
            return Optional.of(Change.EXISTS);
        }
        return added.size() + present.size() > MOST ? Optional.of(Change.FULL) : Optional.empty();
    }

    private static Change removeDefinitions(Handle handle, InstanceId instance, Set<String> names) {
        Set<String> used = new HashSet<>(names(handle, ShapeSql.TRANSFORMATION_NAMES, instance));
        return Collections.disjoint(used, names)
                ? remove(handle, ShapeSql.REMOVE_DEFINITIONS, instance, names)
                : Change.IN_USE;
    }

    private static Change remove(
            Handle handle, String statement, InstanceId instance, Set<String> names) {
        int removed =
                handle.createUpdate(statement)
                        .bind("instance", instance.value())
                        .bindArray("names", String.class, names)
                        .execute();
        return removed > 0 ? Change.DONE : Change.MISSING;
    }

    private static Change addDefinitions(
            Handle handle, InstanceId instance, List<ObjectDefinition> definitions) {
        PreparedBatch heads = handle.prepareBatch(ShapeSql.ADD_DEFINITION);
        PreparedBatch fields = handle.prepareBatch(ShapeSql.ADD_DEFINITION_FIELD);
        for (ObjectDefinition definition : definitions) {
            String name = definition.name().value();
            heads.bind("instance", instance.value()).bind("name", name).add();
            int position = 0;
            for (ObjectDefinition.Field field : definition.fields()) {
                fields.bind("instance", instance.value())
                        .bind("name", name)
                        .bind("position", position++)
                        .bind("path", field.path().toString())
                        .bind("type", field.type().name())
                        .add();
            }
        }
        return executed(heads, fields);
    }

    private static Change addTransformations(
            Handle handle, InstanceId instance, List<Transformation> transformations) {
        PreparedBatch heads = handle.prepareBatch(ShapeSql.ADD_TRANSFORMATION);
        PreparedBatch fields = handle.prepareBatch(ShapeSql.ADD_TRANSFORMATION_FIELD);
        for (Transformation transformation : transformations) {
            String name = transformation.name().value();
            heads.bind("instance", instance.value())
                    .bind("name", name)
                    .bind("vendorName", transformation.vendorName())
                    .bind("configuration", ShapeRow.words(transformation.configuration()))
                    .bind("legacy", transformation.isLegacy())
                    .add();
            int position = 0;
            for (FieldMapping field : transformation.fields()) {
                fields.bind("instance", instance.value())
                        .bind("name", name)
                        .bind("position", position++)
                        .bind("path", field.path().toString())
                        .bind("vendorPath", field.vendorPath().toString())
                        .bind("type", Statements.text(field.type().map(FieldType::name)))
                        .bind(
                                "vendorType",
                                Statements.text(field.vendorType().map(FieldType::name)))
                        .bind("configuration", ShapeRow.words(field.configuration()))
                        .add();
            }
        }
        return executed(heads, fields);
    }

    private static Change executed(PreparedBatch... batches) {
        for (PreparedBatch batch : batches) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
        return Change.DONE;
    }
}
