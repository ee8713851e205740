package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;

import io.valence.server.Caller;
import io.valence.server.RunningServer;
import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A vendor that does everything wrong, a thousand times. */
class FaultyVendorJourney {
    private static final List<String> FAULTS =
            List.of("reset", "silence", "garbage", "late", "short", "chunk", "bomb", "huge");
    private static final int CALLS = 1_000;
    private static final int AT_ONCE = 32;

    @TempDir Path folder;

    @Test
    void leavesNoThreadAndNoConnectionBehind() throws Exception {
        try (var vendor = OddVendor.start(FaultyVendorJourney::misbehave);
                var server =
                        RunningServer.start(
                                folder,
                                Map.of(
                                        "VALENCE_EGRESS_ALLOW",
                                        vendor.hostAndPort(),
                                        "VALENCE_VENDOR_FIRST_BYTE_TIMEOUT",
                                        "400ms"));
                var caller = Caller.first(server.url())) {
            var made =
                    caller.post(
                            "/instances",
                            Caller.oracle("Sales", "password")
                                    .replace(
                                            "\"username\"",
                                            "\"base.url\": \""
                                                    + vendor.url()
                                                    + "\", \"username\""));
            var path = "/instances/" + made.at("/id").asInt() + "/proxy/";
            faulty(caller, path, FAULTS.size() * AT_ONCE);
            var threads = ManagementFactory.getThreadMXBean().getThreadCount();
            var files = openFiles();

            var answers = faulty(caller, path, CALLS);

            assertThat(answers)
                    .allSatisfy(
                            answer ->
                                    answer.ifPresent(
                                            each -> assertThat(each.status()).isIn(502, 504)));
            assertThat(answers.stream().filter(Optional::isPresent).count())
                    .isGreaterThanOrEqualTo(CALLS / 2);
            assertThat(caller.get(path + "well").status()).isEqualTo(200);
            assertThat(
                            Patience.until(
                                    20,
                                    () ->
                                            ManagementFactory.getThreadMXBean().getThreadCount()
                                                    <= threads + 16))
                    .as("threads before: %d", threads)
                    .isTrue();
            assertThat(Patience.until(20, () -> openFiles() <= files + 48))
                    .as("open files before: %d, after: %d", files, openFiles())
                    .isTrue();
        }
    }

    /** The answers to so many calls; absent where the connection broke within an answer. */
    private static List<Optional<ApiAnswer>> faulty(Caller caller, String path, int count)
            throws Exception {
        var free = new Semaphore(AT_ONCE);
        List<Future<Optional<ApiAnswer>>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                var fault = FAULTS.get(i % FAULTS.size());
                free.acquire();
                answers.add(
                        threads.submit(
                                () -> {
                                    try {
                                        return Optional.of(caller.get(path + fault));
                                    } catch (UncheckedIOException brokenOff) {
                                        return Optional.<ApiAnswer>empty();
                                    } finally {
                                        free.release();
                                    }
                                }));
            }
        }
        List<Optional<ApiAnswer>> all = new ArrayList<>();
        for (var answer : answers) {
            all.add(answer.get(60, TimeUnit.SECONDS));
        }
        return all;
    }

    private static long openFiles() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getOpenFileDescriptorCount();
    }

    private static void misbehave(String request, Socket connection)
            throws IOException, InterruptedException {
        var target = request.split(" ", 3)[1];
        switch (target.substring(1)) {
            case "reset" -> connection.setSoLinger(true, 0);
            case "silence" -> connection.shutdownOutput();
            case "garbage" -> write(connection, "HELO who is there\r\n\r\n");
            case "late" -> {
                // Until the other side gives up.
                assertThat(connection.getInputStream().read()).isNegative();
            }
            case "short" ->
                    write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nnot enough");
            case "chunk" ->
                    write(
                            connection,
                            String.join(
                                    "\r\n",
                                    "HTTP/1.1 200 OK",
                                    "Transfer-Encoding: chunked",
                                    "",
                                    "5",
                                    "hello",
                                    "zz",
                                    ""));
            case "bomb" -> write(connection, "HTTP/1.1 200 OK\r\nX: " + "x".repeat(2_000_000));
            case "huge" -> write(connection, "HTTP/1.1 200 OK\r\nContent-Length: -7\r\n\r\n");
            default -> OddVendor.say(connection, 200, "text/plain", "well");
        }
    }

    private static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
