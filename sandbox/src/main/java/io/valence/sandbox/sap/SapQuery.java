package io.valence.sandbox.sap;

import io.valence.sandbox.http.Call;
import io.valence.sandbox.http.Json;
import io.valence.sandbox.http.Refusal;
import io.valence.sandbox.row.Condition;
import io.valence.sandbox.row.Cursor;
import io.valence.sandbox.row.Operator;
import io.valence.sandbox.row.Order;
import io.valence.sandbox.row.Rows;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a call asks of a list or of a record by its parameters. */
final class SapQuery {
    private static final String ALL = "*";
    private static final int USUAL = 20;
    private static final int MOST = 100;

    private final Rows rows;

    SapQuery(Rows rows) {
        this.rows = rows;
    }

    /** A page of the records that the call asks for. */
    ArrayNode page(Call call) {
        List<Order> order = call.query("orderby").map(this::order).orElse(List.of());
        Optional<List<String>> select = call.query("select").map(this::names);
        List<String> expand = call.query("expand").map(this::names).orElse(List.of());
        int limit = call.number("limit", USUAL);
        if (limit < 1 || limit > MOST) {
            throw Refusal.badRequest("The parameter limit must be from 1 to " + MOST + ".");
        }
        int offset = call.number("offset", 0);

        ArrayNode page = Json.array();
        rows.find(conditions(call), order).stream()
                .skip(offset)
                .limit(limit)
                .forEach(row -> page.add(shown(row, select, expand)));
        return page;
    }

    /** How many records there are, whatever the page. */
    int count(Call call) {
        return rows.find(conditions(call), List.of()).size();
    }

    /** A record as the call wants to have it. */
    ObjectNode shown(Call call, ObjectNode row) {
        return shown(
                row,
                call.query("select").map(this::names),
                call.query("expand").map(this::names).orElse(List.of()));
    }

    /** What stands elsewhere is shown by its id, unless it is to be expanded. */
    private static ObjectNode shown(
            ObjectNode row, Optional<List<String>> select, List<String> expand) {
        ObjectNode shown = row.deepCopy();
        select.filter(names -> !names.contains(ALL)).ifPresent(shown::retain);
        for (var member : Set.copyOf(shown.properties())) {
            JsonNode value = member.getValue();
            boolean isReference = value.isObject() && value.has("id");
            if (isReference && !expand.contains(member.getKey()) && !expand.contains(ALL)) {
                shown.set(member.getKey(), Json.object().set("id", value.path("id")));
            }
        }
        return shown;
    }

    private List<Condition> conditions(Call call) {
        return call.query("filter").map(this::filter).orElse(List.of());
    }

    /** Reads {@code (a eq 'x') and (b gt 'y')}; the parentheses may be left out. */
    private List<Condition> filter(String filter) {
        List<Condition> conditions = new ArrayList<>();
        Cursor cursor = new Cursor(filter);
        do {
            boolean isEnclosed = cursor.take("(");
            conditions.add(new Condition(known(cursor.name()), operator(cursor), cursor.literal()));
            if (isEnclosed) {
                cursor.expect(")");
            }
        } while (cursor.takeWord("and"));
        if (!cursor.isAtEnd()) {
            throw cursor.unreadable("and, or the end, is expected");
        }
        return conditions;
    }

    private static Operator operator(Cursor cursor) {
        return switch (cursor.name().toLowerCase(Locale.ROOT)) {
            case "eq" -> Operator.EQUAL;
            case "ne" -> Operator.NOT_EQUAL;
            case "gt" -> Operator.GREATER;
            case "ge" -> Operator.AT_LEAST;
            case "lt" -> Operator.LESS;
            case "le" -> Operator.AT_MOST;
            default -> throw cursor.unreadable("eq, ne, gt, ge, lt or le is expected before it");
        };
    }

    /** Reads {@code name desc, id}. */
    private List<Order> order(String orderby) {
        List<Order> order = new ArrayList<>();
        Cursor cursor = new Cursor(orderby);
        do {
            String field = known(cursor.name());
            boolean isDescending = cursor.takeWord("desc");
            if (!isDescending) {
                cursor.takeWord("asc");
            }
            order.add(new Order(field, isDescending));
        } while (cursor.take(","));
        if (!cursor.isAtEnd()) {
            throw cursor.unreadable("a comma or the end is expected");
        }
        return order;
    }

    private List<String> names(String list) {
        List<String> names = new ArrayList<>();
        for (String name : list.split(",", -1)) {
            names.add(name.strip().equals(ALL) ? ALL : known(name.strip()));
        }
        return names;
    }

    private String known(String field) {
        if (!rows.knows(field)) {
            throw new Refusal(400, "invalid_field", "There is no field " + field + " here.");
        }
        return field;
    }
}
