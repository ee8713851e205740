package io.valence.server;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.util.Set;

/** The failures that are the database's: they pass, and callers may try again. */
final class Outage {
    private static final int DEEPEST = 20;

    /** Files cannot be read or written, the connection broke, the database is closed or closing. */
    private static final Set<String> OF_H2 =
            Set.of("90028", "90031", "90067", "90098", "90121", "HYT00");

    private Outage() {}

    /** Whether such a failure is what caused this one. */
    static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && isOutage(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /**
     * By class, and by the states of the standard and of both databases: 08 connection, 53 out of
     * resources, 57 stopped by an operator or a time-out, 58 of the system around it.
     */
    private static boolean isOutage(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return failure instanceof SQLTransientException
                || failure instanceof SQLTimeoutException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || OF_H2.contains(state);
    }
}
