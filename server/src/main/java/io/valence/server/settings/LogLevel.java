package io.valence.server.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much is logged. */
public enum LogLevel {
    /** Nothing. */
    OFF,
    /** What failed. */
    ERROR,
    /** And what may fail soon. */
    WARN,
    /** And what happened. */
    INFO,
    /** And how. */
    DEBUG,
    /** And in which steps. */
    TRACE;

    static Optional<LogLevel> parse(String text) {
        return Arrays.stream(values())
                .filter(level -> level.name().equalsIgnoreCase(text))
                .findFirst();
    }

    String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
