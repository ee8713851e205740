package io.valence.application.call;

import io.valence.domain.call.Content;
import io.valence.domain.instance.InstanceId;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The calls that are under way through each instance: so many and no more, so that one instance
 * cannot take the room of all others. A call is under way until its answer's content is closed.
 */
final class InFlight {
    private final int most;
    private final Map<InstanceId, Integer> counts = new ConcurrentHashMap<>();

    InFlight(int most) {
        this.most = most;
    }

    int most() {
        return most;
    }

    /** Whether there was room; whoever got it leaves again. */
    boolean enter(InstanceId instance) {
        int now = counts.merge(instance, 1, Integer::sum);
        if (now > most) {
            leave(instance);
            return false;
        }
        return true;
    }

    void leave(InstanceId instance) {
        counts.computeIfPresent(instance, (id, count) -> count == 1 ? null : count - 1);
    }

    /** This content, with whose closing the call leaves. */
    Content leavingWith(InstanceId instance, Content content) {
        return new Content(new Leaving(instance, content.bytes()), content.length());
    }

    private final class Leaving extends FilterInputStream {
        private final InstanceId instance;
        private final AtomicBoolean gone = new AtomicBoolean();

        Leaving(InstanceId instance, InputStream bytes) {
            super(bytes);
            this.instance = instance;
        }

        @Override
        public void close() throws IOException {
            if (gone.compareAndSet(false, true)) {
                leave(instance);
            }
            super.close();
        }
    }
}
