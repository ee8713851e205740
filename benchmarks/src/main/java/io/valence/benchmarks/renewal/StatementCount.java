package io.valence.benchmarks.renewal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the statements that are logged until it is closed; none of their lines is written. */
final class StatementCount extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final int SHOWN = 60;

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Logger log =
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("io.valence.sql");

    private StatementCount() {}

    static StatementCount begun() {
        StatementCount count = new StatementCount();
        count.start();
        count.log.addAppender(count);
        count.log.setAdditive(false);
        count.log.setLevel(Level.DEBUG);
        return count;
    }

    /** The statement is the last value of its line, after the time that it took. */
    @Override
    protected void append(ILoggingEvent event) {
        Object[] values = event.getArgumentArray();
        counts.computeIfAbsent(String.valueOf(values[values.length - 1]), unseen -> new LongAdder())
                .increment();
    }

    long all() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** How often each was run, by how it begins and ends. */
    Map<String, Long> each() {
        Map<String, Long> each = new TreeMap<>();
        counts.forEach((statement, count) -> each.merge(shown(statement), count.sum(), Long::sum));
        return each;
    }

    private static String shown(String statement) {
        int length = statement.length();
        return length <= 2 * SHOWN
                ? statement
                : statement.substring(0, SHOWN) + " ... " + statement.substring(length - SHOWN);
    }

    @Override
    public void close() {
        log.setLevel(null);
        log.setAdditive(true);
        log.detachAppender(this);
        stop();
    }
}
