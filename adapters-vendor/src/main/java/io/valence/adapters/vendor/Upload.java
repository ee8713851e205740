package io.valence.adapters.vendor;

import io.valence.domain.call.Content;

import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeoutException;

/** A body on its way from the caller to the vendor. */
final class Upload extends AbstractHttpEntity {
    private static final int BUFFER = 16 * 1024;

    private final Content content;
    private final Exchange exchange;
    private final long silence;
    private final Pace pace;

    Upload(Content content, Exchange exchange, long silence, Pace pace) {
        super((String) null, null, content.length().isEmpty());
        this.content = content;
        this.exchange = exchange;
        this.silence = silence;
        this.pace = pace;
    }

    /** Says that it was the caller who broke off, not the vendor. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        private final boolean late;

        private Broken(boolean late) {
            super("the caller's body broke off", null);
            this.late = late;
        }

        /** Whether it was time that ran out. */
        boolean isLate() {
            return late;
        }
    }

    @Override
    public void writeTo(OutputStream vendor) throws IOException {
        long left = content.length().orElse(Long.MAX_VALUE);
        byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(1, left))];
        while (left > 0) {
            exchange.rest();
            int count = fromCaller(buffer, (int) Math.min(buffer.length, left));
            if (count < 0) {
                if (content.length().isPresent()) {
                    throw broken(false);
                }
                return;
            }
            left -= count;
            long begin = System.nanoTime();
            exchange.expect(silence);
            vendor.write(buffer, 0, count);
            pace.flowed(count, System.nanoTime() - begin);
            if (pace.isDrip()) {
                exchange.abort();
            }
        }
    }

    private int fromCaller(byte[] buffer, int most) throws Broken {
        try {
            return content.bytes().read(buffer, 0, most);
        } catch (IOException broken) {
            throw broken(broken.getCause() instanceof TimeoutException);
        }
    }

    /** Ends the connection first: a proper end of chunks would make half a body look whole. */
    private Broken broken(boolean late) {
        exchange.breakOff();
        return new Broken(late);
    }

    @Override
    public long getContentLength() {
        return content.length().orElse(-1);
    }

    @Override
    public InputStream getContent() {
        return content.bytes();
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    /** The content belongs to the caller, who closes it. */
    @Override
    public void close() {}
}
