package io.valence.adapters.persistence;

import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.InstanceId;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every attempt to get tokens, by instance. */
final class Ledger {
    private final Jdbi jdbi;

    Ledger(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    static void add(Handle handle, InstanceId instance, Attempt attempt) {
        handle.createUpdate(LedgerSql.ADD)
                .bind("instance", instance.value())
                .bind("at", Statements.moment(attempt.at()))
                .bind("cause", attempt.cause().name())
                .bind("node", attempt.node())
                .bind("generation", attempt.generation())
                .bind("status", Statements.number(attempt.vendorStatus()))
                .bind("said", Statements.text(attempt.vendorSaid()))
                .bind("result", attempt.result().name())
                .execute();
    }

    /** The latest first: in the order in which they came here, whatever the servers' clocks say. */
    List<Attempt> read(InstanceId instance, int most) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(LedgerSql.READ)
                                .bind("instance", instance.value())
                                .bind("most", most)
                                .map((row, _) -> attempt(row))
                                .list());
    }

    /** One transaction for each instance: nobody waits for all of them. */
    int forget(Instant before, int mostOfEach) {
        int forgotten =
                jdbi.withHandle(
                        handle ->
                                handle.createUpdate(LedgerSql.FORGET_OLD)
                                        .bind("before", Statements.moment(before))
                                        .execute());
        for (long instance : thoseOfMoreThan(mostOfEach)) {
            forgotten +=
                    jdbi.withHandle(
                            handle ->
                                    handle.createUpdate(LedgerSql.FORGET_ALL_BUT_THE_LATEST)
                                            .bind("instance", instance)
                                            .bind("most", mostOfEach)
                                            .execute());
        }
        return forgotten;
    }

    private List<Long> thoseOfMoreThan(int most) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(LedgerSql.TOO_LONG)
                                .bind("most", most)
                                .mapTo(long.class)
                                .list());
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                Statements.momentIn(row, 1).orElseThrow(),
                Attempt.Cause.valueOf(row.getString(2)),
                row.getString(3),
                row.getLong(4),
                Optional.ofNullable(row.getObject(5, Integer.class)),
                Optional.ofNullable(row.getString(6)),
                Attempt.Result.valueOf(row.getString(7)));
    }
}
