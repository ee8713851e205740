package io.valence.adapters.rest.element;

import io.valence.domain.element.Element;
import io.valence.domain.resource.VendorObject;

import tools.jackson.core.JsonGenerator;

/** The kinds of records that a vendor keeps, as JSON: the shape that element files have too. */
final class ObjectJson {
    private ObjectJson() {}

    /** The member with the element's objects. */
    static void writeObjects(JsonGenerator json, Element element) {
        json.writeName("objects");
        json.writeStartArray();
        element.api().objects().forEach(object -> write(json, object));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, VendorObject object) {
        json.writeStartObject();
        json.writeNumberProperty("id", object.id());
        json.writeStringProperty("name", object.name());
        object.vendorName().ifPresent(name -> json.writeStringProperty("vendorName", name));
        object.primaryKey().ifPresent(name -> json.writeStringProperty("primaryKeyName", name));
        json.writeName("fields");
        json.writeStartArray();
        for (VendorObject.Field field : object.fields()) {
            json.writeStartObject();
            json.writeNumberProperty("id", field.id());
            json.writeStringProperty("name", field.name());
            json.writeStringProperty("type", field.type());
            if (field.primaryKey()) {
                json.writeBooleanProperty("primaryKey", true);
            }
            if (field.readOnly()) {
                json.writeBooleanProperty("readOnly", true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
