package io.valence.sandbox.http;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A port on loopback, shared by vendors that are told apart by the first segment of the path. */
public final class Listener implements AutoCloseable {
    /** The only address that is listened on: stand-ins have well-known passwords. */
    public static final String HOST = "127.0.0.1";

    private static final int MOST_CALLS = 4_000;
    private static final int MOST_WAITING = 1_024;
    private static final int LONGEST_HEADERS = 32 << 10;
    private static final long IDLE_MILLIS = 30_000;

    private final Server server;
    private final ServerConnector connector;

    /** Takes this port, or any free one if it is 0; nothing is answered yet. */
    public Listener(int port) {
        server = new Server(new VirtualThreadPool(MOST_CALLS));
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(HOST);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(MOST_WAITING);
        server.addConnector(connector);
        server.setErrorHandler(new Failures());
        try {
            connector.open();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(LONGEST_HEADERS);
        return configuration;
    }

    /** Where it listens, without a slash at the end. */
    public String address() {
        return "http://" + HOST + ":" + port();
    }

    /** The port that is listened on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Answers from now on. */
    public void start(Map<String, Action> vendors) {
        server.setHandler(new Front(vendors));
        try {
            server.start();
        } catch (Exception failure) {
            throw new IllegalStateException("the sandbox does not start", failure);
        }
    }

    /** Stops at once: calls in flight are cut off. */
    @Override
    public void close() {
        try {
            server.stop();
            connector.close();
        } catch (Exception failure) {
            throw new IllegalStateException("the sandbox does not stop", failure);
        }
    }
}
