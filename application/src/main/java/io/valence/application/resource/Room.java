package io.valence.application.resource;

import io.valence.application.call.Setback;
import io.valence.domain.instance.InstanceId;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory for documents that are held as a whole while calls are carried out: so much for all,
 * and so much for each, so that no caller and no vendor can use up the server's.
 */
final class Room {
    private static final long MOST_OF_ONE = 128L << 20;

    /** Of the whole memory, of which a document takes more than its weight while it is written. */
    private static final int PART = 4;

    /** What a value takes beside its characters. */
    private static final int VALUE = 64;

    private static final Duration REST = Duration.ofSeconds(1);

    private final AtomicLong free;
    private final long mostOfOne;

    /** Room for so many bytes. */
    Room(long bytes) {
        this.free = new AtomicLong(bytes);
        this.mostOfOne = Math.min(MOST_OF_ONE, bytes / 4 * 3);
    }

    /** A part of this process's memory. */
    static Room ofThisProcess() {
        return new Room(Runtime.getRuntime().maxMemory() / PART);
    }

    /** There is none at the moment. */
    static Setback crowded(InstanceId instance) {
        return new Setback.TryLater(
                instance, "The server holds as much of other answers as it has room for", REST);
    }

    /** What one call may hold, of which nothing is taken yet. */
    Share share() {
        return new Share();
    }

    /** What one call holds, until it is closed. */
    final class Share implements Held {
        private final AtomicLong held = new AtomicLong();
        private final AtomicBoolean full = new AtomicBoolean();
        private final AtomicBoolean crowdedOut = new AtomicBoolean();

        private Share() {}

        /** The same bytes, which break off where there is no room for what they say. */
        InputStream weighing(InputStream bytes) {
            return new Weighing(bytes);
        }

        /** Whether something broke off since it is too much for one call. */
        boolean isFull() {
            return full.get();
        }

        /** How many bytes one call may hold. */
        long most() {
            return mostOfOne;
        }

        /** Why something broke off, if that was for others that have taken the room. */
        Optional<Setback> setback(InstanceId instance) {
            return crowdedOut.get() ? Optional.of(crowded(instance)) : Optional.empty();
        }

        private void take(long weight) throws IOException {
            if (held.get() + weight > mostOfOne) {
                full.set(true);
                throw new IOException("too much for one call");
            }
            if (!fits(weight)) {
                throw new IOException("no room at the moment");
            }
        }

        /** Whether there is room for so much more, which is then held. */
        boolean fits(long weight) {
            if (free.getAndUpdate(had -> had >= weight ? had - weight : had) < weight) {
                crowdedOut.set(true);
                return false;
            }
            held.addAndGet(weight);
            return true;
        }

        /**
         * Holds so much in place of all that it held. It never fails: what was done is answered,
         * and an answer hardly takes more than what it was made of.
         */
        void keepOnly(long weight) {
            free.addAndGet(held.getAndSet(weight) - weight);
        }

        @Override
        public void close() {
            free.addAndGet(held.getAndSet(0));
        }

        private final class Weighing extends FilterInputStream {
            Weighing(InputStream bytes) {
                super(bytes);
            }

            @Override
            public int read() throws IOException {
                int read = super.read();
                if (read >= 0) {
                    take(beginsValue(read) ? VALUE + 1 : 1);
                }
                return read;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = super.read(buffer, offset, length);
                long weight = Math.max(0, count);
                for (int at = offset; at < offset + count; at++) {
                    if (beginsValue(buffer[at])) {
                        weight += VALUE;
                    }
                }
                take(weight);
                return count;
            }

            /** Those within texts count too, which does no harm. */
            private static boolean beginsValue(int character) {
                return character == ',' || character == '[' || character == '{';
            }
        }
    }
}
