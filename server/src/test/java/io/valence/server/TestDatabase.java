package io.valence.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that a journey is made on. */
public enum TestDatabase {
    /** A file in the data folder. */
    H2 {
        @Override
        public Map<String, String> fresh() {
            return Map.of();
        }
    },

    /** A real server, started once for all tests of a run and stopped with it. */
    POSTGRESQL {
        @Override
        public Map<String, String> fresh() {
            String name = "journey" + COUNT.incrementAndGet();
            execute("create database " + name);
            return named(name);
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The settings of an empty database. */
    public abstract Map<String, String> fresh();

    /** The settings of the database of this name. */
    public static Map<String, String> named(String name) {
        return Map.of("VALENCE_DATABASE_URL", url(name), "VALENCE_DATABASE_USER", "postgres");
    }

    /** The address of the database of this name, for JDBC. */
    public static String url(String name) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port(), name);
    }

    /** The port of PostgreSQL. */
    public static int port() {
        return Postgres.SERVER.getPort();
    }

    /** Runs a statement in PostgreSQL, outside of any test's database. */
    public static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static final class Postgres {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
