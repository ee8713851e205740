package io.valence.benchmarks.start;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, begun by the options that the launcher gives. */
final class OtherProcess implements AutoCloseable {
    private static final String READY = "/elements/health/ready";
    private static final int LONGEST_SECONDS = 120;

    private final Process process;
    private final int port;
    private final long began;

    private OtherProcess(Process process, int port, long began) {
        this.process = process;
        this.port = port;
        this.began = began;
    }

    static OtherProcess valence(Path folder) throws IOException {
        int port = freePort();
        return start(
                List.of("io.valence.server.Main"),
                Map.of(
                        "VALENCE_PORT", Integer.toString(port),
                        "VALENCE_DATA_DIR", folder.toString()),
                port);
    }

    static OtherProcess bare(Path folder) throws IOException {
        int port = freePort();
        return start(
                List.of(
                        BareServer.class.getName(),
                        "jdbc:h2:file:" + folder.resolve("valence"),
                        Integer.toString(port)),
                Map.of(),
                port);
    }

    private static OtherProcess start(
            List<String> program, Map<String, String> environment, int port) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:+UseCompactObjectHeaders",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path")));
        command.addAll(program);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        long began = System.nanoTime();
        return new OtherProcess(builder.start(), port, began);
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Since the process was begun. */
    double secondsToFirstAnswer() throws InterruptedException {
        while (!isReady()) {
            if (!process.isAlive()
                    || System.nanoTime() - began > TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
                throw new IllegalStateException("a server did not start");
            }
            Thread.sleep(2);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private boolean isReady() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET " + READY + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            String status = new String(answer.readNBytes(12), StandardCharsets.US_ASCII);
            return status.equals("HTTP/1.1 200");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What the process holds of the machine's memory. */
    double megabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            String held = lines.filter(line -> line.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Integer.parseInt(held.replaceAll("\\D", "")) / 1024.0;
        }
    }

    /** Asks it to end, and then makes it. */
    @Override
    public void close() {
        process.destroy();
        if (process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join().isAlive()) {
            process.destroyForcibly().onExit().join();
        }
    }
}
