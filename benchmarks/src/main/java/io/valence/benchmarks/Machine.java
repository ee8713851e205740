package io.valence.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What everything was measured on. */
final class Machine {
    private Machine() {}

    static String description() throws IOException {
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %.0f GB of memory, JDK %s, load average %s",
                Runtime.getRuntime().availableProcessors(),
                line("/proc/cpuinfo", "model name"),
                Double.parseDouble(line("/proc/meminfo", "MemTotal").split(" ", 2)[0]) / (1 << 20),
                Runtime.version(),
                Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
    }

    private static String line(String file, String name) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        }
    }
}
