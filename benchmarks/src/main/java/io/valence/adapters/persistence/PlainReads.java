package io.valence.adapters.persistence;

import com.zaxxer.hikari.HikariDataSource;

import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.UserSecret;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What {@code GET /instances/{id}} reads, by the same two statements, from a pool that is set up as
 * the adapter's own, without JDBI and without making anything of the rows.
 */
public final class PlainReads implements AutoCloseable {
    private static final String IDENTIFY = AccountSql.IDENTIFY.replaceAll(":[a-z]+", "?");
    private static final String FIND = InstanceSql.FIND.replaceAll(":[a-z]+", "?");

    private final HikariDataSource pool;
    private final String user;
    private final String organization;

    private PlainReads(HikariDataSource pool, String user, String organization) {
        this.pool = pool;
        this.user = user;
        this.organization = organization;
    }

    /** Reads of what this user may see. */
    public static PlainReads of(String url, UserSecret user, OrganizationSecret organization) {
        return new PlainReads(
                PlainPool.of(url), user.fingerprint().hex(), organization.fingerprint().hex());
    }

    /** Reads who asks and what is asked for, every column of both. */
    public void read(long id) {
        try (Connection connection = pool.getConnection()) {
            long asking;
            try (PreparedStatement statement = connection.prepareStatement(IDENTIFY)) {
                statement.setString(1, user);
                statement.setString(2, organization);
                asking = read(statement);
            }
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setLong(1, id);
                statement.setLong(2, asking);
                read(statement);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Whose the row is, for both statements. */
    private static long read(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("nothing was found");
            }
            int columns = row.getMetaData().getColumnCount();
            for (int column = 1; column <= columns; column++) {
                if (row.getObject(column) instanceof Array array) {
                    array.getArray();
                }
            }
            return row.getLong("organization_id");
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
