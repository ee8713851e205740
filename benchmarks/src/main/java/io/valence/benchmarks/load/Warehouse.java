package io.valence.benchmarks.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A vendor of ballast: hands it out, and says of what it gets whether it was that. */
final class Warehouse implements AutoCloseable {
    static final String PATH = "/ballast";

    /** What it says of ballast that came whole. */
    static final String THANKS = "whole";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    Warehouse() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(PATH, Warehouse::answer);
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(200, Ballast.BYTES);
                try (Ballast ballast = new Ballast();
                        OutputStream out = exchange.getResponseBody()) {
                    ballast.transferTo(out);
                }
            } else {
                boolean whole = Ballast.check(exchange.getRequestBody()) == Ballast.WHOLE;
                byte[] words =
                        (whole ? THANKS : "something else").getBytes(StandardCharsets.US_ASCII);
                exchange.sendResponseHeaders(200, words.length);
                exchange.getResponseBody().write(words);
            }
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
