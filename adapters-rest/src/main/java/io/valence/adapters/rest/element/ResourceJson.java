package io.valence.adapters.rest.element;

import io.valence.domain.element.Element;
import io.valence.domain.resource.Manner;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.Resource;

import tools.jackson.core.JsonGenerator;

import java.util.List;

/** Resources and parameters as JSON: the shape that element files have too. */
final class ResourceJson {
    /** Clients take resources of other owners for extensions that an account has made. */
    private static final int THE_SYSTEM = 1;

    private ResourceJson() {}

    /** The member with the element's resources. */
    static void writeResources(JsonGenerator json, Element element) {
        json.writeName("resources");
        json.writeStartArray();
        for (Resource resource : element.api().resources().all()) {
            write(json, element, resource);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Element element, Resource resource) {
        json.writeStartObject();
        json.writeNumberProperty("id", resource.id());
        json.writeNumberProperty("ownerAccountId", THE_SYSTEM);
        json.writeStringProperty("method", resource.method());
        json.writeStringProperty("path", "/hubs/" + element.hub() + resource.path());
        json.writeStringProperty("vendorMethod", resource.vendorMethod());
        json.writeStringProperty("vendorPath", resource.vendorPath().toString());
        json.writeStringProperty("description", resource.description());
        json.writeStringProperty("type", resource.kind().wireName());
        json.writeStringProperty("paginationType", resource.pagination().name());
        resource.rootKey().ifPresent(key -> json.writeStringProperty("rootKey", key.toString()));
        resource.nextPageKey()
                .ifPresent(key -> json.writeStringProperty("nextPageKey", key.toString()));
        resource.objectName().ifPresent(name -> json.writeStringProperty("objectName", name));
        writeParameters(json, resource.parameters());
        json.writeName("hooks");
        json.writeStartArray();
        json.writeEndArray();
        if (!resource.manner().equals(Manner.ORDINARY)) {
            json.writeName("valence");
            write(json, resource.manner());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Manner manner) {
        json.writeStartObject();
        manner.paging().ifPresent(style -> json.writeStringProperty("paging", style.wireName()));
        manner.total().ifPresent(path -> json.writeStringProperty("total", path.toString()));
        manner.more().ifPresent(path -> json.writeStringProperty("more", path.toString()));
        manner.idField().ifPresent(name -> json.writeStringProperty("idField", name));
        if (manner.filteredHere()) {
            json.writeBooleanProperty("filteredHere", true);
        }
        if (manner.content() != Manner.Answered.RECORDS) {
            json.writeStringProperty("answer", manner.content().wireName());
        }
        json.writeEndObject();
    }

    /** The member with these parameters. */
    static void writeParameters(JsonGenerator json, List<Parameter> parameters) {
        json.writeName("parameters");
        json.writeStartArray();
        for (Parameter parameter : parameters) {
            json.writeStartObject();
            json.writeNumberProperty("id", parameter.id());
            json.writeStringProperty("name", parameter.name());
            json.writeStringProperty("type", parameter.source().wireName());
            json.writeStringProperty("vendorName", parameter.vendorName());
            json.writeStringProperty("vendorType", parameter.destination().wireName());
            if (parameter.required()) {
                json.writeBooleanProperty("required", true);
            }
            parameter
                    .description()
                    .ifPresent(text -> json.writeStringProperty("description", text));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
