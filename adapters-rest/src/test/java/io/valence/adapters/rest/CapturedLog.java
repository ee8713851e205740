package io.valence.adapters.rest;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a logger says while this is open. */
final class CapturedLog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Logger logger;
    private final Level before;
    private final boolean additive;
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    CapturedLog(String name) {
        logger = (Logger) LoggerFactory.getLogger(name);
        before = Optional.ofNullable(logger.getLevel()).orElse(Level.WARN);
        additive = logger.isAdditive();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        lines.start();
        logger.addAppender(lines);
    }

    /** A line: what it says, and the values beside it as text. */
    record Line(String text, String level, Map<String, String> values, boolean hasStackTrace) {}

    List<Line> lines() {
        return List.copyOf(lines.list).stream().map(CapturedLog::line).toList();
    }

    /** The first line of this text, which may come a moment after the answer. */
    Line awaitLine(String text) {
        Instant until = Instant.now().plus(PATIENCE);
        Optional<Line> found = find(text);
        while (found.isEmpty() && Instant.now().isBefore(until)) {
            Thread.onSpinWait();
            found = find(text);
        }
        return found.orElseThrow(() -> new AssertionError("no line says: " + text));
    }

    private Optional<Line> find(String text) {
        return lines().stream().filter(line -> line.text().equals(text)).findFirst();
    }

    private static Line line(ILoggingEvent event) {
        Map<String, String> values = new LinkedHashMap<>();
        Optional.ofNullable(event.getKeyValuePairs())
                .orElse(List.of())
                .forEach(pair -> values.put(pair.key, String.valueOf(pair.value)));
        return new Line(
                event.getFormattedMessage(),
                event.getLevel().toString(),
                values,
                event.getThrowableProxy() != null);
    }

    @Override
    public void close() {
        logger.detachAppender(lines);
        logger.setAdditive(additive);
        logger.setLevel(before);
    }
}
