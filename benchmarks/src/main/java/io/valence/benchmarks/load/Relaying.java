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
import java.util.ArrayList;
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

    private static final Figure.Target SLOWEST = new Figure.Target.AtMost(3);

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
            through(Relayed.warmUp(scale), door).call();
            direct(new H2load(scale.clients(), scale.seconds()), relay).call();
            Duel<Relayed> many = fight(scale, scale.clients(), door, relay);
            int more = Relayed.crowd(scale);
            Progress.say("  %d clients", more);
            Duel<Relayed> crowd = fight(scale, more, door, relay);
            Progress.say("  one client, and no relay");
            H2load one = new H2load(1, scale.seconds());
            Duel<Throughput> alone =
                    Duel.fight(scale.rounds(), through(one, door), direct(one, upstream));
            List<Figure> figures = new ArrayList<>();
            figures.add(
                    Relayed.rate(
                            "2 KB of a vendor's through the door / nginx `proxy_pass`",
                            many,
                            new Figure.Target.AtLeast(0.38)));
            figures.add(Relayed.slowest(many, SLOWEST));
            figures.add(Relayed.effort(many));
            figures.addAll(Relayed.crowded(more, crowd, SLOWEST));
            figures.add(added(alone));
            return figures;
        }
    }

    private static Duel<Relayed> fight(Scale scale, int clients, Door door, Nginx relay)
            throws Exception {
        H2load load = new H2load(clients, scale.seconds());
        return Duel.fight(
                scale.rounds(),
                Relayed.counted(through(load, door), door.server().handle(), scale),
                Relayed.counted(direct(load, relay), relay.handle(), scale));
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

    private static Callable<Throughput> through(H2load load, Door door) {
        return () -> load.read(door.url(), door.path(FILE), door.authorization());
    }

    private static Callable<Throughput> direct(H2load load, Nginx nginx) {
        return () -> load.read(nginx.url(), FILE, "Basic eDp5");
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
