package io.valence.adapters.vendor;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.util.Objects;
import java.util.function.IntSupplier;

/**
 * The library's parser of status lines and headers, with a bound on both together; its own bounds
 * are on each line and on their number. One belongs to one connection.
 */
final class HeadParser implements HttpMessageParser<ClassicHttpResponse> {
    /** How many bytes a status line and its headers may have, give or take a buffer. */
    static final int MOST_BYTES = 64 * 1024;

    private static final int MOST_LINES = 1_000;

    /** Its own, since the library's connections hand theirs to no parser. */
    private static final Http1Config CONFIG =
            Http1Config.custom().setMaxHeaderCount(MOST_LINES).setMaxLineLength(MOST_BYTES).build();

    private final DefaultHttpResponseParser parser = new DefaultHttpResponseParser(CONFIG);
    private final Bounded bounded = new Bounded();
    private IntSupplier unread = () -> 0;

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream stream)
            throws IOException, HttpException {
        unread = buffer::length;
        boolean nothing = buffer.length() == 0;
        bounded.begin(stream);
        try {
            return parser.parse(buffer, bounded);
        } catch (SocketException reset) {
            if (nothing && bounded.count == 0) {
                NoHttpResponseException silent = new NoHttpResponseException("reset");
                silent.initCause(reset);
                throw silent;
            }
            throw reset;
        } finally {
            bounded.begin(InputStream.nullInputStream());
        }
    }

    /** How many bytes have been read from the vendor that are of no answer yet. */
    int unread() {
        return unread.getAsInt();
    }

    private static final class Bounded extends InputStream {
        private InputStream stream = InputStream.nullInputStream();
        private int count;

        private void begin(InputStream next) {
            stream = next;
            count = 0;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, bytes.length);
            if (count >= MOST_BYTES) {
                throw new MessageConstraintException("header section");
            }
            int read = stream.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
