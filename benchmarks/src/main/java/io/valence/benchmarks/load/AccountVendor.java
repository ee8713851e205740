package io.valence.benchmarks.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A vendor with many accounts, of which it gives a hundred at a time and no more. */
final class AccountVendor implements AutoCloseable {
    /** The most records of one of its pages. */
    static final int MOST = 100;

    private static final Pattern LIMIT = Pattern.compile("(?:^|&)limit=(\\d+)");
    private static final Pattern OFFSET = Pattern.compile("(?:^|&)offset=(\\d+)");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LongAdder calls = new LongAdder();
    private final HttpServer server;
    private final long all;

    /** One with so many accounts. */
    AccountVendor(long all) throws IOException {
        this.all = all;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(Account.PATH, this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.increment();
            String query = exchange.getRequestURI().getRawQuery();
            int limit = (int) Math.min(MOST, number(LIMIT, query));
            byte[] page =
                    Account.page(number(OFFSET, query), limit, all)
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    private static long number(Pattern pattern, String query) {
        Matcher found = pattern.matcher(query);
        if (!found.find()) {
            throw new IllegalStateException("nobody asks for " + pattern + " in " + query);
        }
        return Long.parseLong(found.group(1));
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** How often it was asked. */
    long calls() {
        return calls.sum();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
