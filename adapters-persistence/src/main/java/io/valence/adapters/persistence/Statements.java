package io.valence.adapters.persistence;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import javax.sql.DataSource;

/** How statements are run: as they are written, logged without values, failing without values. */
final class Statements {
    private Statements() {}

    static Jdbi jdbi(DataSource dataSource) {
        Jdbi jdbi = Jdbi.create(dataSource);
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        jdbi.getConfig(SqlStatements.class).setSqlLogger(new StatementLog());
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        jdbi.registerArrayType(String.class, "varchar");
        return jdbi;
    }

    /** A moment as both databases keep it: to the microsecond. */
    static Instant stored(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * A moment as a value of a statement. JDBI by itself makes a time without zone of it, which H2
     * then has to guess in the hour that summer time repeats.
     */
    static Argument moment(Instant moment) {
        OffsetDateTime value = stored(moment).atOffset(ZoneOffset.UTC);
        return (position, statement, _) -> statement.setObject(position, value);
    }

    static Argument moment(Optional<Instant> moment) {
        return moment.map(Statements::moment)
                .orElse(new NullArgument(Types.TIMESTAMP_WITH_TIMEZONE));
    }

    /** The moment in this column, if there is one. */
    static Optional<Instant> momentIn(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    static Argument bytes(Optional<byte[]> bytes) {
        return bytes.<Argument>map(
                        value -> (position, statement, _) -> statement.setBytes(position, value))
                .orElse(new NullArgument(Types.VARBINARY));
    }

    static Argument number(Optional<Integer> number) {
        return number.<Argument>map(
                        value -> (position, statement, _) -> statement.setInt(position, value))
                .orElse(new NullArgument(Types.INTEGER));
    }

    static Argument text(Optional<String> text) {
        return text.<Argument>map(
                        value -> (position, statement, _) -> statement.setString(position, value))
                .orElse(new NullArgument(Types.VARCHAR));
    }
}
