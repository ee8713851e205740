package io.valence.adapters.rest.transformation;

import io.valence.domain.transformation.Directive;
import io.valence.domain.transformation.FieldMapping;
import io.valence.domain.transformation.ObjectDefinition;
import io.valence.domain.transformation.Transformation;

import tools.jackson.core.JsonGenerator;

import java.util.List;

/** Definitions and transformations as they are shown; all are of the level of an instance. */
final class ShapeAnswers {
    private ShapeAnswers() {}

    static void write(JsonGenerator json, ObjectDefinition definition) {
        json.writeStartObject();
        json.writeStringProperty("objectName", definition.name().value());
        writeLevel(json);
        json.writeName("fields");
        json.writeStartArray();
        for (ObjectDefinition.Field field : definition.fields()) {
            json.writeStartObject();
            json.writeStringProperty("path", field.path().toString());
            json.writeStringProperty("type", field.type().name());
            writeLevel(json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Transformation transformation) {
        json.writeStartObject();
        json.writeStringProperty("objectName", transformation.name().value());
        json.writeStringProperty("vendorName", transformation.vendorName());
        writeLevel(json);
        json.writeBooleanProperty("isLegacy", transformation.isLegacy());
        json.writeName("fields");
        json.writeStartArray();
        transformation.fields().forEach(field -> write(json, field));
        json.writeEndArray();
        write(json, transformation.configuration());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, FieldMapping field) {
        json.writeStartObject();
        json.writeStringProperty("path", field.path().toString());
        json.writeStringProperty("vendorPath", field.vendorPath().toString());
        field.type().ifPresent(type -> json.writeStringProperty("type", type.name()));
        field.vendorType().ifPresent(type -> json.writeStringProperty("vendorType", type.name()));
        if (!field.configuration().isEmpty()) {
            write(json, field.configuration());
        }
        writeLevel(json);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, List<Directive> configuration) {
        json.writeName("configuration");
        json.writeStartArray();
        for (Directive directive : configuration) {
            json.writeStartObject();
            json.writeStringProperty("type", TransformationJson.word(directive.kind()));
            json.writeName("properties");
            json.writeStartObject();
            json.writeBooleanProperty("fromVendor", directive.fromVendor());
            json.writeBooleanProperty("toVendor", directive.toVendor());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeLevel(JsonGenerator json) {
        json.writeStringProperty("level", "instance");
    }
}
