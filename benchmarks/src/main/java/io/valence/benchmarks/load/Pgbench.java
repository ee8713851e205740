package io.valence.benchmarks.load;

import io.valence.benchmarks.measure.Command;
import io.valence.benchmarks.measure.Folder;
import io.valence.benchmarks.measure.Median;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** PostgreSQL's own load generator, with prepared statements, its fastest way for these. */
final class Pgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern FAILED =
            Pattern.compile("number of failed transactions: ([1-9][0-9]*)");
    private static final int LATENCY_COLUMN = 2;

    private final int port;
    private final String database;
    private final Path script;

    Pgbench(int port, String database, Path script) {
        this.port = port;
        this.database = database;
        this.script = script;
    }

    Throughput run(int clients, int seconds) throws Exception {
        try (Folder logs = Folder.temporary()) {
            String output =
                    Command.run(
                            List.of(
                                    "pgbench",
                                    "--no-vacuum",
                                    "--protocol=prepared",
                                    "--file=" + script,
                                    "--client=" + clients,
                                    "--jobs=1",
                                    "--time=" + seconds,
                                    "--log",
                                    "--log-prefix=" + logs.path().resolve("log"),
                                    "--host=127.0.0.1",
                                    "--port=" + port,
                                    "--username=postgres",
                                    database),
                            Map.of());
            Matcher rate = RATE.matcher(output);
            if (!rate.find() || FAILED.matcher(output).find()) {
                throw new IllegalStateException("pgbench said: " + output);
            }
            double[] latencies = latencies(logs.path());
            return new Throughput(
                    Double.parseDouble(rate.group(1)),
                    Median.of(latencies),
                    Median.percentile(99, latencies));
        }
    }

    private static double[] latencies(Path folder) throws IOException {
        DoubleStream all = DoubleStream.empty();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all =
                        DoubleStream.concat(
                                all,
                                Files.readAllLines(file).stream()
                                        .mapToDouble(
                                                line ->
                                                        Double.parseDouble(
                                                                        line.split(" ", -1)[
                                                                                LATENCY_COLUMN])
                                                                / 1e3));
            }
        }
        return all.toArray();
    }
}
