package io.valence.benchmarks.load;

import io.valence.benchmarks.measure.Command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The load generator: the program wrk, with one thread, so that it takes little from the server.
 */
public final class Wrk {
    private final int clients;
    private final int seconds;
    private final Path script;

    /** So many connections for so long. */
    public Wrk(int clients, int seconds) throws IOException {
        this.clients = clients;
        this.seconds = seconds;
        this.script = Files.createTempFile("load", ".lua");
        try (InputStream lua =
                Optional.ofNullable(Wrk.class.getResourceAsStream("load.lua")).orElseThrow()) {
            Files.write(script, lua.readAllBytes());
        }
        script.toFile().deleteOnExit();
    }

    /** Reads instances of the numbers up to this one, at random. */
    Throughput read(String url, String path, int ids, String authorization) throws Exception {
        return load(url, environment("GET", path, ids, authorization, ""));
    }

    /** Reads one path that everybody may read, again and again. */
    public void repeat(String url, String path) throws Exception {
        load(url, environment("GET", path, 0, "", ""));
    }

    /** Posts one body again and again. */
    Throughput post(String url, String path, String authorization, String body) throws Exception {
        return load(url, environment("POST", path, 0, authorization, body));
    }

    private static Map<String, String> environment(
            String method, String path, int ids, String authorization, String body) {
        return Map.of(
                "LOAD_METHOD", method,
                "LOAD_PATH", path,
                "LOAD_IDS", Integer.toString(ids),
                "LOAD_AUTHORIZATION", authorization,
                "LOAD_BODY", body);
    }

    private Throughput load(String url, Map<String, String> environment) throws Exception {
        List<String> command =
                List.of(
                        "wrk",
                        "--threads=1",
                        "--connections=" + clients,
                        "--duration=" + seconds + "s",
                        "--timeout=10s",
                        "--script=" + script,
                        url);
        String result = Command.run(command, environment);
        String line =
                result.lines()
                        .filter(each -> each.startsWith("result "))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("wrk said: " + result));
        String[] parts = line.split(" ", -1);
        long failed = Long.parseLong(parts[3]);
        if (failed > 0) {
            throw new IllegalStateException(failed + " requests failed: " + result);
        }
        return new Throughput(
                Long.parseLong(parts[1]) * 1e6 / Long.parseLong(parts[2]),
                Long.parseLong(parts[4]) / 1e3,
                Long.parseLong(parts[5]) / 1e3);
    }
}
