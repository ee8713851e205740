package io.valence.adapters.persistence;

import org.jdbi.v3.core.ConnectionException;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;

/** The difference between a database that does not serve just now and a mistake of ours. */
final class Outage {
    /** By SQL state: connections, resources, an operator's intervention, and lock time-outs. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "HY");

    /**
     * H2's own codes for a database that is closed or closing, and for a lock that is not given.
     */
    private static final Set<Integer> H2_CODES = Set.of(90007, 90098, 90121, 50200);

    private Outage() {}

    static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause)
                .limit(20)
                .anyMatch(Outage::is);
    }

    private static boolean is(Throwable failure) {
        if (failure instanceof ConnectionException
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLTimeoutException) {
            return true;
        }
        return failure instanceof SQLException sql
                && (H2_CODES.contains(sql.getErrorCode())
                        || (sql.getSQLState() != null
                                && sql.getSQLState().length() == 5
                                && CLASSES.contains(sql.getSQLState().substring(0, 2))));
    }
}
