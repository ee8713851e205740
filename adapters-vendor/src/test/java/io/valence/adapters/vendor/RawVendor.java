package io.valence.adapters.vendor;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A vendor on loopback that writes its answers byte by byte, so that it can do anything wrong. */
final class RawVendor implements AutoCloseable {
    private final ServerSocket socket;
    private final Answering answering;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    private RawVendor(ServerSocket socket, Answering answering) {
        this.socket = socket;
        this.answering = answering;
    }

    /** How a request is answered: says whether the connection is kept. */
    interface Answering {
        boolean answer(Asked asked, OutputStream out, Socket connection) throws Exception;
    }

    /** A request as it came in. */
    record Asked(String line, List<String> headers, String text) {
        String header(String name) {
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        List<String> names() {
            return headers.stream().map(line -> line.substring(0, line.indexOf(':'))).toList();
        }
    }

    static RawVendor that(Answering answering) {
        try {
            return on(new ServerSocket(0, 512, InetAddress.ofLiteral("127.0.0.1")), answering);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** One that is asked over connections to this socket. */
    static RawVendor on(ServerSocket socket, Answering answering) {
        RawVendor vendor = new RawVendor(socket, answering);
        Thread.ofPlatform().daemon().start(vendor::accept);
        return vendor;
    }

    /** This with line ends in place of bars. */
    static byte[] bytes(String text) {
        return text.replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One that gives this answer to everything, and keeps connections; a bar ends a line. */
    static RawVendor saying(String answer) {
        return that(
                (_, out, _) -> {
                    out.write(bytes(answer));
                    return true;
                });
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<Asked> asked() {
        return new ArrayList<>(asked);
    }

    Asked lastAsked() {
        return asked().getLast();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                open.add(connection);
                Thread.startVirtualThread(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            boolean kept = true;
            while (kept) {
                Asked request = read(in);
                asked.add(request);
                kept = answering.answer(request, connection.getOutputStream(), connection);
                connection.getOutputStream().flush();
            }
        } catch (Exception gone) {
            // The other side has left, or the test wants it so.
        } finally {
            open.remove(connection);
        }
    }

    private static Asked read(InputStream in) throws IOException {
        String line = line(in);
        List<String> headers = new ArrayList<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            headers.add(header);
        }
        Asked head = new Asked(line, headers, "");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (head.header("Transfer-Encoding").equals("chunked")) {
            for (int size = size(in); size > 0; size = size(in)) {
                body.write(in.readNBytes(size));
                line(in);
            }
            line(in);
        } else if (!head.header("Content-Length").isEmpty()) {
            int length = Integer.parseInt(head.header("Content-Length"));
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException();
            }
            body.write(bytes);
        }
        return new Asked(line, headers, body.toString(StandardCharsets.UTF_8));
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
