package io.valence.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

import java.time.Instant;
import java.util.List;

class LogLineTest {
    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void prepare() {
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    @Test
    void holdsTimeLevelLoggerMessageAndValues() {
        var event = event("answered");
        event.setKeyValuePairs(
                List.of(new KeyValuePair("status", 200), new KeyValuePair("name", "two words")));

        var line = new LogLine().doLayout(event);

        assertThat(line)
                .isEqualTo(
                        "2026-01-31T08:15:30.000Z INFO Sample answered status=200"
                                + " name=\"two words\"\n");
    }

    @Test
    void staysOneLineWhateverIsLogged() {
        var event = event("a\nb\r\u001b[31m");
        event.setKeyValuePairs(
                List.of(
                        new KeyValuePair("forged", "x\n2026-01-31T08:15:30.000Z INFO status=\"1\""),
                        new KeyValuePair("separator", "a\u2028b")));

        var line = new LogLine().doLayout(event);

        assertThat(line)
                .endsWith(
                        "INFO Sample a\\nb\\u000d\\u001b[31m"
                                + " forged=\"x\\n2026-01-31T08:15:30.000Z INFO status=\\\"1\\\"\""
                                + " separator=a\\u2028b\n");
        assertThat(line.chars().filter(c -> c == '\n').count()).isEqualTo(1);
    }

    @Test
    void tellsAFailureWithItsCauseOnTheSameLine() {
        var failure = new IllegalStateException("first\nsecond", new RuntimeException("cause"));
        var event =
                new LoggingEvent(
                        "x",
                        context.getLogger("io.valence.Sample"),
                        Level.ERROR,
                        "failed",
                        failure,
                        null);

        var line = new LogLine().doLayout(event);

        assertThat(line)
                .contains(
                        "failure=\"java.lang.IllegalStateException: first\\nsecond | at"
                                + " io.valence.server.LogLineTest",
                        " | caused by java.lang.RuntimeException: cause");
        assertThat(line.chars().filter(c -> c == '\n').count()).isEqualTo(1);
    }

    private LoggingEvent event(String message) {
        var event =
                new LoggingEvent(
                        "x",
                        context.getLogger("io.valence.Sample"),
                        Level.INFO,
                        message,
                        null,
                        null);
        event.setInstant(Instant.parse("2026-01-31T08:15:30Z"));
        return event;
    }
}
