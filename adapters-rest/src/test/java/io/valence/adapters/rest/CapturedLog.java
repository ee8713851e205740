package io.valence.adapters.rest;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import io.valence.testkit.api.ApiAnswer;

import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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
        return await(line -> line.text().equals(text), text);
    }

    /** The line of this request, which may come a moment after its answer and after others. */
    Line awaitLineOf(ApiAnswer answer) {
        String id = answer.header("Elements-Request-Id").orElseThrow();
        return await(line -> id.equals(line.values().get("request")), id);
    }

    private Line await(Predicate<Line> wanted, String name) {
        Instant until = Instant.now().plus(PATIENCE);
        Optional<Line> found = find(wanted);
        while (found.isEmpty() && Instant.now().isBefore(until)) {
            Thread.onSpinWait();
            found = find(wanted);
        }
        return found.orElseThrow(() -> new AssertionError("no line says: " + name));
    }

    private Optional<Line> find(Predicate<Line> wanted) {
        return lines().stream().filter(wanted).findFirst();
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
