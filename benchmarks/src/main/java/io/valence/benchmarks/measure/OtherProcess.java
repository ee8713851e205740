package io.valence.benchmarks.measure;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, begun by the options that the launcher gives. */
public final class OtherProcess implements AutoCloseable {
    private static final String READY = "/elements/health/ready";
    private static final int LONGEST_SECONDS = 120;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    private final Process process;
    private final int port;
    private final long began;

    private OtherProcess(Process process, int port, long began) {
        this.process = process;
        this.port = port;
        this.began = began;
    }

    /** Valence with this folder for its data, these settings, and these options of Java. */
    public static OtherProcess valence(
            Path folder, Map<String, String> settings, List<String> options) throws IOException {
        int port = FreePort.any();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("VALENCE_PORT", Integer.toString(port));
        environment.put("VALENCE_DATA_DIR", folder.toString());
        return start(options, List.of("io.valence.server.Main"), environment, port);
    }

    /** A program that listens on this port. */
    public static OtherProcess program(List<String> program, int port) throws IOException {
        return start(List.of(), program, Map.of(), port);
    }

    private static OtherProcess start(
            List<String> options, List<String> program, Map<String, String> environment, int port)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                JAVA.resolve("java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:+UseCompactObjectHeaders",
                                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(program);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        long began = System.nanoTime();
        return new OtherProcess(builder.start(), port, began);
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Since the process was begun. */
    public double secondsToFirstAnswer() throws InterruptedException {
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
    public double megabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            String held = lines.filter(line -> line.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Integer.parseInt(held.replaceAll("\\D", "")) / 1024.0;
        }
    }

    /** The process itself. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Has it collect all of its garbage. */
    public void collectGarbage() throws Exception {
        Command.run(
                List.of(JAVA.resolve("jcmd").toString(), Long.toString(process.pid()), "GC.run"),
                Map.of());
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
