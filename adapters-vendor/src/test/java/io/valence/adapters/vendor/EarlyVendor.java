package io.valence.adapters.vendor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** A vendor that refuses a body before it has read any of it. */
final class EarlyVendor implements AutoCloseable {
    private final ServerSocket socket;

    EarlyVendor() {
        try {
            this.socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void serve() {
        try (Socket connection = socket.accept()) {
            connection
                    .getOutputStream()
                    .write(
                            RawVendor.bytes(
                                    "HTTP/1.1 413 Too Large|Connection: close|Content-Length:"
                                            + " 2||no"));
            connection.shutdownOutput();
            Thread.sleep(200);
        } catch (IOException | InterruptedException gone) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
