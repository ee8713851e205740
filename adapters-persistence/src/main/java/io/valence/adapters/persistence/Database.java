package io.valence.adapters.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.jdbi.v3.core.Jdbi;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database whose tables are up to date, not yet opened by its master key. */
public final class Database implements AutoCloseable {
    private static final int OLDEST_POSTGRESQL = 15;
    private static final int H2_IS_OPEN_ELSEWHERE = 90020;

    private final HikariDataSource pool;
    private final DataKeys dataKeys;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Statements.jdbi(pool);
        this.dataKeys = new DataKeys(jdbi);
    }

    static Database connect(DatabaseSettings settings) {
        DatabaseUrl url = DatabaseUrl.of(settings.url());
        // Held until the pool is there: an H2 file is opened once, and not once for each of the
        // three.
        try (Connection first = DriverManager.getConnection(url.text(), url.properties(settings))) {
            refuseWhatIsTooOld(first, url);
            new Schema(url, settings).migrate();
            return new Database(pool(url, settings));
        } catch (SQLException failure) {
            throw new UnusableDatabase(explain(failure, url), failure);
        }
    }

    private static void refuseWhatIsTooOld(Connection connection, DatabaseUrl url)
            throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (url.product() == DatabaseUrl.Product.POSTGRESQL && version < OLDEST_POSTGRESQL) {
            throw new UnusableDatabase(
                    "The database %s is PostgreSQL %d; Valence needs %d or newer."
                            .formatted(url, version, OLDEST_POSTGRESQL));
        }
    }

    private static HikariDataSource pool(DatabaseUrl url, DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("valence");
        config.setJdbcUrl(url.text());
        config.setDataSourceProperties(url.propertiesWithTimeouts(settings));
        config.setMaximumPoolSize(settings.poolSize());
        config.setConnectionTimeout(settings.connectionTimeout().toMillis());
        return new HikariDataSource(config);
    }

    private static String explain(SQLException failure, DatabaseUrl url) {
        if (failure.getErrorCode() == H2_IS_OPEN_ELSEWHERE) {
            return "The database %s is open in another process, probably another Valence: stop that one, or give this one another database."
                    .formatted(url);
        }
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "28000", "28P01" ->
                    "The database %s does not accept this user and password.".formatted(url);
            case "3D000" ->
                    "There is no database %s: create it first, and give its user the right to create tables in it."
                            .formatted(url);
            case "08001", "08004", "08006" ->
                    "The database %s does not answer: is it running, and is the address right?"
                            .formatted(url);
            default ->
                    "The database %s cannot be opened (SQL state %s, code %d)."
                            .formatted(url, state, failure.getErrorCode());
        };
    }

    /** Whether nothing was ever sealed in it: whatever master key opens it first, fits. */
    public boolean isEmpty() {
        return dataKeys.areNone();
    }

    /**
     * What is stored in it, opened by this master key.
     *
     * @throws UnusableDatabase if it was first opened by another one
     */
    public JdbiPersistence open(MasterKey masterKey) {
        return new JdbiPersistence(this, pool, jdbi, dataKeys, masterKey);
    }

    @Override
    public void close() {
        pool.close();
    }
}
