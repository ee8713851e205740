package io.valence.benchmarks.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A program of somebody else's, run to its end. */
public final class Command {
    private Command() {}

    /** What it printed. */
    public static String run(List<String> command, Map<String, String> environment)
            throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            throw new IllegalStateException(
                    "The program "
                            + command.getFirst()
                            + " is needed: apt-get install wrk nghttp2-client nginx"
                            + " postgresql-contrib",
                    missing);
        }
        try {
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.getFirst() + " failed: " + output);
            }
            return output;
        } finally {
            process.destroy();
        }
    }
}
