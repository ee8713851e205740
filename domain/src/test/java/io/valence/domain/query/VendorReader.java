package io.valence.domain.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A reading of vendors' queries that knows nothing of how they are written: a list of conditions,
 * all of which hold. Strict: what is not exactly of this shape is an error.
 */
final class VendorReader {
    private static final Map<String, Operator> SIGNS =
            Map.of(
                    "=", Operator.EQUAL,
                    "!=", Operator.NOT_EQUAL,
                    "<", Operator.LESS,
                    "<=", Operator.AT_MOST,
                    ">", Operator.GREATER,
                    ">=", Operator.AT_LEAST);
    private static final Map<String, Operator> NAMES =
            new TreeMap<>(
                    Map.of(
                            "eq", Operator.EQUAL,
                            "ne", Operator.NOT_EQUAL,
                            "lt", Operator.LESS,
                            "le", Operator.AT_MOST,
                            "gt", Operator.GREATER,
                            "ge", Operator.AT_LEAST));

    private final String query;
    private int at;

    private VendorReader(String query) {
        this.query = query;
    }

    /** Reads {@code Name='x';Rank>'y';Other is null;City like 'a%'}. */
    static List<Expression> oracle(String query) {
        VendorReader reader = new VendorReader(query);
        List<Expression> conditions = new ArrayList<>();
        do {
            conditions.add(reader.oracleCondition());
        } while (reader.takes(";"));
        return reader.ended(conditions);
    }

    /** Reads {@code (a eq 'x') and (b gt 'y')}. */
    static List<Expression> sap(String query) {
        VendorReader reader = new VendorReader(query);
        List<Expression> conditions = new ArrayList<>();
        do {
            reader.expect("(");
            Field field = reader.field();
            reader.expect(" ");
            Operator operator =
                    Optional.ofNullable(NAMES.get(reader.word())).orElseThrow(reader::unreadable);
            reader.expect(" ");
            conditions.add(new Expression.Comparison(field, operator, reader.value()));
            reader.expect(")");
        } while (reader.takes(" and "));
        return reader.ended(conditions);
    }

    private Expression oracleCondition() {
        Field field = field();
        if (takes(" is null")) {
            return new Expression.IsNull(field, false);
        }
        if (takes(" is not null")) {
            return new Expression.IsNull(field, true);
        }
        if (takes(" like ")) {
            if (value() instanceof Value.Text pattern && !hasOtherWildcards(pattern.text())) {
                return new Expression.Like(field, pattern.text(), false);
            }
            throw unreadable();
        }
        int begin = at;
        while (at < query.length() && "=!<>".indexOf(query.charAt(at)) >= 0) {
            at++;
        }
        Operator operator =
                Optional.ofNullable(SIGNS.get(query.substring(begin, at)))
                        .orElseThrow(this::unreadable);
        return new Expression.Comparison(field, operator, value());
    }

    private static boolean hasOtherWildcards(String pattern) {
        return pattern.contains("*") || pattern.contains("_");
    }

    private Field field() {
        List<String> path = new ArrayList<>();
        do {
            path.add(word());
        } while (takes("."));
        return new Field(path);
    }

    private String word() {
        int begin = at;
        while (at < query.length() && isWordPart(query.charAt(at))) {
            at++;
        }
        if (begin == at) {
            throw unreadable();
        }
        return query.substring(begin, at);
    }

    private static boolean isWordPart(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '_');
    }

    private Value value() {
        if (takes("'")) {
            return new Value.Text(text());
        }
        int begin = at;
        while (at < query.length()
                && (isWordPart(query.charAt(at)) || "-.".indexOf(query.charAt(at)) >= 0)) {
            at++;
        }
        String word = query.substring(begin, at);
        return switch (word) {
            case "true", "false" -> new Value.Truth(word.equals("true"));
            default -> new Value.Decimal(new BigDecimal(word));
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        while (true) {
            int end = query.indexOf('\'', at);
            if (end < 0) {
                throw unreadable();
            }
            text.append(query, at, end);
            at = end + 1;
            if (!takes("'")) {
                return text.toString();
            }
            text.append('\'');
        }
    }

    private void expect(String mark) {
        if (!takes(mark)) {
            throw unreadable();
        }
    }

    private boolean takes(String mark) {
        boolean there = query.startsWith(mark, at);
        at += there ? mark.length() : 0;
        return there;
    }

    private List<Expression> ended(List<Expression> conditions) {
        if (at < query.length()) {
            throw unreadable();
        }
        return conditions;
    }

    private AssertionError unreadable() {
        return new AssertionError("not of this language from index " + at + " on: " + query);
    }
}
