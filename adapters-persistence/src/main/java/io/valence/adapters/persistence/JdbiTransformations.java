package io.valence.adapters.persistence;

import io.valence.domain.instance.InstanceId;
import io.valence.domain.transformation.ObjectDefinition;
import io.valence.domain.transformation.Shapes;
import io.valence.domain.transformation.Transformation;
import io.valence.domain.transformation.Transformations;

import org.jdbi.v3.core.Jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** Definitions and transformations in their tables; all of an instance are one statement. */
final class JdbiTransformations implements Transformations {
    private static final Shapes NONE = Shapes.of(Map.of(), Map.of());

    private final OneRow<Shapes> byInstance;
    private final Kept<ObjectDefinition> definitions;
    private final Kept<Transformation> transformations;

    JdbiTransformations(DataSource connections, Jdbi jdbi, Writes writes) {
        this.byInstance = new OneRow<>(connections, ShapeSql.FIND, JdbiTransformations::shapes);
        this.definitions = new JdbiKeptShapes<>(jdbi, writes, ShapeTable.DEFINITIONS);
        this.transformations = new JdbiKeptShapes<>(jdbi, writes, ShapeTable.TRANSFORMATIONS);
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
    public Kept<ObjectDefinition> definitions() {
        return definitions;
    }

    @Override
    public Kept<Transformation> transformations() {
        return transformations;
    }
}
