package io.valence.adapters.rest.element;

import io.valence.domain.resource.Manner;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.Resource;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One method of one path in a description. */
final class SwaggerOperation {
    private static final Map<Integer, String> ERRORS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry(400, "Something about the request is missing or wrong."),
                            Map.entry(401, "A secret or the element token is not valid."),
                            Map.entry(403, "The vendor does not allow this."),
                            Map.entry(404, "There is no such resource or record."),
                            Map.entry(405, "The path does not take this method."),
                            Map.entry(406, "There is no answer of an accepted type."),
                            Map.entry(409, "This would be in conflict with what is there."),
                            Map.entry(415, "A body of this type is not taken."),
                            Map.entry(429, "There were too many calls of late."),
                            Map.entry(500, "The server failed."),
                            Map.entry(502, "The vendor failed.")));

    /** What the server says itself. */
    private static final Set<String> OWN_HEADERS =
            Set.of("authorization", "accept", "content-type");

    private final Resource resource;
    private final List<String> pathNames;
    private final SwaggerDefinitions definitions;
    private final ObjectNode operation = JsonNodeFactory.instance.objectNode();
    private final ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
    private final Set<List<String>> taken = new HashSet<>();

    /** The operation of this resource; its path has these names in braces. */
    SwaggerOperation(Resource resource, List<String> pathNames, SwaggerDefinitions definitions) {
        this.resource = resource;
        this.pathNames = pathNames;
        this.definitions = definitions;
    }

    /** One that no resource stands behind. */
    static ObjectNode common(
            String tag, String summary, List<String> pathNames, ObjectNode answer) {
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        operation.putArray("tags").add(tag);
        operation.put("summary", summary);
        ArrayNode parameters = operation.putArray("parameters");
        parameters.add(authorization());
        pathNames.forEach(name -> parameters.add(inPath(name)));
        writeResponses(operation, Optional.of(answer));
        return operation;
    }

    ObjectNode written() {
        operation.putArray("tags").add(resource.path().segments().getFirst());
        operation.put("summary", resource.description());
        parameters.add(authorization());
        writePath();
        writeQueryAndHeaders();
        if (resource.isList()) {
            writePaging();
        }
        writeBody();
        operation.set("parameters", parameters);
        if (resource.manner().content() == Manner.Answered.FILE) {
            operation.putArray("produces").add("application/octet-stream");
        }
        writeResponses(operation, answer());
        return operation;
    }

    private static ObjectNode authorization() {
        return parameter("Authorization", "header", true)
                .put("type", "string")
                .put(
                        "description",
                        "User <user secret>, Organization <organization secret>, Element <token>");
    }

    private static ObjectNode inPath(String name) {
        return parameter(name, "path", true).put("type", "string");
    }

    private static ObjectNode parameter(String name, String place, boolean required) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("in", place)
                .put("required", required);
    }

    private void writePath() {
        List<String> own = resource.path().names();
        for (int i = 0; i < own.size(); i++) {
            ObjectNode written = inPath(pathNames.get(i));
            resource.parameter(Parameter.Source.PATH, own.get(i))
                    .flatMap(Parameter::description)
                    .ifPresent(text -> written.put("description", text));
            parameters.add(written);
        }
    }

    private void writeQueryAndHeaders() {
        for (Parameter each : resource.parameters()) {
            if (each.source() == Parameter.Source.QUERY) {
                write(each, "query", isNumber(each.name()) ? "integer" : "string");
            }
            boolean isHeader = each.source() == Parameter.Source.HEADER;
            if (isHeader && !OWN_HEADERS.contains(each.name().toLowerCase(Locale.ROOT))) {
                write(each, "header", "string");
            }
        }
    }

    private boolean isNumber(String name) {
        return resource.isList() && (name.equals("page") || name.equals("pageSize"));
    }

    private void write(Parameter parameter, String place, String type) {
        if (taken.add(List.of(place, parameter.name()))) {
            ObjectNode written =
                    parameter(parameter.name(), place, parameter.required()).put("type", type);
            parameter.description().ifPresent(text -> written.put("description", text));
            parameters.add(written);
        }
    }

    private void writePaging() {
        writePaging("page", "integer", "The number of the page, from 1.");
        writePaging("pageSize", "integer", "How many records a page has at most.");
        writePaging(
                "nextPage", "string", "The header Elements-Next-Page-Token of the page before.");
        if (resource.manner().filteredHere()) {
            writePaging("where", "string", "Which records, as an expression.");
        }
    }

    private void writePaging(String name, String type, String description) {
        if (taken.add(List.of("query", name))) {
            parameters.add(
                    parameter(name, "query", false)
                            .put("type", type)
                            .put("description", description));
        }
    }

    /** A body is one thing: a form with files, or a document. */
    private void writeBody() {
        if (has(Parameter.Source.MULTIPART)) {
            operation.putArray("consumes").add("multipart/form-data");
            for (Parameter each : resource.parameters()) {
                if (each.source() == Parameter.Source.MULTIPART) {
                    write(each, "formData", "file");
                }
            }
            return;
        }
        Optional<Parameter> whole =
                resource.parameters().stream()
                        .filter(each -> each.source() == Parameter.Source.BODY)
                        .findFirst();
        if (whole.isPresent() || has(Parameter.Source.BODY_FIELD)) {
            ObjectNode body =
                    parameter(
                            whole.map(Parameter::name).orElse("body"),
                            "body",
                            whole.map(Parameter::required).orElse(false));
            whole.flatMap(Parameter::description).ifPresent(text -> body.put("description", text));
            body.set("schema", definitions.record(resource.objectName()));
            parameters.add(body);
        }
    }

    private boolean has(Parameter.Source source) {
        return resource.parameters().stream().anyMatch(each -> each.source() == source);
    }

    private Optional<ObjectNode> answer() {
        Manner.Answered content = resource.manner().content();
        if (content == Manner.Answered.FILE) {
            return Optional.of(JsonNodeFactory.instance.objectNode().put("type", "file"));
        }
        if (content == Manner.Answered.BARE_ID) {
            ObjectNode schema = SwaggerDefinitions.anything();
            schema.putArray("required").add("id");
            schema.putObject("properties").putObject("id").put("type", "string");
            return Optional.of(schema);
        }
        if (resource.isList()) {
            return Optional.of(SwaggerDefinitions.list(definitions.record(resource.objectName())));
        }
        return resource.method().equals("DELETE") || !definitions.knows(resource.objectName())
                ? Optional.empty()
                : Optional.of(definitions.record(resource.objectName()));
    }

    private static void writeResponses(ObjectNode operation, Optional<ObjectNode> answer) {
        ObjectNode responses = operation.putObject("responses");
        ObjectNode done = responses.putObject("200").put("description", "It is done.");
        answer.ifPresent(schema -> done.set("schema", schema));
        ERRORS.forEach(
                (status, sentence) ->
                        responses
                                .putObject(status.toString())
                                .put("description", sentence)
                                .set("schema", SwaggerDefinitions.error()));
    }
}
