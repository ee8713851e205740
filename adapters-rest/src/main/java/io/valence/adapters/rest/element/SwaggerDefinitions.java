package io.valence.adapters.rest.element;

import io.valence.domain.resource.VendorObject;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The schemas that operations of a description refer to. */
final class SwaggerDefinitions {
    private static final String ERROR = "Error";

    private final ObjectNode definitions;
    private final Map<String, String> names = new HashMap<>();

    SwaggerDefinitions(ObjectNode definitions) {
        this.definitions = definitions;
        ObjectNode error = definitions.putObject(ERROR).put("type", "object");
        error.putArray("required").add("requestId").add("message");
        ObjectNode members = error.putObject("properties");
        members.putObject("requestId").put("type", "string");
        members.putObject("message").put("type", "string");
        members.putObject("providerMessage").put("type", "string");
    }

    /** Adds the schema of a kind of record, if something is known of it. */
    void add(VendorObject object) {
        if (object.fields().isEmpty()) {
            return;
        }
        String name = SwaggerWords.definition(object.name());
        String unused = definitions.has(name) ? name + "_" + object.id() : name;
        names.put(object.name(), unused);
        ObjectNode schema = definitions.putObject(unused).put("type", "object");
        object.vendorName().ifPresent(text -> schema.put("x-vendor-objectname", text));
        object.primaryKey().ifPresent(text -> schema.put("x-primary-key", text));
        ObjectNode members = schema.putObject("properties");
        for (VendorObject.Field field : object.fields()) {
            ObjectNode member = members.putObject(field.name());
            writeType(member, field.type());
            if (field.readOnly()) {
                member.put("readOnly", true);
            }
        }
    }

    private static void writeType(ObjectNode schema, String type) {
        switch (type) {
            case "integer" -> schema.put("type", type).put("format", "int64");
            case "array" -> schema.put("type", type).putObject("items").put("type", "object");
            // A vendor's dates are texts in a form of its own.
            case "date" -> schema.put("type", "string");
            default -> schema.put("type", type);
        }
    }

    /** What a kind of record looks like; any object, if nothing is known of it. */
    ObjectNode record(Optional<String> objectName) {
        return objectName
                .flatMap(name -> Optional.ofNullable(names.get(name)))
                .map(SwaggerDefinitions::reference)
                .orElseGet(SwaggerDefinitions::anything);
    }

    /** Whether something is known of this kind of record. */
    boolean knows(Optional<String> objectName) {
        return objectName.filter(names::containsKey).isPresent();
    }

    static ObjectNode error() {
        return reference(ERROR);
    }

    static ObjectNode list(ObjectNode item) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "array");
        schema.set("items", item);
        return schema;
    }

    static ObjectNode anything() {
        return JsonNodeFactory.instance.objectNode().put("type", "object");
    }

    private static ObjectNode reference(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/definitions/" + name);
    }

    /** What {@code /ping} answers. */
    ObjectNode ping() {
        ObjectNode schema = anything();
        ObjectNode members = schema.putObject("properties");
        members.putObject("dateTime").put("type", "string").put("format", "date-time");
        members.putObject("endpoint").put("type", "string");
        members.putObject("valid").put("type", "boolean");
        return schema;
    }

    /** What {@code /objects} answers. */
    ObjectNode names() {
        return list(JsonNodeFactory.instance.objectNode().put("type", "string"));
    }

    /** What the metadata of an object are. */
    ObjectNode metadata() {
        ObjectNode schema = anything();
        schema.putObject("properties").set("fields", list(anything()));
        return schema;
    }
}
