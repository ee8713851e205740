package io.valence.benchmarks.load;

import io.valence.benchmarks.measure.Client;
import io.valence.benchmarks.measure.Duel;
import io.valence.benchmarks.measure.Figure;
import io.valence.benchmarks.measure.Folder;
import io.valence.benchmarks.measure.Progress;
import io.valence.benchmarks.measure.Scale;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A vendor's answer of 2 KB through an instance, beside nginx that hands on the same from the same
 * upstream, and beside a call without anything in between. The upstream is another nginx.
 */
public final class Relaying {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final String FILE = "/answer.json";
    private static final int BYTES = 2048;

    /** How many seconds it takes until the door's code is compiled for good. */
    private static final int WARM_UP = 40;

    private static final String BODY = body();

    private Relaying() {}

    private static String body() {
        String begin = "{\"items\": [{\"name\": \"";
        String end = "\"}]}";
        return begin + "x".repeat(BYTES - begin.length() - end.length()) + end;
    }

    /** Measures it. */
    public static List<Figure> measure(Scale scale) throws Exception {
        try (Folder folder = Folder.temporary();
                Nginx upstream = upstream(folder);
                Nginx relay = Nginx.relaying(below(folder, "relay"), CORES, upstream.port());
                Door door = Door.before(below(folder, "door"), upstream.port(), List.of())) {
            requireWhole(door.url(), door.path(FILE), door.authorization());
            requireWhole(relay.url(), FILE, "Basic eDp5");
            Progress.say("  warming up");
            through(new Wrk(scale.clients(), Math.max(WARM_UP, scale.seconds())), door).call();
            direct(new Wrk(scale.clients(), scale.seconds()), relay).call();
            Wrk many = new Wrk(scale.clients(), scale.seconds());
            Duel<Relayed> crowd =
                    Duel.fight(
                            scale.rounds(),
                            Relayed.counted(through(many, door), door.server().handle(), scale),
                            Relayed.counted(direct(many, relay), relay.handle(), scale));
            Progress.say("  one client, and no relay");
            Wrk one = new Wrk(1, scale.seconds());
            Duel<Throughput> alone =
                    Duel.fight(scale.rounds(), through(one, door), direct(one, upstream));
            return List.of(
                    Relayed.rate(
                            "2 KB of a vendor's through the door / nginx `proxy_pass`",
                            crowd,
                            new Figure.Target.AtLeast(0.38)),
                    Relayed.slowest(crowd, new Figure.Target.AtMost(3)),
                    Relayed.effort(crowd),
                    added(alone));
        }
    }

    private static Nginx upstream(Folder folder) throws Exception {
        Path files = below(folder, "upstream");
        Files.writeString(files.resolve(FILE.substring(1)), BODY);
        return Nginx.serving(files, CORES);
    }

    private static Path below(Folder folder, String name) throws Exception {
        return Files.createDirectory(folder.path().resolve(name));
    }

    private static void requireWhole(String url, String path, String authorization)
            throws Exception {
        try (Client client = new Client(url, authorization)) {
            if (!Arrays.equals(client.get(path), BODY.getBytes(StandardCharsets.US_ASCII))) {
                throw new IllegalStateException(url + " does not hand on what was answered");
            }
        }
    }

    private static Callable<Throughput> through(Wrk wrk, Door door) {
        return () -> wrk.read(door.url(), door.path(FILE), door.authorization());
    }

    private static Callable<Throughput> direct(Wrk wrk, Nginx nginx) {
        return () -> wrk.read(nginx.url(), FILE, "Basic eDp5");
    }

    private static Figure added(Duel<Throughput> duel) {
        double ours = duel.ours(Throughput::medianMillis);
        double reference = duel.reference(Throughput::medianMillis);
        return new Figure(
                "what the door adds to the median of one client's direct calls",
                Relayed.milliseconds(ours),
                Relayed.milliseconds(reference),
                ours - reference,
                new Figure.Target.NoMoreThan(1, "ms"));
    }
}
