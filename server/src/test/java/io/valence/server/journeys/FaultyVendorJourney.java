package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;

import io.valence.server.Caller;
import io.valence.server.RunningServer;
import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
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
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** A vendor that does everything wrong, a thousand times and, soaked, ten thousand. */
class FaultyVendorJourney {
    /** What it does wrong, and what its caller is told if the connection does not break. */
    private static final Map<String, Set<Integer>> FAULTS =
            Map.ofEntries(
                    Map.entry("reset", Set.of(502)),
                    Map.entry("silence", Set.of(502)),
                    Map.entry("garbage", Set.of(502)),
                    Map.entry("late", Set.of(504)),
                    Map.entry("short", Set.of(502, 504)),
                    Map.entry("chunk", Set.of(502)),
                    Map.entry("bomb", Set.of(502)),
                    Map.entry("huge", Set.of(502)),
                    Map.entry("drip", Set.of(502, 504)),
                    Map.entry("html", Set.of(200)),
                    Map.entry("json", Set.of(200)),
                    Map.entry("inward", Set.of(502)),
                    Map.entry("zeros", Set.of(200)),
                    Map.entry("surplus", Set.of(200)));

    private static final int CALLS = Integer.getInteger("valence.soak.calls", 1_000);
    private static final byte[] ZEROS = compressed(new byte[20_000_000]);
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
                                        "400ms",
                                        "VALENCE_VENDOR_TIMEOUT",
                                        "2s",
                                        "VALENCE_VENDOR_BREAKER",
                                        "false"));
                var caller = Caller.first(server.url())) {
            var path = "/instances/" + provisioned(caller, vendor) + "/proxy/";
            faulty(caller, path, FAULTS.size() * AT_ONCE);
            var threads = ManagementFactory.getThreadMXBean().getThreadCount();
            var files = openFiles();

            var answers = faulty(caller, path, CALLS);

            for (int i = 0; i < CALLS; i++) {
                var fault = fault(i);
                answers.get(i)
                        .ifPresent(
                                each ->
                                        assertThat(each.status())
                                                .as(fault)
                                                .isIn(FAULTS.getOrDefault(fault, Set.of())));
            }
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

    @Test
    void passesOnWhatIsNoneOfItsBusinessAndNoMore() throws Exception {
        try (var vendor = OddVendor.start(FaultyVendorJourney::misbehave);
                var server =
                        RunningServer.start(
                                folder, Map.of("VALENCE_EGRESS_ALLOW", vendor.hostAndPort()));
                var caller = Caller.first(server.url())) {
            var path = "/instances/" + provisioned(caller, vendor) + "/proxy/";

            var html = caller.get(path + "html");
            var json = caller.get(path + "json");
            var zeros = caller.get(path + "zeros");
            var surplus = caller.get(path + "surplus");
            var inward = caller.get(path + "inward");

            assertThat(html.text()).isEqualTo("<h1>Sorry</h1>");
            assertThat(html.header("Content-Type")).contains("text/html");
            assertThat(json.text()).isEqualTo("{\"half\": ");
            assertThat(zeros.header("Content-Encoding")).contains("gzip");
            assertThat(zeros.header("Content-Length")).contains(Integer.toString(ZEROS.length));
            assertThat(surplus.text()).isEqualTo("hello");
            assertThat(inward.status()).isEqualTo(502);
            assertThat(inward.message()).contains("redirected");
            assertThat(caller.get(path + "well").text()).isEqualTo("well");
        }
    }

    /** The number of an instance whose vendor this is. */
    private static int provisioned(Caller caller, OddVendor vendor) {
        return caller.post(
                        "/instances",
                        Caller.oracle("Sales", "password")
                                .replace(
                                        "\"username\"",
                                        "\"base.url\": \"" + vendor.url() + "\", \"username\""))
                .at("/id")
                .asInt();
    }

    private static String fault(int call) {
        return FAULTS.keySet().stream().sorted().toList().get(call % FAULTS.size());
    }

    private static byte[] compressed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** The answers to so many calls; absent where the connection broke within an answer. */
    private static List<Optional<ApiAnswer>> faulty(Caller caller, String path, int count)
            throws Exception {
        var free = new Semaphore(AT_ONCE);
        List<Future<Optional<ApiAnswer>>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                var fault = fault(i);
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
            case "drip" -> {
                write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
                while (true) {
                    write(connection, "x");
                    Thread.sleep(100);
                }
            }
            case "html" -> OddVendor.say(connection, 200, "text/html", "<h1>Sorry</h1>");
            case "json" -> OddVendor.say(connection, 200, "application/json", "{\"half\": ");
            case "inward" ->
                    OddVendor.say(
                            connection, 302, "text/plain", "", "Location: http://10.0.0.1/secret");
            case "zeros" -> {
                write(
                        connection,
                        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                                + ZEROS.length
                                + "\r\n\r\n");
                connection.getOutputStream().write(ZEROS);
            }
            case "surplus" ->
                    write(
                            connection,
                            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1 200 OK");
            default -> OddVendor.say(connection, 200, "text/plain", "well");
        }
    }

    private static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
