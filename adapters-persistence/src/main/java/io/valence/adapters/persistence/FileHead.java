package io.valence.adapters.persistence;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The head of an H2 file, from which what was written last is found when the process before was
 * killed.
 *
 * <p>H2 (2.5.252) writes it anew only after twenty commits. If the first of them after a start go
 * to places that were free, they are not found from the old head: whatever was acknowledged in them
 * would be lost. So that many are made before anything is acknowledged.
 */
final class FileHead {
    private static final Logger LOG = LoggerFactory.getLogger(FileHead.class);
    private static final int COMMITS = 32;

    private FileHead() {}

    /** Has it written. */
    static void renew(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < COMMITS; i++) {
                statement.execute("comment on schema public is 'opened, " + i + "'");
            }
        } catch (SQLException notAllowed) {
            LOG.warn(
                    "The head of the database's file could not be renewed, state {}: what is"
                            + " written first may be lost if this process is killed",
                    notAllowed.getSQLState());
        }
    }
}
