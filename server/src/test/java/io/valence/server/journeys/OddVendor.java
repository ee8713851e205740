package io.valence.server.journeys;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A vendor on loopback that answers every request on a connection of its own, as a test says. */
final class OddVendor implements AutoCloseable {
    private final ServerSocket listener;
    private final Conduct conduct;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** What it does when it was asked; the connection is closed afterwards. */
    interface Conduct {
        void answer(String request, Socket connection) throws IOException, InterruptedException;
    }

    private OddVendor(ServerSocket listener, Conduct conduct) {
        this.listener = listener;
        this.conduct = conduct;
    }

    static OddVendor start(Conduct conduct) throws IOException {
        OddVendor vendor =
                new OddVendor(
                        new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress()), conduct);
        Thread.ofVirtual().start(vendor::listen);
        return vendor;
    }

    /** One that nobody should come to. */
    static OddVendor trap() throws IOException {
        return start((request, connection) -> say(connection, 200, "text/plain", "trapped"));
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String request = request(connection);
            asked.add(request);
            conduct.answer(request, connection);
        } catch (IOException gone) {
            asked.add("");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Head and body as they came. */
    private static String request(Socket connection) throws IOException {
        InputStream in = new BufferedInputStream(connection.getInputStream());
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                return head.toString();
            }
            head.append((char) octet);
        }
        String length = "content-length:";
        int at = head.toString().toLowerCase(Locale.ROOT).indexOf(length);
        if (at < 0) {
            return head.toString();
        }
        String number = head.substring(at + length.length(), head.indexOf("\r\n", at)).strip();
        byte[] body = in.readNBytes(Integer.parseInt(number));
        return head + new String(body, StandardCharsets.UTF_8);
    }

    /** An ordinary answer, with these headers too. */
    static void say(Socket to, int status, String mediaType, String body, String... headers)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Odd\r\n");
        head.append("Content-Type: ").append(mediaType).append("\r\n");
        head.append("Content-Length: ").append(bytes.length).append("\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        OutputStream out = to.getOutputStream();
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.flush();
    }

    /** What it was asked, one request after the other. */
    List<String> asked() {
        return asked;
    }

    int port() {
        return listener.getLocalPort();
    }

    String hostAndPort() {
        return "127.0.0.1:" + port();
    }

    /** Its address. */
    String url() {
        return "http://" + hostAndPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
