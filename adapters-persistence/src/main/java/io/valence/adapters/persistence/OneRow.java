package io.valence.adapters.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * A query for at most one row that nearly every call makes. It goes past JDBI, which copies its
 * whole configuration for every statement: here that takes longer than the query.
 */
final class OneRow<T> {
    private final DataSource connections;
    private final String named;
    private final String numbered;
    private final Reader<T> reader;

    /** What makes a value of a row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The query takes its values in the order of their names. */
    OneRow(DataSource connections, String query, Reader<T> reader) {
        this.connections = connections;
        this.named = query;
        this.numbered = query.replaceAll(":[a-zA-Z]+", "?");
        this.reader = reader;
    }

    Optional<T> find(Object... values) {
        long began = System.nanoTime();
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(numbered)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                Optional<T> found = row.next() ? Optional.of(reader.read(row)) : Optional.empty();
                StatementLog.log(named, System.nanoTime() - began);
                return found;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("a row could not be read", failure);
        }
    }
}
