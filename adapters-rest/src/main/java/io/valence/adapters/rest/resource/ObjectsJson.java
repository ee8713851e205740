package io.valence.adapters.rest.resource;

import io.valence.adapters.rest.http.Answer;
import io.valence.domain.resource.VendorObject;

import tools.jackson.core.JsonGenerator;

import java.util.Map;
import java.util.Optional;

/** The kinds of records that a vendor keeps, as callers ask for them. */
final class ObjectsJson {
    private static final String HELIUM = "Helium";
    private static final String OF_THE_VENDOR = "vendor";

    private ObjectsJson() {}

    /** How one stands in the list: its name, unless the caller's version asks for more. */
    static Answer.ItemWriter<VendorObject> inVersion(Optional<String> version) {
        return version.filter(HELIUM::equalsIgnoreCase).isPresent()
                ? ObjectsJson::write
                : ObjectsJson::writeName;
    }

    private static void writeName(JsonGenerator json, VendorObject object) {
        json.writeString(object.name());
    }

    private static void write(JsonGenerator json, VendorObject object) {
        json.writeStartObject();
        json.writeStringProperty("name", object.name());
        json.writeStringProperty("vendorName", object.vendorName().orElse(object.name()));
        json.writeStringProperty("type", OF_THE_VENDOR);
        json.writeEndObject();
    }

    /**
     * The fields of one.
     *
     * @param paths what the application calls a field, by what the vendor calls it; a field that is
     *     not there has no name of the application's
     */
    static void writeMetadata(JsonGenerator json, VendorObject object, Map<String, String> paths) {
        json.writeStartObject();
        json.writeName("fields");
        json.writeStartArray();
        object.fields().forEach(field -> write(json, field, paths));
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
