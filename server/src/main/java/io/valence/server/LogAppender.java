package io.valence.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** The log on the standard error: warnings at once, the rest many lines at a time. */
final class LogAppender extends OutputStreamAppender<ILoggingEvent> {
    private final BatchedOutput output = BatchedOutput.to(new FileOutputStream(FileDescriptor.err));

    LogAppender() {
        setName("standard error");
        setImmediateFlush(false);
    }

    @Override
    public void start() {
        setOutputStream(output);
        super.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        super.append(event);
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            try {
                output.flush();
            } catch (IOException broken) {
                addError("The log cannot be written", broken);
            }
        }
    }
}
