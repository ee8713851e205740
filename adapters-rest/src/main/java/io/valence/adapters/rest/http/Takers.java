package io.valence.adapters.rest.http;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The callers who take long answers, and the end of those who do it too slowly. A write cannot see
 * that it is stuck, and the connection's time-out begins anew with every byte: somebody else looks.
 */
final class Takers {
    private final Set<Taker> all = ConcurrentHashMap.newKeySet();
    private final Duration patience;

    Takers(Duration patience) {
        this.patience = patience;
    }

    /** Somebody who takes an answer to this request. */
    Taker begin(Request request, Response response) {
        Taker taker =
                new Taker(
                        new Pace(patience),
                        response,
                        request.getConnectionMetaData().getConnection().getEndPoint());
        all.add(taker);
        return taker;
    }

    /** Ends the connections of those who are stuck. */
    void endStuck() {
        all.forEach(Taker::endIfStuck);
    }

    /** One caller, while its answer goes out. */
    final class Taker implements AutoCloseable {
        private final Pace pace;
        private final Response response;
        private final EndPoint line;

        private Taker(Pace pace, Response response, EndPoint line) {
            this.pace = pace;
            this.response = response;
            this.line = line;
        }

        /** Waits until it has taken this. */
        void take(ByteBuffer bytes) throws IOException {
            int count = bytes.remaining();
            pace.await();
            try {
                Content.Sink.write(response, false, bytes);
            } finally {
                pace.moved(count);
            }
            if (pace.isDrip()) {
                throw new EOFException("the caller takes the answer too slowly");
            }
        }

        private void endIfStuck() {
            if (pace.isStuck()) {
                line.close();
            }
        }

        @Override
        public void close() {
            all.remove(this);
        }
    }
}
