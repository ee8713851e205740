package io.valence.adapters.vendor;

import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.SocketHolder;

import java.io.IOException;

/** One connection to a vendor, which knows whether more has come over it than anybody asked for. */
final class Line extends DefaultManagedHttpClientConnection {
    private static final Http1Config CONFIG =
            Http1Config.custom().setMaxLineLength(HeadParser.MOST_BYTES).build();

    private final HeadParser parser;

    private Line(HeadParser parser) {
        super("vendor", null, null, CONFIG, null, null, null, _ -> parser);
        this.parser = parser;
    }

    /** A line to nowhere yet. */
    static Line unbound() {
        return new Line(new HeadParser());
    }

    /** Whether something has been read from the vendor that nobody has taken. */
    boolean hasLeftovers() {
        return parser.unread() > 0;
    }

    /**
     * Whether a request must not go out over this: since whatever is here before it would be taken
     * for its answer, or since the vendor has hung up. Costs a look at the socket.
     */
    boolean isSoiled() {
        try {
            return hasLeftovers() || hasArrivals(ensureOpen());
        } catch (IOException gone) {
            return true;
        }
    }

    /** What has arrived encrypted may be of no answer, but of the encryption alone. */
    private boolean hasArrivals(SocketHolder socket) throws IOException {
        if (socket.getInputStream().available() > 0) {
            return true;
        }
        boolean encrypted = socket.getSSLSocket() != null;
        return encrypted
                && socket.getBaseSocket().getInputStream().available() > 0
                && (isStale() || hasLeftovers());
    }
}
