package io.valence.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;

import io.valence.server.settings.LogLevel;

import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;

/**
 * The set-up of the log: one line per event on the standard error.
 *
 * <p>In code, since no file then has to be found, read and understood at every start. Libraries
 * stay at warnings whatever is set: their finer lines may hold what must not be seen.
 */
public final class LogConfiguration extends ContextAwareBase implements Configurator {
    private static final String OURS = "io.valence";

    /** Called by Logback through the service of this name. */
    public LogConfiguration() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        LogLine layout = new LogLine();
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        LogAppender appender = new LogAppender();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        context.getLogger("ROOT").addAppender(appender);
        apply(context, LogLevel.INFO);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static void apply(LogLevel level) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            apply(context, level);
        }
    }

    private static void apply(LoggerContext context, LogLevel level) {
        Level ours = Level.toLevel(level.name());
        context.getLogger(OURS).setLevel(ours);
        context.getLogger("ROOT").setLevel(ours.isGreaterOrEqual(Level.WARN) ? ours : Level.WARN);
        Level grave = ours.isGreaterOrEqual(Level.ERROR) ? ours : Level.ERROR;
        // It tells of every failed start, which we do in better words.
        context.getLogger("org.springframework.context").setLevel(grave);
        // It repeats headers that anybody may send, whatever is in them.
        context.getLogger("org.eclipse.jetty.http").setLevel(grave);
        // It warns at each start that it has no words of its own for H2, whatever it is told.
        context.getLogger("com.github.kagkarlsson.scheduler.jdbc").setLevel(grave);
    }
}
