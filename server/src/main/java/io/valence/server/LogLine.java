package io.valence.server;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;

import io.valence.server.settings.Messages;

import org.slf4j.event.KeyValuePair;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * One line per event: time, level, logger, message, then {@code key=value} as often as there are
 * any. Whatever could end a line or look like another value is escaped.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int THOUSAND = 1000;
    private static final int FRAMES = 40;
    private static final int CAUSES = 8;

    /** Many lines are of one second, which is written out once. */
    private volatile Second latest = new Second(0, TIME.format(Instant.EPOCH));

    private record Second(long number, String text) {}

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160);
        time(line, event.getTimeStamp());
        line.append(' ').append(event.getLevel());
        String logger = event.getLoggerName();
        line.append(' ').append(logger, logger.lastIndexOf('.') + 1, logger.length()).append(' ');
        line.append(Messages.escaped(String.valueOf(event.getFormattedMessage())));
        event.getMDCPropertyMap().forEach((key, value) -> pair(line, key, value));
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> pair(line, pair.key, String.valueOf(pair.value)));
        }
        IThrowableProxy failure = event.getThrowableProxy();
        if (failure != null) {
            pair(line, "failure", trace(failure));
        }
        return line.append('\n').toString();
    }

    private void time(StringBuilder line, long milliseconds) {
        long number = Math.floorDiv(milliseconds, THOUSAND);
        Second second = latest;
        if (second.number() != number) {
            second = new Second(number, TIME.format(Instant.ofEpochSecond(number)));
            latest = second;
        }
        String fraction = Integer.toString(THOUSAND + Math.floorMod(milliseconds, THOUSAND));
        line.append(second.text()).append('.').append(fraction, 1, fraction.length()).append('Z');
    }

    private static void pair(StringBuilder line, String key, String value) {
        line.append(' ');
        line.append(Messages.escaped(key));
        line.append('=');
        if (isBare(value)) {
            line.append(Messages.escaped(value));
            return;
        }
        line.append('"');
        line.append(Messages.escaped(value.replace("\\", "\\\\").replace("\"", "\\\"")));
        line.append('"');
    }

    private static boolean isBare(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c == '"' || c == '=' || c == '\\') {
                return false;
            }
        }
        return !value.isEmpty();
    }

    private static String trace(IThrowableProxy failure) {
        StringBuilder text = new StringBuilder();
        IThrowableProxy cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            text.append(depth == 0 ? "" : " | caused by ").append(cause.getClassName());
            if (cause.getMessage() != null) {
                text.append(": ").append(cause.getMessage());
            }
            StackTraceElementProxy[] frames = cause.getStackTraceElementProxyArray();
            int own = Math.min(FRAMES, frames.length - cause.getCommonFrames());
            for (int i = 0; i < own; i++) {
                text.append(" | at ").append(frames[i].getStackTraceElement());
            }
            cause = cause.getCause();
        }
        return text.toString();
    }
}
