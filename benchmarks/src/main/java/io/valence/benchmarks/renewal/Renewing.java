package io.valence.benchmarks.renewal;

import io.valence.benchmarks.measure.Client;
import io.valence.benchmarks.measure.Figure;
import io.valence.benchmarks.measure.Folder;
import io.valence.benchmarks.measure.Median;
import io.valence.benchmarks.measure.Postgres;
import io.valence.benchmarks.measure.Progress;
import io.valence.benchmarks.measure.Scale;
import io.valence.domain.instance.InstanceId;
import io.valence.sandbox.Sandbox;
import io.valence.sandbox.SandboxOptions;
import io.valence.sandbox.SapAnywhere;
import io.valence.server.MeasuredServer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A storm: a server comes back and finds the tokens of all its instances expiring within a minute,
 * at a vendor that takes its time, while applications call.
 */
public final class Renewing {
    private static final String INSTANCES = "/elements/api-v2/instances";
    private static final String CALL = "/proxy/Customers?limit=1";
    private static final String REFRESH = "refresh_token";
    private static final Duration LATENCY = Duration.ofMillis(50);

    /** A call that took less did not wait for the vendor to renew a token. */
    private static final double SHORTEST_WAIT = LATENCY.toMillis();

    /** What the server does at once, so that the vendor's latency alone takes so long. */
    private static final int AT_ONCE = 32;

    private static final int MOST_SECONDS = 75;
    private static final int LONGEST_SECONDS = 180;
    private static final int SEEDED_EACH_SECOND = 125;
    private static final Duration HEAD_START = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTERMATH = Duration.ofSeconds(3);

    private final String product;
    private final int count;
    private final Path folder;
    private final String database;
    private final List<InstanceId> instances = new ArrayList<>();

    private Renewing(String product, int count, Path folder, String database) {
        this.product = product;
        this.count = count;
        this.folder = folder;
        this.database = database;
    }

    /** Measures it on H2. */
    public static List<Figure> onH2(Scale scale) throws Exception {
        try (Folder folder = Folder.temporary()) {
            String database = "jdbc:h2:file:" + folder.path().resolve("valence");
            return new Renewing("H2", scale.renewals(), folder.path(), database).measure();
        }
    }

    /** Measures it on PostgreSQL. */
    public static List<Figure> onPostgres(Scale scale) throws Exception {
        try (Folder folder = Folder.temporary();
                Postgres postgres = Postgres.start()) {
            String database = postgres.emptyDatabase("valence");
            return new Renewing("PostgreSQL", scale.renewals(), folder.path(), database).measure();
        }
    }

    private List<Figure> measure() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            SapAnywhere vendor = sandbox.sapAnywhere();
            List<Consents.Pair> consents = new Consents(vendor).given(count);
            Progress.say("  %d users have consented", count);
            Instant beginning =
                    Instant.now().plus(HEAD_START).plusSeconds(count / SEEDED_EACH_SECOND);
            Crowd crowd = new Crowd(consents, beginning);
            MeasuredServer.seed(
                    folder,
                    database,
                    (store, owner) -> instances.addAll(crowd.addedTo(store, owner)));
            long left = Duration.between(Instant.now(), beginning).toMillis();
            if (left < 0) {
                throw new IllegalStateException("seeding took too long for what was to expire");
            }
            Thread.sleep(left);
            vendor.delayTokens(LATENCY);
            return storm(sandbox);
        }
    }

    private List<Figure> storm(Sandbox sandbox) throws Exception {
        SapAnywhere vendor = sandbox.sapAnywhere();
        long began = System.nanoTime();
        try (StatementCount statements = StatementCount.begun();
                MeasuredServer server = MeasuredServer.start(folder, database, sandbox);
                Client client = new Client(server.url(), server.authorization())) {
            double seconds;
            Callers callers = new Callers(server.authorization(), addresses(server));
            try (callers) {
                seconds = secondsUntilAllAreRenewed(client, began);
            }
            long run = statements.all();
            statements.each().forEach((what, times) -> Progress.say("  %6d %s", times, what));
            Thread.sleep(AFTERMATH);
            return List.of(
                    time(seconds, client),
                    new Figure(
                            "statements for each renewal on " + product + ", calls' own included",
                            Long.toString(run),
                            count + " renewals",
                            run / (double) count,
                            new Figure.Target.AtMost(6)),
                    new Figure(
                            "token requests for all renewals on " + product,
                            String.format(
                                    Locale.ROOT,
                                    "%d, %d with a used token",
                                    vendor.tokenRequests(REFRESH),
                                    vendor.refreshReuses()),
                            count + " renewals",
                            vendor.tokenRequests(REFRESH) / (double) count,
                            new Figure.Target.AtMost(1)),
                    waits(callers));
        }
    }

    private List<String> addresses(MeasuredServer server) {
        return instances.stream()
                .map(instance -> server.url() + INSTANCES + "/" + instance + CALL)
                .toList();
    }

    private double secondsUntilAllAreRenewed(Client client, long began) throws Exception {
        double seconds = 0;
        double renewed = 0;
        while (renewed < count && seconds < LONGEST_SECONDS) {
            Thread.sleep(POLL);
            renewed = metric(client, "valence_renewals_total{result=\"renewed\"}");
            seconds = (System.nanoTime() - began) / 1e9;
        }
        Progress.say("  %.0f renewed after %.1f s", renewed, seconds);
        return seconds;
    }

    private Figure time(double seconds, Client client) throws Exception {
        double broken = metric(client, "valence_instances_not_valid");
        double least = count * LATENCY.toMillis() / 1e3 / AT_ONCE;
        return new Figure(
                String.format(
                        Locale.ROOT,
                        "renewing %,d tokens that expire within a minute on %s",
                        count,
                        product),
                String.format(Locale.ROOT, "%.1f s, %.0f not valid afterwards", seconds, broken),
                String.format(
                        Locale.ROOT, "%.1f s if the vendor were all, %d at once", least, AT_ONCE),
                seconds,
                new Figure.Target.NoMoreThan(MOST_SECONDS, "s"));
    }

    private Figure waits(Callers callers) {
        double[] all = callers.milliseconds();
        long waited = Arrays.stream(all).filter(each -> each >= SHORTEST_WAIT).count();
        return new Figure(
                "share of calls during the storm that waited at least "
                        + LATENCY.toMillis()
                        + " ms on "
                        + product,
                String.format(
                        Locale.ROOT,
                        "%d, %d refused, median %.1f ms, p99 %.1f ms",
                        waited,
                        callers.refused(),
                        Median.of(all),
                        Median.percentile(99, all)),
                all.length + " calls",
                waited / (double) all.length,
                new Figure.Target.None());
    }

    private static double metric(Client client, String name) throws Exception {
        String page = new String(client.get("/elements/metrics"), StandardCharsets.UTF_8);
        return page.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no metric " + name));
    }
}
