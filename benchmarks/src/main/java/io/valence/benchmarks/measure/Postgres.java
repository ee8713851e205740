package io.valence.benchmarks.measure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL that keeps what it acknowledged, stopped when it is closed. */
public final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts it as one would for data that matters. */
    public static Postgres start() throws IOException {
        return start("on");
    }

    /** Starts it as one would for data that can be made again: it may lose the last moment. */
    public static Postgres startForSeeding() throws IOException {
        return start("off");
    }

    private static Postgres start(String synchronousCommit) throws IOException {
        return new Postgres(
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("synchronous_commit", synchronousCommit)
                        .setServerConfig("shared_buffers", "512MB")
                        .setServerConfig("max_wal_size", "4GB")
                        .setServerConfig("max_connections", "100")
                        .start());
    }

    /** The address of a new database of this name. */
    public String emptyDatabase(String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return server.getJdbcUrl("postgres", name);
    }

    /** Carries out statements of ours in a database. */
    public Connection connect(String name) throws SQLException {
        return server.getDatabase("postgres", name).getConnection();
    }

    /** The port that it listens on. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
