package io.valence.adapters.persistence;

import io.valence.domain.instance.InstanceId;
import io.valence.domain.trace.Trace;
import io.valence.domain.trace.TraceId;
import io.valence.domain.trace.TraceSummary;
import io.valence.domain.trace.Traces;

import org.jdbi.v3.core.Jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Traces in their table, sealed. */
final class JdbiTraces implements Traces {
    private static final String SUMMARY = "summary";

    /** Of an instance that is gone nothing is kept. */
    private static final String ADD =
            """
            insert into trace (id, instance_id, recorded_at, summary_sealed, trace_sealed, key_id)
            select cast(:id as varchar),
                   i.id,
                   cast(:at as timestamp(6) with time zone),
                   cast(:summary as bytea),
                   cast(:trace as bytea),
                   cast(:keyId as integer)
              from instance i
             where i.id = :instance
            """;

    private static final String FORGET_ALL_BUT_THE_LATEST =
            """
            delete from trace
             where instance_id = :instance
               and (recorded_at < :before
                    or ordinal <= (select t.ordinal
                                     from trace t
                                    where t.instance_id = :instance
                                    order by t.instance_id desc, t.ordinal desc
                                    limit 1 offset :most))
            """;

    private static final String LIST =
            """
            select id, recorded_at, summary_sealed
              from trace
             where instance_id = :instance
             order by instance_id desc, ordinal desc
            """;

    private static final String FIND =
            """
            select recorded_at, trace_sealed
              from trace
             where id = :id
               and instance_id = :instance
            """;

    private static final String INSTANCE_OF =
            """
            select instance_id
              from trace
             where id = :id
            """;

    private static final String FORGET =
            """
            delete from trace
             where recorded_at < :before
            """;

    private final Jdbi jdbi;
    private final Sealing sealing;

    JdbiTraces(Jdbi jdbi, Sealing sealing) {
        this.jdbi = jdbi;
        this.sealing = sealing;
    }

    @Override
    public void add(Trace trace) {
        Binding binding = Binding.ofTrace(trace.instance());
        byte[] summary =
                sealing.seal(
                        TraceBytes.of(trace.summary()), binding.at(SUMMARY + trace.id().value()));
        byte[] whole = sealing.seal(TraceBytes.of(trace), binding.at(trace.id().value()));
        jdbi.useTransaction(
                handle -> {
                    int added =
                            handle.createUpdate(ADD)
                                    .bind("id", trace.id().value())
                                    .bind("instance", trace.instance().value())
                                    .bind("at", Statements.moment(trace.at()))
                                    .bind("summary", summary)
                                    .bind("trace", whole)
                                    .bind("keyId", sealing.keyId())
                                    .execute();
                    if (added > 0) {
                        handle.createUpdate(FORGET_ALL_BUT_THE_LATEST)
                                .bind("instance", trace.instance().value())
                                .bind("before", Statements.moment(trace.at().minus(LONGEST)))
                                .bind("most", MOST)
                                .execute();
                    }
                });
    }

    @Override
    public List<TraceSummary> list(InstanceId instance) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(LIST)
                                .bind("instance", instance.value())
                                .map((row, _) -> summary(row, instance))
                                .list());
    }

    private TraceSummary summary(ResultSet row, InstanceId instance) throws SQLException {
        TraceId id = new TraceId(row.getString(1));
        Binding binding = Binding.ofTrace(instance).at(SUMMARY + id.value());
        return TraceBytes.summary(
                id,
                Statements.momentIn(row, 2).orElseThrow(),
                sealing.bytes(row.getBytes(3), binding));
    }

    @Override
    public Optional<Trace> find(InstanceId instance, TraceId id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(FIND)
                                .bind("id", id.value())
                                .bind("instance", instance.value())
                                .map((row, _) -> trace(row, instance, id))
                                .findOne());
    }

    private Trace trace(ResultSet row, InstanceId instance, TraceId id) throws SQLException {
        return TraceBytes.trace(
                id,
                instance,
                Statements.momentIn(row, 1).orElseThrow(),
                sealing.bytes(row.getBytes(2), Binding.ofTrace(instance).at(id.value())));
    }

    @Override
    public Optional<InstanceId> instanceOf(TraceId id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(INSTANCE_OF)
                                .bind("id", id.value())
                                .map((row, _) -> new InstanceId(row.getLong(1)))
                                .findOne());
    }

    @Override
    public int forget(Instant before) {
        return jdbi.withHandle(
                handle ->
                        handle.createUpdate(FORGET)
                                .bind("before", Statements.moment(before))
                                .execute());
    }
}
