package io.valence.benchmarks.load;

import io.valence.benchmarks.measure.Command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The load generator of nghttp2, with one thread and HTTP/1.1. It writes down how long each request
 * took. wrk adds to its own times such as requests would have had that nobody made while another
 * one waited, so that a stall of a hundredth of the time is its 99th percentile.
 */
final class H2load {
    private static final int OK = 200;
    private static final Pattern GOOD = Pattern.compile("0 failed, 0 errored, 0 timeout");

    private final int clients;
    private final int seconds;

    /** So many connections for so long. */
    H2load(int clients, int seconds) {
        this.clients = clients;
        this.seconds = seconds;
    }

    /** Reads one path again and again. */
    Throughput read(String url, String path, String authorization) throws Exception {
        Path times = Files.createTempFile("load", ".tsv");
        try {
            String result =
                    Command.run(
                            List.of(
                                    "h2load",
                                    "--h1",
                                    "--threads=1",
                                    "--clients=" + clients,
                                    "--duration=" + seconds,
                                    "--connection-inactivity-timeout=10",
                                    "--log-file=" + times,
                                    "--header=Authorization: " + authorization,
                                    url + path),
                            Map.of());
            if (!GOOD.matcher(result).find()) {
                throw new IllegalStateException("requests failed: " + result);
            }
            return throughput(times);
        } finally {
            Files.delete(times);
        }
    }

    /** A line for each request: when it began, its status, and how long it took, in µs. */
    private Throughput throughput(Path times) throws IOException {
        int[] micros = new int[1 << 16];
        int count = 0;
        try (BufferedReader lines = Files.newBufferedReader(times)) {
            String line;
            while ((line = lines.readLine()) != null) {
                String[] parts = line.split("\t", -1);
                if (Integer.parseInt(parts[1]) != OK) {
                    throw new IllegalStateException("a request failed: " + line);
                }
                if (count == micros.length) {
                    micros = Arrays.copyOf(micros, 2 * count);
                }
                micros[count++] = Integer.parseInt(parts[2]);
            }
        }
        if (count == 0) {
            throw new IllegalStateException("no request was answered");
        }
        Arrays.sort(micros, 0, count);
        return new Throughput(
                (double) count / seconds,
                micros[count / 2] / 1e3,
                micros[(int) (count * 99L / 100)] / 1e3);
    }
}
