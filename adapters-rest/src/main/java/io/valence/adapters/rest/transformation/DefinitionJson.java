package io.valence.adapters.rest.transformation;

import io.valence.domain.transformation.FieldPath;
import io.valence.domain.transformation.FieldType;
import io.valence.domain.transformation.ObjectDefinition;
import io.valence.domain.transformation.ObjectName;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/** Definitions as a caller sends them. */
final class DefinitionJson extends ShapeJson<ObjectDefinition> {
    @Override
    Optional<ObjectDefinition> shape(String text, JsonNode body, String place) {
        Optional<ObjectName> name = name(text, place);
        if (!isObject(body, place)) {
            return Optional.empty();
        }
        List<ObjectDefinition.Field> fields = fields(body, place, this::field);
        List<String> objections = ObjectDefinition.objections(fields);
        objections.forEach(expectation -> wrong(place + "fields", expectation));
        return objections.isEmpty()
                ? name.map(it -> new ObjectDefinition(it, fields))
                : Optional.empty();
    }

    private Optional<ObjectDefinition.Field> field(JsonNode field, String place) {
        Optional<FieldPath> path = path(field, place, "path");
        Optional<FieldType> type =
                required(field, place, "type", FieldType::parse, "text of at most 100 characters");
        return path.flatMap(at -> type.map(of -> new ObjectDefinition.Field(at, of)));
    }
}
