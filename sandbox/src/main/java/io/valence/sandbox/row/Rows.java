package io.valence.sandbox.row;

import io.valence.sandbox.http.Refusal;

import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A table of records, in the order in which they were added. A record that was handed out is never
 * changed afterwards; whoever gets one leaves it as it is.
 */
public final class Rows {
    private static final int MOST = 20_000;

    private final String idField;
    private final Map<String, ObjectNode> rows = new LinkedHashMap<>();
    private final Set<String> fields = new LinkedHashSet<>();
    private long lastId;

    /** An empty table of records with these fields, which are told apart by the first. */
    public Rows(String idField, String... others) {
        this.idField = idField;
        fields.add(idField);
        fields.addAll(List.of(others));
    }

    /** The field that records are told apart by. */
    public String idField() {
        return idField;
    }

    /** Whether records have this field. */
    public synchronized boolean knows(String field) {
        return fields.contains(field);
    }

    /** All fields that records have. */
    public synchronized List<String> fields() {
        return List.copyOf(fields);
    }

    /** Adds a record that has its id already. */
    public synchronized Rows put(ObjectNode row) {
        String id = row.path(idField).asString();
        if (rows.size() >= MOST) {
            throw new Refusal(507, "full", "There is no room for more records in a sandbox.");
        }
        Literal.decimal(id).ifPresent(number -> lastId = Math.max(lastId, number.longValue()));
        row.propertyNames().forEach(fields::add);
        rows.put(id, row.deepCopy());
        return this;
    }

    /** Draws the number of the next record: greater than all before. */
    public synchronized long nextId() {
        return ++lastId;
    }

    /** The record with this id. */
    public synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    /**
     * All records that satisfy all conditions, in this order, then in the order of their adding.
     */
    public List<ObjectNode> find(
            List<? extends Predicate<ObjectNode>> conditions, List<Order> order) {
        List<ObjectNode> all;
        synchronized (this) {
            all = List.copyOf(rows.values());
        }
        Stream<ObjectNode> found =
                all.stream().filter(row -> conditions.stream().allMatch(each -> each.test(row)));
        for (Order each : order.reversed()) {
            found = found.sorted(each);
        }
        return found.toList();
    }

    /** Puts members into a record, over those that it has. */
    public synchronized Optional<ObjectNode> change(String id, ObjectNode members) {
        return find(id).map(
                        row -> {
                            ObjectNode changed = row.deepCopy();
                            changed.setAll(members.deepCopy());
                            changed.propertyNames().forEach(fields::add);
                            rows.put(id, changed);
                            return changed;
                        });
    }

    /** Removes a record; false if there was none. */
    public synchronized boolean remove(String id) {
        return rows.remove(id) != null;
    }
}
