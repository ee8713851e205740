package io.valence.domain.planted;

import java.io.IOException;
import java.net.Socket;

/** Opens a connection, although java.net is on the list for its addresses. */
public final class Caller {
    private Caller() {}

    /** A connection. */
    public static Socket call() throws IOException {
        return new Socket("localhost", 1);
    }
}
