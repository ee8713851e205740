package io.valence.adapters.rest.http;

import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;

/**
 * A connection to a caller that can be asked whether the caller has hung up. Nobody reads while a
 * call is carried out, so that the end of a connection is not seen by itself: asking reads one byte
 * ahead, which whoever reads next gets first.
 */
final class CallersLine extends SocketChannelEndPoint {
    private static final int NOTHING = -1;

    private final Executor threads;

    /** What was read ahead. */
    private volatile int ahead = NOTHING;

    CallersLine(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            Executor threads) {
        super(channel, selector, key, scheduler);
        this.threads = threads;
    }

    /**
     * Whether the caller sends nothing more. Whoever carries out the call asks, and nobody else
     * reads meanwhile.
     */
    boolean isHungUp() {
        if (!isOpen() || isInputShutdown()) {
            return true;
        }
        if (ahead != NOTHING) {
            return false;
        }
        ByteBuffer one = ByteBuffer.allocate(1);
        try {
            int read = getChannel().read(one);
            if (read > 0) {
                ahead = one.get(0) & 0xff;
            }
            return read < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int first = ahead;
        if (first == NOTHING) {
            return super.fill(buffer);
        }
        ahead = NOTHING;
        int position = BufferUtil.flipToFill(buffer);
        buffer.put((byte) first);
        BufferUtil.flipToFlush(buffer, position);
        return 1;
    }

    /** What was read ahead would not wake whoever waits for more to arrive. */
    @Override
    protected void needsFillInterest() {
        if (ahead == NOTHING) {
            super.needsFillInterest();
        } else {
            threads.execute(() -> getFillInterest().fillable());
        }
    }
}
