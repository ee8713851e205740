package io.valence.application.call;

import io.valence.domain.call.Content;
import io.valence.domain.trace.CapturedText;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** The beginning of a body, kept while the body passes. */
final class Capture {
    /** So that a secret is known as one, and hidden, where the text is cut off within it. */
    private static final int MARGIN = 8 << 10;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    /** This content, whose beginning is kept as it is read. */
    Content of(Content content) {
        return new Content(new Passing(content.bytes()), content.length());
    }

    /** This text, as if it had passed. */
    static Capture of(String text) {
        Capture capture = new Capture();
        capture.keep(text);
        return capture;
    }

    /** Keeps this text, as if it had passed. */
    void keep(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        keep(bytes, 0, bytes.length);
    }

    private synchronized void keep(byte[] bytes, int from, int count) {
        int room = CapturedText.MOST_BYTES + MARGIN - kept.size();
        kept.write(bytes, from, Math.clamp(count, 0, room));
    }

    /** What was read, as text that may be shown. */
    synchronized CapturedText text(UnaryOperator<String> hiding) {
        return kept.size() == 0
                ? CapturedText.NONE
                : CapturedText.of(hiding.apply(kept.toString(StandardCharsets.UTF_8)));
    }

    private final class Passing extends FilterInputStream {
        Passing(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                keep(new byte[] {(byte) read}, 0, 1);
            }
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            keep(buffer, offset, count);
            return count;
        }
    }
}
