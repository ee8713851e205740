package io.valence.server;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Output that is written many lines at a time while there is much of it: a call of the system for
 * every line is a tenth of what a call through an instance costs. Nothing waits for longer than
 * {@link #DELAY}; what is left is written when the process ends by itself.
 */
final class BatchedOutput extends OutputStream {
    /** How long a line may wait for others. */
    static final Duration DELAY = Duration.ofMillis(20);

    private static final int CAPACITY = 64 << 10;

    private final OutputStream target;
    private final ReentrantLock lock = new ReentrantLock();
    private final byte[] waiting = new byte[CAPACITY];
    private final Thread writer;
    private int count;
    private volatile boolean atOnce;

    private BatchedOutput(OutputStream target) {
        this.target = target;
        this.writer = Thread.ofPlatform().daemon().name("log").unstarted(this::write);
    }

    /** Output to there, from now to the end of the process. */
    static BatchedOutput to(OutputStream target) {
        BatchedOutput output = new BatchedOutput(target);
        output.writer.start();
        Runtime.getRuntime().addShutdownHook(new Thread(output::hurry, "log-end"));
        return output;
    }

    /** From here on nothing may wait: nobody knows how long the process still lives. */
    private void hurry() {
        atOnce = true;
        try {
            flush();
        } catch (IOException _) {
            // There is nowhere left to say so.
        }
    }

    private void write() {
        while (true) {
            LockSupport.park(this);
            LockSupport.parkNanos(this, DELAY.toNanos());
            try {
                flush();
            } catch (IOException _) {
                // Whoever writes next meets it too, and reports it.
            }
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        lock.lock();
        try {
            if (length > CAPACITY - count) {
                writeOut();
            }
            if (length > CAPACITY) {
                target.write(bytes, offset, length);
                return;
            }
            boolean first = count == 0;
            System.arraycopy(bytes, offset, waiting, count, length);
            count += length;
            if (atOnce) {
                writeOut();
            } else if (first) {
                LockSupport.unpark(writer);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void flush() throws IOException {
        lock.lock();
        try {
            writeOut();
        } finally {
            lock.unlock();
        }
    }

    private void writeOut() throws IOException {
        int length = count;
        count = 0;
        if (length > 0) {
            target.write(waiting, 0, length);
            target.flush();
        }
    }
}
