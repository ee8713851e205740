package io.valence.application.call;

import io.valence.domain.call.Content;
import io.valence.domain.secret.Spellings;
import io.valence.domain.trace.CapturedText;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/** The beginning of a body, kept while the body passes. */
final class Capture {
    /** So that a secret is known as one, and hidden, where the text is cut off within it. */
    private static final int MARGIN = 8 << 10;

    private static final int MOST = CapturedText.MOST_BYTES + MARGIN;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final AtomicBoolean ended = new AtomicBoolean();

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

    /** These bytes, as if they had passed. */
    static Capture of(byte[] bytes) {
        Capture capture = new Capture();
        capture.keepAll(bytes);
        return capture;
    }

    /** Keeps this text, as if it had passed. */
    void keep(String text) {
        String beginning = text.substring(0, Math.min(text.length(), MOST));
        keepAll(beginning.getBytes(StandardCharsets.UTF_8));
    }

    private void keepAll(byte[] bytes) {
        keep(bytes, 0, bytes.length);
        end();
    }

    private void end() {
        ended.set(true);
    }

    private synchronized void keep(byte[] bytes, int from, int count) {
        int room = MOST - kept.size();
        kept.write(bytes, from, Math.clamp(count, 0, room));
    }

    /** What was read, as text without these. */
    synchronized CapturedText text(Spellings secrets) {
        if (kept.size() == 0) {
            return CapturedText.NONE;
        }
        boolean full = kept.size() == MOST;
        String read = kept.toString(StandardCharsets.UTF_8);
        String whole = ended.get() && !full ? read : secrets.cutOffAtTheEndOf(read);
        CapturedText shown = CapturedText.of(secrets.hiddenIn(whole));
        return new CapturedText(shown.text(), shown.cut() || full);
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
            } else {
                end();
            }
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            keep(buffer, offset, count);
            if (count < 0) {
                end();
            }
            return count;
        }
    }
}
