package io.valence.sandbox.oracle;

import io.valence.sandbox.http.Refusal;
import io.valence.sandbox.row.Condition;
import io.valence.sandbox.row.Cursor;
import io.valence.sandbox.row.Literal;
import io.valence.sandbox.row.Operator;
import io.valence.sandbox.row.Order;
import io.valence.sandbox.row.Rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the parameters {@code q}, {@code orderBy} and {@code fields} ask of a resource. */
final class OracleQuery {
    /** Longer marks first: the first that is there is taken. */
    private static final Map<String, Operator> OPERATORS = new LinkedHashMap<>();

    static {
        OPERATORS.put("!=", Operator.NOT_EQUAL);
        OPERATORS.put("<>", Operator.NOT_EQUAL);
        OPERATORS.put(">=", Operator.AT_LEAST);
        OPERATORS.put("<=", Operator.AT_MOST);
        OPERATORS.put("=", Operator.EQUAL);
        OPERATORS.put(">", Operator.GREATER);
        OPERATORS.put("<", Operator.LESS);
    }

    private final Rows rows;

    OracleQuery(Rows rows) {
        this.rows = rows;
    }

    /** Reads {@code Name='x';Rank>'y'}; {@code and} may stand for the semicolon. */
    List<Condition> conditions(String q) {
        List<Condition> conditions = new ArrayList<>();
        Cursor cursor = new Cursor(q);
        do {
            conditions.add(condition(cursor));
        } while (cursor.take(";") || cursor.takeWord("and"));
        if (!cursor.isAtEnd()) {
            throw cursor.unreadable("a semicolon or the end is expected");
        }
        return conditions;
    }

    private Condition condition(Cursor cursor) {
        String field = known(cursor.name());
        if (cursor.takeWord("is")) {
            Operator operator = cursor.takeWord("not") ? Operator.NOT_EQUAL : Operator.EQUAL;
            if (!cursor.takeWord("null")) {
                throw cursor.unreadable("null is expected");
            }
            return new Condition(field, operator, new Literal.Null());
        }
        return new Condition(field, operator(cursor), cursor.literal());
    }

    private static Operator operator(Cursor cursor) {
        if (cursor.takeWord("like")) {
            return Operator.LIKE;
        }
        return OPERATORS.entrySet().stream()
                .filter(each -> cursor.take(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> cursor.unreadable("an operator is expected"));
    }

    /** Reads {@code Name:asc,Rank:desc}. */
    List<Order> order(String orderBy) {
        List<Order> order = new ArrayList<>();
        Cursor cursor = new Cursor(orderBy);
        do {
            String field = known(cursor.name());
            boolean isDescending = false;
            if (cursor.take(":")) {
                isDescending = cursor.takeWord("desc");
                if (!isDescending && !cursor.takeWord("asc")) {
                    throw cursor.unreadable("asc or desc is expected");
                }
            }
            order.add(new Order(field, isDescending));
        } while (cursor.take(","));
        if (!cursor.isAtEnd()) {
            throw cursor.unreadable("a comma or the end is expected");
        }
        return order;
    }

    /** Reads {@code Name,Rank}. */
    List<String> fields(String names) {
        List<String> fields = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            fields.add(known(name.strip()));
        }
        return fields;
    }

    private String known(String field) {
        if (!rows.knows(field)) {
            throw new Refusal(
                    400,
                    "27502",
                    "URL request parameter: the attribute " + field + " is not known.");
        }
        return field;
    }
}
