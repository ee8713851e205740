package io.valence.adapters.persistence;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;

import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;

/** What the log has of an action. */
final class Log {
    private Log() {}

    /** The statements that it runs. */
    static List<String> statementsOf(Runnable action) {
        return linesOf("io.valence.sql", action);
    }

    /** Everything that is logged by this name. */
    static List<String> linesOf(String name, Runnable action) {
        Logger logger = (Logger) LoggerFactory.getLogger(name);
        Level before = logger.getLevel();
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        List<Appender<ILoggingEvent>> others = new ArrayList<>();
        logger.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(logger::detachAppender);
        logger.addAppender(lines);
        logger.setAdditive(false);
        logger.setLevel(Level.TRACE);
        try {
            action.run();
        } finally {
            logger.detachAppender(lines);
            others.forEach(logger::addAppender);
            logger.setLevel(before);
            logger.setAdditive(true);
        }
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
