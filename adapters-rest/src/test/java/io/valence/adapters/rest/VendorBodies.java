package io.valence.adapters.rest;

import io.valence.domain.call.Content;
import io.valence.domain.call.Header;
import io.valence.domain.call.VendorAnswer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** VendorBodies of vendors' answers, good ones and bad ones. */
final class VendorBodies {
    private VendorBodies() {}

    static VendorAnswer.Answered answered(int status, Content content, Header... headers) {
        return new VendorAnswer.Answered(status, List.of(headers), content, true);
    }

    static Content empty() {
        return new Content(InputStream.nullInputStream(), OptionalLong.of(0));
    }

    static Content of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Content(new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length));
    }

    /** A length below zero is one that is not said. */
    static Content of(InputStream bytes, long length) {
        return new Content(bytes, length < 0 ? OptionalLong.empty() : OptionalLong.of(length));
    }

    /** Bytes that end after so many, one way or the other, and tell whether they were closed. */
    static final class Flow extends InputStream {
        private final boolean breaks;
        private long left;
        private final AtomicLong taken = new AtomicLong();
        private volatile boolean closed;

        Flow(long left, boolean breaks) {
            this.left = left;
            this.breaks = breaks;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                if (breaks) {
                    throw new IOException("reset");
                }
                return -1;
            }
            int read = (int) Math.min(left, length);
            Arrays.fill(buffer, offset, offset + read, (byte) 'x');
            left -= read;
            taken.addAndGet(read);
            return read;
        }

        long taken() {
            return taken.get();
        }

        boolean isClosed() {
            return closed;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
