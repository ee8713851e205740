package io.valence.benchmarks.load;

import io.valence.benchmarks.measure.Figure;
import io.valence.benchmarks.measure.Folder;
import io.valence.benchmarks.measure.Progress;
import io.valence.benchmarks.measure.Scale;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How much the heap of the server grows while pages of 5,000 records are made of fifty pages of the
 * vendor's: by one caller, and by several at once. Its garbage is collected again and again, so
 * that what is left is what is held.
 */
public final class Gathering {
    private static final int RECORDS = 5_000;
    private static final int AT_ONCE = 8;
    private static final String HEAP = "-Xmx256m";
    private static final double MEBIBYTE = 1 << 20;

    private final Door door;
    private final AccountVendor vendor;
    private final HeapLog heap;
    private final HttpClient http;
    private final ExecutorService threads;

    private Gathering(
            Door door,
            AccountVendor vendor,
            HeapLog heap,
            HttpClient http,
            ExecutorService threads) {
        this.door = door;
        this.vendor = vendor;
        this.heap = heap;
        this.http = http;
        this.threads = threads;
    }

    /** Measures it. */
    public static List<Figure> measure(Scale scale) throws Exception {
        try (Folder folder = Folder.temporary();
                AccountVendor vendor = new AccountVendor(4 * RECORDS)) {
            HeapLog heap = new HeapLog(folder.path().resolve("heap.log"));
            List<String> options = List.of(HEAP, heap.option());
            try (Door door = Door.beforeOracle(folder.path(), vendor.port(), options);
                    HttpClient http = HttpClient.newHttpClient();
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                int seconds = scale.rounds() * scale.seconds();
                return new Gathering(door, vendor, heap, http, threads).figures(seconds);
            }
        }
    }

    private List<Figure> figures(int seconds) throws Exception {
        Progress.say("  warming up");
        long before = vendor.calls();
        long bytes = page();
        long calls = vendor.calls() - before;
        if (calls != RECORDS / AccountVendor.MOST) {
            throw new IllegalStateException("a page took " + calls + " calls of the vendor");
        }
        repeated(AT_ONCE, Math.min(seconds, 10));
        String name = "growth of the heap, a page of 5,000 records in 50 calls of the vendor, ";
        return List.of(
                growth(name + "alone", 1, bytes, seconds),
                growth(name + AT_ONCE + " at once", AT_ONCE, bytes, seconds));
    }

    private Figure growth(String name, int callers, long bytes, int seconds) throws Exception {
        door.server().collectGarbage();
        int idle = heap.collections().getLast().after();
        int before = heap.collections().size();
        AtomicBoolean over = new AtomicBoolean();
        Future<?> collecting = threads.submit(() -> collectUntil(over));
        int pages = repeated(callers, seconds);
        over.set(true);
        collecting.get();
        List<HeapLog.Collection> since =
                heap.collections().subList(before, heap.collections().size());
        int held = since.stream().mapToInt(HeapLog.Collection::after).max().orElseThrow();
        double json = callers * bytes / MEBIBYTE;
        Progress.say(
                "  %d at once: %d pages in %d s, %d MiB held, %d when idle, %d collections",
                callers, pages, seconds, held, idle, since.size());
        return new Figure(
                name,
                String.format(Locale.ROOT, "%d MiB held (%s), %d MiB when idle", held, HEAP, idle),
                String.format(Locale.ROOT, "%.1f MiB of JSON, %d collections", json, since.size()),
                (held - idle) / json,
                new Figure.Target.None());
    }

    private Void collectUntil(AtomicBoolean over) throws Exception {
        while (!over.get()) {
            door.server().collectGarbage();
        }
        return null;
    }

    /** How many pages so many callers fetch in so many seconds, each one after the other. */
    private int repeated(int callers, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            all.add(
                    threads.submit(
                            () -> {
                                int pages = 0;
                                do {
                                    page();
                                    pages++;
                                } while (System.nanoTime() < end);
                                return pages;
                            }));
        }
        int pages = 0;
        for (Future<Integer> each : all) {
            pages += each.get();
        }
        return pages;
    }

    /** Fetches one, which must be whole; its bytes. */
    private long page() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        door.url()
                                                + door.resource(
                                                        "/hubs/crm/accounts?pageSize=" + RECORDS)))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Authorization", door.authorization())
                        .build();
        HttpResponse<InputStream> answer =
                http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            long bytes = body.transferTo(OutputStream.nullOutputStream());
            String count = answer.headers().firstValue("Elements-Returned-Count").orElse("none");
            if (answer.statusCode() != 200 || !count.equals(Integer.toString(RECORDS))) {
                throw new IllegalStateException(
                        "a page was answered " + answer.statusCode() + " with " + count);
            }
            return bytes;
        }
    }
}
