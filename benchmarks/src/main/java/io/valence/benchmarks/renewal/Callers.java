package io.valence.benchmarks.renewal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Applications that go on calling through random instances until they are closed. */
final class Callers implements AutoCloseable {
    private static final int CALLERS = 4;
    private static final long PAUSE_MILLIS = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Double> milliseconds = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger refused = new AtomicInteger();
    private final String authorization;
    private volatile boolean over;

    /**
     * Callers who begin at once.
     *
     * @param addresses what they call, one for each instance
     */
    Callers(String authorization, List<String> addresses) {
        this.authorization = authorization;
        for (int i = 0; i < CALLERS; i++) {
            threads.execute(() -> callOn(addresses));
        }
    }

    private void callOn(List<String> addresses) {
        try {
            while (!over) {
                call(addresses.get(ThreadLocalRandom.current().nextInt(addresses.size())));
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void call(String address) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Authorization", authorization)
                        .build();
        long began = System.nanoTime();
        try {
            int status = http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
            if (status != 200) {
                refused.incrementAndGet();
            }
        } catch (IOException broken) {
            refused.incrementAndGet();
        }
        milliseconds.add((System.nanoTime() - began) / 1e6);
    }

    /** How long each of their calls took. */
    double[] milliseconds() {
        synchronized (milliseconds) {
            return milliseconds.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** How many calls were not answered by the vendor, or not with 200. */
    int refused() {
        return refused.get();
    }

    /** Lets the calls under way end. */
    @Override
    public void close() {
        over = true;
        threads.close();
        http.close();
    }
}
