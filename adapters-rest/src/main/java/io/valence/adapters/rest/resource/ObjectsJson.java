package io.valence.adapters.rest.resource;

import io.valence.adapters.rest.http.Answer;
import io.valence.application.resource.Kind;
import io.valence.domain.resource.VendorObject;

import tools.jackson.core.JsonGenerator;

import java.util.Map;
import java.util.Optional;

/** The kinds of records that can be called, as callers ask for them. */
final class ObjectsJson {
    private static final String HELIUM = "Helium";
    private static final String OF_THE_VENDOR = "vendor";

    /** As old clients know what is made of a vendor's. */
    private static final String OF_THE_APPLICATION = "ceCanonical";

    private ObjectsJson() {}

    /** How one stands in the list: its name, unless the caller's version asks for more. */
    static Answer.ItemWriter<Kind> inVersion(Optional<String> version) {
        return version.filter(HELIUM::equalsIgnoreCase).isPresent()
                ? ObjectsJson::write
                : ObjectsJson::writeName;
    }

    private static void writeName(JsonGenerator json, Kind kind) {
        json.writeString(kind.object().name());
    }

    private static void write(JsonGenerator json, Kind kind) {
        VendorObject object = kind.object();
        json.writeStartObject();
        json.writeStringProperty("name", object.name());
        json.writeStringProperty("vendorName", object.vendorName().orElse(object.name()));
        json.writeStringProperty("type", kind.own() ? OF_THE_APPLICATION : OF_THE_VENDOR);
        json.writeEndObject();
    }

    /** The fields of one, with what the application calls them, as far as it has names for them. */
    static void writeMetadata(JsonGenerator json, Kind kind) {
        json.writeStartObject();
        json.writeName("fields");
        json.writeStartArray();
        kind.object().fields().forEach(field -> write(json, field, kind.paths()));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(
            JsonGenerator json, VendorObject.Field field, Map<String, String> paths) {
        json.writeStartObject();
        json.writeStringProperty("type", field.type());
        json.writeStringProperty("vendorPath", field.name());
        Optional<String> path = Optional.ofNullable(paths.get(field.name()));
        path.ifPresent(name -> json.writeStringProperty("path", name));
        json.writeStringProperty("vendorDisplayName", field.name());
        json.writeBooleanProperty("vendorReadOnly", field.readOnly());
        // What the vendor insists on is the vendor's to say when it is sent a record.
        json.writeBooleanProperty("vendorRequired", false);
        if (field.primaryKey()) {
            json.writeBooleanProperty("primaryKey", true);
        }
        json.writeEndObject();
    }
}
