package io.valence.adapters.persistence;

import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** One line for each statement that was run, on one line, with names in the place of values. */
final class StatementLog implements SqlLogger {
    private static final Logger LOG = LoggerFactory.getLogger("io.valence.sql");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    @Override
    public void logAfterExecution(StatementContext context) {
        if (LOG.isDebugEnabled()) {
            log(context.getRenderedSql(), context.getElapsedTime(ChronoUnit.NANOS));
        }
    }

    static void log(String statement, long nanoseconds) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} µs: {}",
                    nanoseconds / 1000,
                    SPACE.matcher(statement).replaceAll(" ").strip());
        }
    }
}
