package io.valence.adapters.persistence;

import io.valence.domain.call.Connections;

/** The way to the memory of connections. */
public final class ConnectionCache {
    private ConnectionCache() {}

    /** An empty one in front of these, which nobody writes to. */
    public static Connections before(Connections source) {
        return new CachedConnections(source, new Writes());
    }
}
