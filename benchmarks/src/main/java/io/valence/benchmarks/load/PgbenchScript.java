package io.valence.benchmarks.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Logged statements as a script for pgbench: what was written is read back and written again, row
 * for row, under a number drawn by the script.
 */
final class PgbenchScript {
    private static final Pattern INSERT =
            Pattern.compile("insert into (\\w+) \\(([^)]*)\\) values .*");

    private final Connection connection;

    PgbenchScript(Connection connection) {
        this.connection = connection;
    }

    String of(List<String> statements) throws SQLException {
        StringBuilder script = new StringBuilder();
        boolean writing = false;
        for (String statement : statements) {
            Matcher insert = INSERT.matcher(statement);
            if (insert.matches()) {
                script.append(writing ? "" : "begin;\n");
                writing = true;
                script.append(insert(insert.group(1), List.of(insert.group(2).split(", *", -1))));
            } else if (writing) {
                throw new IllegalStateException("not known to pgbench here: " + statement);
            } else if (statement.startsWith("select nextval")) {
                script.append(statement).append(" as id \\gset\n");
            } else {
                script.append(identified(statement)).append(";\n");
            }
        }
        return script.append("commit;\n").toString();
    }

    private String identified(String statement) throws SQLException {
        return statement
                .replace(":user", one("select secret_fingerprint from app_user"))
                .replace(":organization", one("select secret_fingerprint from organization"));
    }

    private String one(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return "'" + row.getString(1) + "'";
        }
    }

    private String insert(String table, List<String> columns) throws SQLException {
        String number = table.equals("instance") ? "id" : "instance_id";
        String query =
                "select %s from %s where %s = (select max(id) from instance)"
                        .formatted(
                                String.join(
                                        ", ", columns.stream().map(PgbenchScript::text).toList()),
                                table,
                                number);
        List<String> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    values.add(value(columns.get(i), number, row.getString(i + 1)));
                }
                rows.add("(" + String.join(", ", values) + ")");
            }
        }
        return "insert into %s (%s) values %s;%n"
                .formatted(table, String.join(", ", columns), String.join(", ", rows));
    }

    private static String text(String column) {
        return "quote_nullable(" + column + "::text)";
    }

    private static String value(String column, String number, String literal) {
        if (column.equals(number)) {
            return ":id";
        }
        if (column.equals("token_fingerprint")) {
            return "lpad(:id::text, 64, 'f')";
        }
        // A colon would begin a variable of the script.
        return literal.contains(":")
                ? "U&" + literal.replace("\\", "\\\\").replace(":", "\\003a")
                : literal;
    }
}
