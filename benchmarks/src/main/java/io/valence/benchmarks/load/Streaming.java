package io.valence.benchmarks.load;

import io.valence.benchmarks.measure.Figure;
import io.valence.benchmarks.measure.Folder;
import io.valence.benchmarks.measure.Progress;
import io.valence.benchmarks.measure.Scale;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How much the heap of the server grows while bodies of 50 MB pass through it, several at once,
 * first up and then down. It has no room for one of them as a whole, and its garbage is collected
 * again and again, so that what is left is what is held.
 */
public final class Streaming {
    private static final int AT_ONCE = 4;
    private static final String HEAP = "-Xmx96m";
    private static final int MOST_GROWTH = 64;

    private final Door door;
    private final HeapLog heap;
    private final HttpClient http;
    private final ExecutorService threads;

    private Streaming(Door door, HeapLog heap, HttpClient http, ExecutorService threads) {
        this.door = door;
        this.heap = heap;
        this.http = http;
        this.threads = threads;
    }

    /** Measures it. */
    public static List<Figure> measure(Scale scale) throws Exception {
        try (Folder folder = Folder.temporary();
                Warehouse vendor = new Warehouse()) {
            HeapLog heap = new HeapLog(folder.path().resolve("heap.log"));
            List<String> options = List.of(HEAP, heap.option());
            try (Door door = Door.before(folder.path(), vendor.port(), options);
                    HttpClient http = HttpClient.newHttpClient();
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                return new Streaming(door, heap, http, threads).rounds(scale.rounds());
            }
        }
    }

    private List<Figure> rounds(int rounds) throws Exception {
        Progress.say("  warming up");
        atOnce(1, this::upload);
        atOnce(1, this::download);
        door.server().collectGarbage();
        int idle = heap.collections().getLast().after();
        int before = heap.collections().size();
        double up = 0;
        double down = 0;
        AtomicBoolean over = new AtomicBoolean();
        Future<?> collecting = threads.submit(() -> collectUntil(over));
        for (int round = 1; round <= rounds; round++) {
            double seconds = atOnce(AT_ONCE, this::upload);
            up += seconds;
            double back = atOnce(AT_ONCE, this::download);
            down += back;
            Progress.say(
                    "  round %d of %d: up in %.1f s, down in %.1f s", round, rounds, seconds, back);
        }
        over.set(true);
        collecting.get();
        List<HeapLog.Collection> since =
                heap.collections().subList(before, heap.collections().size());
        int held = since.stream().mapToInt(HeapLog.Collection::after).max().orElseThrow();
        double megabytes = Ballast.BYTES / 1e6 * rounds * AT_ONCE;
        String speed =
                String.format(
                        Locale.ROOT,
                        "%d MiB held (%s), up %.0f MB/s, down %.0f MB/s",
                        held,
                        HEAP,
                        megabytes / up,
                        megabytes / down);
        return List.of(
                new Figure(
                        "growth of the heap, " + AT_ONCE + " times 50 MB up and down at once",
                        speed,
                        idle + " MiB when idle, " + since.size() + " collections",
                        held - idle,
                        new Figure.Target.NoMoreThan(MOST_GROWTH, "MiB")));
    }

    private Void collectUntil(AtomicBoolean over) throws Exception {
        while (!over.get()) {
            door.server().collectGarbage();
        }
        return null;
    }

    /** How many seconds they take together. */
    private double atOnce(int count, Callable<Void> transfer) throws Exception {
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(transfer);
        }
        long began = System.nanoTime();
        for (Future<Void> each : threads.invokeAll(all)) {
            each.get();
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private Void upload() throws Exception {
        HttpRequest.BodyPublisher body =
                HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofInputStream(Ballast::new), Ballast.BYTES);
        HttpResponse<String> answer =
                http.send(request().PUT(body).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().equals(Warehouse.THANKS)) {
            throw new IllegalStateException(
                    "the upload was answered " + answer.statusCode() + " " + answer.body());
        }
        return null;
    }

    private Void download() throws Exception {
        HttpResponse<InputStream> answer =
                http.send(request().GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200 || Ballast.check(body) != Ballast.WHOLE) {
                throw new IllegalStateException(
                        "the download was answered " + answer.statusCode() + ", or not whole");
            }
        }
        return null;
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(door.url() + door.path(Warehouse.PATH)))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", door.authorization());
    }
}
