package io.valence.benchmarks.load;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.Callable;

/** The statements that are logged while something is done. */
final class StatementTap {
    private StatementTap() {}

    static List<String> during(Callable<?> work) throws Exception {
        Logger log =
                ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("io.valence.sql");
        ListAppender<ILoggingEvent> tap = new ListAppender<>();
        tap.start();
        log.addAppender(tap);
        log.setLevel(Level.DEBUG);
        try {
            work.call();
        } finally {
            log.setLevel(null);
            log.detachAppender(tap);
        }
        return tap.list.stream().map(StatementTap::statement).toList();
    }

    /** What follows the time that it took. */
    private static String statement(ILoggingEvent event) {
        String line = event.getFormattedMessage();
        return line.substring(line.indexOf(": ") + 2);
    }
}
