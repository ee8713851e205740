package io.valence.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;

/** Bytes that nobody keeps: the same many megabytes again and again, none of which is stored. */
final class Ballast extends InputStream {
    /** How many there are. */
    static final long BYTES = 50_000_000;

    private static final byte[] PATTERN = pattern();

    /** What {@link #check} says of all of them. */
    static final long WHOLE = whole();

    private long place;

    private static byte[] pattern() {
        byte[] pattern = new byte[99_991];
        new Random(20_261_122).nextBytes(pattern);
        return pattern;
    }

    private static long whole() {
        try (Ballast all = new Ballast()) {
            return check(all);
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Reads to the end; what was read, as a number. */
    static long check(InputStream bytes) throws IOException {
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[16 << 10];
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            sum.update(buffer, 0, read);
        }
        return sum.getValue();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (place == BYTES) {
            return -1;
        }
        int from = (int) (place % PATTERN.length);
        int count = (int) Math.min(Math.min(length, PATTERN.length - from), BYTES - place);
        System.arraycopy(PATTERN, from, buffer, offset, count);
        place += count;
        return count;
    }
}
