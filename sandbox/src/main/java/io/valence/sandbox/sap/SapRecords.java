package io.valence.sandbox.sap;

import io.valence.sandbox.http.Answer;
import io.valence.sandbox.http.Call;
import io.valence.sandbox.http.Json;
import io.valence.sandbox.http.Refusal;
import io.valence.sandbox.http.Routes;
import io.valence.sandbox.row.Rows;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** A table of records at a path, and what can be done with all tables alike. */
final class SapRecords {
    private final String path;
    private final Rows rows;
    private final SapQuery query;

    SapRecords(String path, Rows rows) {
        this.path = path;
        this.rows = rows;
        this.query = new SapQuery(rows);
    }

    SapRecords readable(Routes routes) {
        routes.on("GET", path, call -> Answer.json(200, query.page(call)));
        routes.on("GET", path + "/{id}", call -> Answer.json(200, query.shown(call, record(call))));
        return this;
    }

    SapRecords countable(Routes routes) {
        routes.on(
                "GET",
                path + "/count",
                call -> Answer.json(200, JsonNodeFactory.instance.numberNode(query.count(call))));
        return this;
    }

    /** A new record must bring these members. */
    SapRecords changeable(Routes routes, String... required) {
        routes.on("POST", path, call -> create(call, List.of(required)));
        routes.on("PATCH", path + "/{id}", this::change);
        return this;
    }

    SapRecords removable(Routes routes) {
        routes.on("DELETE", path + "/{id}", this::remove);
        return this;
    }

    /** What its fields of the customer's own are, and which values some fields take. */
    SapRecords described(Routes routes, Map<String, List<String>> values) {
        routes.on("GET", path + "/CustomFieldsMeta", _ -> Answer.json(200, customFields()));
        routes.on("GET", path + "/validValues", call -> validValues(call, values));
        return this;
    }

    /** Something that is done to a record, and changes it so. */
    SapRecords action(Routes routes, String name, ObjectNode change) {
        routes.on(
                "POST",
                path + "/{id}/" + name,
                call -> {
                    ObjectNode members = change.deepCopy().put("updateTime", now());
                    return rows.change(call.variable("id"), members)
                            .map(_ -> Answer.empty(204))
                            .orElseThrow(() -> nothing(call));
                });
        return this;
    }

    /** The record that the path names by {@code {id}}. */
    ObjectNode record(Call call) {
        return rows.find(call.variable("id")).orElseThrow(() -> nothing(call));
    }

    private Answer create(Call call, List<String> required) throws IOException {
        ObjectNode sent = known(call.object());
        for (String field : required) {
            if (sent.path(field).asString("").isBlank()) {
                throw new Refusal(400, "missing_field", "The field " + field + " is required.");
            }
        }
        return created(rows, sent);
    }

    /** Adds a record, and answers as the vendor does: with the bare id. */
    static Answer created(Rows rows, ObjectNode sent) {
        long id = rows.nextId();
        ObjectNode row = Json.object().put("id", id);
        String now = now();
        row.setAll(sent);
        row.put("creationTime", now).put("updateTime", now);
        rows.put(row.put("id", id));
        return Answer.json(201, JsonNodeFactory.instance.numberNode(id));
    }

    private Answer change(Call call) throws IOException {
        ObjectNode sent = known(call.object());
        sent.remove("id");
        sent.put("updateTime", now());
        ObjectNode row = rows.change(call.variable("id"), sent).orElseThrow(() -> nothing(call));
        return Answer.json(200, query.shown(call, row));
    }

    private Answer remove(Call call) {
        if (!rows.remove(call.variable("id"))) {
            throw nothing(call);
        }
        return Answer.empty(204);
    }

    private ObjectNode known(ObjectNode sent) {
        for (String field : sent.propertyNames()) {
            if (!rows.knows(field)) {
                throw new Refusal(400, "invalid_field", "There is no field " + field + " here.");
            }
        }
        return sent;
    }

    private static ArrayNode customFields() {
        ArrayNode fields = Json.array();
        fields.addObject()
                .put("name", "ext_region")
                .put("displayName", "Region")
                .put("type", "TEXT")
                .put("required", false);
        fields.addObject()
                .put("name", "ext_priority")
                .put("displayName", "Priority")
                .put("type", "NUMBER")
                .put("required", false);
        return fields;
    }

    private static Answer validValues(Call call, Map<String, List<String>> values) {
        String field =
                call.query("fieldName")
                        .orElseThrow(
                                () -> Refusal.badRequest("The parameter fieldName is missing."));
        if (!values.containsKey(field)) {
            throw new Refusal(400, "invalid_field", "The field " + field + " takes any value.");
        }
        ArrayNode answer = Json.array();
        values.getOrDefault(field, List.of())
                .forEach(value -> answer.addObject().put("value", value).put("description", value));
        return Answer.json(200, answer);
    }

    private Refusal nothing(Call call) {
        return Refusal.notFound("There is no " + call.variable("id") + " in " + path + ".");
    }

    static String now() {
        String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        return now.contains(".") ? now : now.replace("Z", ".000Z");
    }
}
