package io.valence.sandbox.oracle;

import io.valence.sandbox.http.Answer;
import io.valence.sandbox.http.Call;
import io.valence.sandbox.http.Json;
import io.valence.sandbox.http.Refusal;
import io.valence.sandbox.row.Condition;
import io.valence.sandbox.row.Order;
import io.valence.sandbox.row.Rows;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** One resource: what a list, a record and a change look like. */
final class OracleResource {
    private static final String ITEM = "application/vnd.oracle.adf.resourceitem+json";
    private static final String COLLECTION = "application/vnd.oracle.adf.resourcecollection+json";
    private static final String CREATED = "CreationDate";
    private static final String UPDATED = "LastUpdateDate";
    private static final int USUAL = 25;
    private static final int MOST = 500;

    private final String url;
    private final String name;
    private final Stock stock;
    private final Rows rows;

    OracleResource(String address, String name, Stock stock) {
        this.url = address + "/crmRestApi/resources/latest/" + name;
        this.name = name;
        this.stock = stock;
        this.rows = stock.rows();
    }

    Answer list(Call call) {
        OracleQuery query = new OracleQuery(rows);
        List<Condition> conditions = call.query("q").map(query::conditions).orElse(List.of());
        List<Order> order = call.query("orderBy").map(query::order).orElse(List.of());
        Optional<List<String>> fields = call.query("fields").map(query::fields);
        // As the vendor does: what is above the maximum is cut without a word.
        int limit = Math.min(call.number("limit", USUAL), MOST);
        int offset = call.number("offset", 0);
        boolean bare = call.flag("onlyData");

        List<ObjectNode> found = rows.find(conditions, order);
        List<ObjectNode> page = found.stream().skip(offset).limit(limit).toList();
        ObjectNode answer = Json.object();
        ArrayNode items = answer.putArray("items");
        page.forEach(row -> items.add(item(row, fields, bare)));
        if (call.flag("totalResults")) {
            answer.put("totalResults", found.size());
        }
        answer.put("count", page.size());
        answer.put("hasMore", offset + page.size() < found.size());
        answer.put("limit", limit);
        answer.put("offset", offset);
        if (!bare) {
            link(answer.putArray("links"), url, "collection");
        }
        return Answer.json(200, COLLECTION, answer);
    }

    Answer read(Call call) {
        OracleQuery query = new OracleQuery(rows);
        Optional<List<String>> fields = call.query("fields").map(query::fields);
        String id = call.variable("id");
        ObjectNode row = rows.find(id).orElseThrow(() -> nothing(id));
        return Answer.json(200, ITEM, item(row, fields, call.flag("onlyData")));
    }

    Answer create(Call call) throws IOException {
        ObjectNode sent = known(call.object());
        for (String required : stock.required()) {
            if (sent.path(required).asString("").isBlank()) {
                throw new Refusal(400, "27014", "Attribute " + required + " is required.");
            }
        }
        ObjectNode row = Json.object();
        row.put(rows.idField(), "");
        stock.fill(row, rows.nextId());
        row.setAll(sent);
        String id = row.path(rows.idField()).asString();
        if (rows.find(id).isPresent()) {
            throw new Refusal(400, "25013", "Too many objects match the primary key " + id + ".");
        }
        String now = now();
        row.put(CREATED, now).put(UPDATED, now);
        rows.put(row);
        return Answer.json(201, ITEM, item(row, Optional.empty(), call.flag("onlyData")))
                .with("Location", url + "/" + id);
    }

    Answer change(Call call) throws IOException {
        ObjectNode sent = known(call.object());
        String id = call.variable("id");
        if (sent.has(rows.idField()) && !sent.path(rows.idField()).asString().equals(id)) {
            throw new Refusal(400, "27008", "Attribute " + rows.idField() + " cannot be changed.");
        }
        sent.put(UPDATED, now());
        ObjectNode row = rows.change(id, sent).orElseThrow(() -> nothing(id));
        return Answer.json(200, ITEM, item(row, Optional.empty(), call.flag("onlyData")));
    }

    Answer remove(Call call) {
        String id = call.variable("id");
        if (!rows.remove(id)) {
            throw nothing(id);
        }
        return Answer.empty(204);
    }

    /** Fields of the customer's own end so; any other must be one of the vendor's. */
    private ObjectNode known(ObjectNode sent) {
        for (String field : sent.propertyNames()) {
            if (!rows.knows(field) && !field.endsWith("_c")) {
                throw new Refusal(
                        400, "27520", "Attribute " + field + " is not known in " + name + ".");
            }
        }
        return sent;
    }

    private ObjectNode item(ObjectNode row, Optional<List<String>> fields, boolean bare) {
        ObjectNode item = row.deepCopy();
        fields.ifPresent(item::retain);
        if (!bare) {
            link(item.putArray("links"), url + "/" + row.path(rows.idField()).asString(), "item");
        }
        return item;
    }

    private void link(ArrayNode links, String href, String kind) {
        links.addObject().put("rel", "self").put("href", href).put("name", name).put("kind", kind);
    }

    private Refusal nothing(String id) {
        return new Refusal(404, "404", "There is no record " + id + " in " + name + ".");
    }

    private static String now() {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX")
                .format(Instant.now().atOffset(ZoneOffset.UTC))
                .replace("Z", "+00:00");
    }
}
