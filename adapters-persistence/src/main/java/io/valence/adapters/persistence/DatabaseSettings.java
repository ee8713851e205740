package io.valence.adapters.persistence;

import io.valence.domain.secret.Secret;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the database is and how it is spoken to.
 *
 * @param url {@code jdbc:h2:file:…} or {@code jdbc:postgresql:…}
 * @param poolSize how many connections there are at most
 * @param connectionTimeout how long to wait for one
 * @param statementTimeout how long a statement may run
 */
public record DatabaseSettings(
        String url,
        Optional<String> user,
        Optional<Secret> password,
        int poolSize,
        Duration connectionTimeout,
        Duration statementTimeout) {
    private static final int ORDINARY_POOL = 10;
    private static final Duration ORDINARY_CONNECTION_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ORDINARY_STATEMENT_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofMillis(250);

    public DatabaseSettings {
        if (poolSize < 1) {
            throw new IllegalArgumentException("a pool holds at least one connection");
        }
        if (connectionTimeout.compareTo(SHORTEST) < 0 || statementTimeout.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "a time-out is at least " + SHORTEST.toMillis() + " ms");
        }
    }

    /** This database, spoken to in the ordinary way. */
    public static DatabaseSettings of(
            String url, Optional<String> user, Optional<Secret> password) {
        return new DatabaseSettings(
                url,
                user,
                password,
                ORDINARY_POOL,
                ORDINARY_CONNECTION_TIMEOUT,
                ORDINARY_STATEMENT_TIMEOUT);
    }

    /** Without the URL, which may hold a password among its parameters. */
    @Override
    public String toString() {
        return "DatabaseSettings[poolSize=" + poolSize + "]";
    }
}
