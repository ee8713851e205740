package io.valence.server.journeys;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The statements that calls make; what is done by the clock is not counted. */
final class Statements extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger("io.valence.sql");

    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** Everything from now on. */
    static Statements heard() {
        Statements statements = new Statements();
        statements.start();
        LOG.setLevel(Level.DEBUG);
        LOG.setAdditive(false);
        LOG.addAppender(statements);
        return statements;
    }

    int count() {
        return heard.size();
    }

    /** All but so many of the first. */
    List<String> since(int count) {
        return heard.subList(count, heard.size());
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (!event.getThreadName().startsWith("db-scheduler")) {
            heard.add(event.getFormattedMessage());
        }
    }

    @Override
    public void close() {
        LOG.detachAppender(this);
        LOG.setAdditive(true);
        LOG.setLevel(null);
        stop();
    }
}
