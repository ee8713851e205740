package io.valence.server.journeys;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The lines about errors that this process logs while it listens. */
final class ErrorLines implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender =
            new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
                        lines.add(event.getFormattedMessage() + " " + event.getKeyValuePairs());
                    }
                }
            };

    ErrorLines() {
        appender.start();
        root.addAppender(appender);
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        root.detachAppender(appender);
    }
}
