package io.valence.server.journeys;

import io.valence.testkit.api.ApiAnswer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;

/** Tokens as they are stored, and time that passes for them alone. */
final class StoredGrants {
    /** Changes that another process made are seen within this time. */
    private static final long MOMENT = 2_000;

    private final Callable<Connection> database;

    StoredGrants(Callable<Connection> database) {
        this.database = database;
    }

    /** The instance's token is past its end now, with nobody having renewed it before. */
    void end(ApiAnswer instance) throws Exception {
        change(
                instance,
                "obtained_at = ?, expires_at = ?, refresh_at = null",
                Instant.now().minusSeconds(3_600),
                Instant.now().minusSeconds(1));
    }

    /** The instance's token was had an hour ago, and has another to go. */
    void age(ApiAnswer instance) throws Exception {
        change(
                instance,
                "obtained_at = ?, expires_at = ?, refresh_at = null",
                Instant.now().minusSeconds(3_600),
                Instant.now().plusSeconds(3_600));
    }

    /** Whoever was about to renew the instance's token has had its time. */
    void letTurnEnd(ApiAnswer instance) throws Exception {
        change(
                instance,
                "lease_until = ?, intent_until = ?",
                Instant.now().minusSeconds(1),
                Instant.now().minusSeconds(1));
    }

    private void change(ApiAnswer instance, String change, Instant first, Instant second)
            throws Exception {
        try (Connection connection = database.call();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "update instance_grant set " + change + " where instance_id = ?")) {
            statement.setObject(1, first.atOffset(ZoneOffset.UTC));
            statement.setObject(2, second.atOffset(ZoneOffset.UTC));
            statement.setInt(3, instance.at("/id").asInt());
            if (statement.executeUpdate() != 1) {
                throw new SQLException("no tokens of " + instance);
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
        Thread.sleep(MOMENT);
    }

    /** Tokens that are to be given back are due at once. */
    void hurryGivingBack() throws Exception {
        try (Connection connection = database.call();
                PreparedStatement statement =
                        connection.prepareStatement("update revocation_order set due_at = ?")) {
            statement.setObject(1, Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }
}
