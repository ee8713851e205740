package io.valence.adapters.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/**
 * A body on its way from the vendor to the caller. Its end gives the connection back; so does
 * closing it, after a little of the rest has been read, so that the connection can be used again.
 */
final class Download extends InputStream {
    private static final int LITTLE = 64 * 1024;
    private static final long SHORT = 1_000_000_000;
    private static final int BUFFER = 8 * 1024;

    private final InputStream bytes;
    private final Exchange exchange;
    private final long silence;
    private final Pace pace;
    private long left;
    private boolean over;

    /**
     * A body that begins.
     *
     * @param length negative if it is not known
     */
    Download(InputStream bytes, long length, Exchange exchange, VendorSettings settings) {
        this.bytes = bytes;
        this.left = length;
        this.exchange = exchange;
        this.silence = settings.silence().toNanos();
        this.pace = new Pace(settings.apiCall().toNanos());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        return length == 0 ? 0 : read(buffer, offset, length, silence);
    }

    private int read(byte[] buffer, int offset, int length, long patience) throws IOException {
        if (over) {
            return -1;
        }
        long begin = System.nanoTime();
        exchange.expect(patience);
        int count;
        try {
            count = bytes.read(buffer, offset, length);
        } catch (IOException | RuntimeException broken) {
            throw broken(exchange.isAborted());
        }
        exchange.rest();
        if (exchange.isAborted()) {
            throw broken(true);
        }
        pace.flowed(Math.max(0, count), System.nanoTime() - begin);
        if (pace.isDrip()) {
            throw broken(true);
        }
        if (left > 0 && count > 0) {
            left -= count;
        }
        if (count < 0 || left == 0) {
            over = true;
            exchange.finish();
        }
        return count;
    }

    /** Says so in words of its own: the cause may quote what was sent. */
    private IOException broken(boolean late) {
        over = true;
        exchange.discard();
        return late
                ? new IOException("the vendor's answer came too slowly", new TimeoutException())
                : new IOException("the vendor's answer ended before its end");
    }

    @Override
    public void close() throws IOException {
        if (over) {
            return;
        }
        boolean worthIt = exchange.isReusable() && left <= LITTLE;
        byte[] buffer = new byte[BUFFER];
        int rest = LITTLE;
        try {
            while (worthIt && !over && rest > 0) {
                rest -= Math.max(0, read(buffer, 0, buffer.length, SHORT));
            }
        } catch (IOException _) {
            // The connection is gone, which is as good.
        }
        over = true;
        exchange.discard();
    }
}
