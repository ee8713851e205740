package io.valence.adapters.rest.http;

import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** The connections to callers, of which each can be asked whether the caller has hung up. */
public final class Lines extends ServerConnector {
    /** Those of this server. */
    public Lines(Server server, HttpConfiguration configuration) {
        super(server, 1, 1, new HttpConnectionFactory(configuration));
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(
            SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        CallersLine line = new CallersLine(channel, selector, key, getScheduler(), getExecutor());
        line.setIdleTimeout(getIdleTimeout());
        return line;
    }
}
