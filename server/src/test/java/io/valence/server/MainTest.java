package io.valence.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class MainTest {
    private static final Map<String, String> ANY_PORT = Map.of("VALENCE_PORT", "0");

    @TempDir Path folder;

    @Nested
    class Starting {
        @Test
        void printsAnExampleThatWorksAsItIsAndNoSecret() throws Exception {
            try (var server = ServerProcess.run(folder, ANY_PORT)) {
                var url = server.url();
                var example = server.out().substring(server.out().indexOf("\n. ") + 1);

                var ready = ServerProcess.get(url + "/elements/health/ready");
                var created = inShell(example);

                assertThat(ready.statusCode()).isEqualTo(200);
                assertThat(created)
                        .contains("\"name\":\"My first instance\"", "\"password\":\"********\"");
                assertThat(server.out())
                        .contains("Elements     2", url + "/elements/api-docs")
                        .contains(folder.toRealPath() + "/data/first-secrets");
                for (var line : secretLines()) {
                    var secret = line.substring(line.indexOf('=') + 1);
                    assertThat(server.out() + server.err()).doesNotContain(secret);
                }
            }
        }

        @Test
        void carriesCallsByTwoThreadsForEachCore() throws Exception {
            int cores = Runtime.getRuntime().availableProcessors();
            try (var server = ServerProcess.run(folder, ANY_PORT)) {
                server.url();

                assertThat(scheduler(server)).contains("parallelism = " + 2 * cores);
            }
        }

        @Test
        void carriesCallsByAsManyThreadsAsJavaIsTold() throws Exception {
            Map<String, String> environment = new HashMap<>(ANY_PORT);
            environment.put("JDK_JAVA_OPTIONS", "-Djdk.virtualThreadScheduler.parallelism=1");
            try (var server = ServerProcess.run(folder, environment)) {
                server.url();

                assertThat(scheduler(server)).contains("parallelism = 1,");
            }
        }

        private String scheduler(ServerProcess server) throws Exception {
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var process =
                    new ProcessBuilder(jcmd, Long.toString(server.id()), "Thread.vthread_scheduler")
                            .redirectErrorStream(true)
                            .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        @Test
        void saysLessTheSecondTime() throws Exception {
            try (var first = ServerProcess.run(folder, ANY_PORT)) {
                first.url();
                first.terminate();
                first.status();
            }

            try (var second = ServerProcess.run(folder, ANY_PORT, "serve")) {
                second.url();

                assertThat(second.out())
                        .contains("listens on")
                        .doesNotContain("first start", "curl");
            }
        }

        @Test
        void refusesADatabaseThatAnotherServerHasOpen() throws Exception {
            try (var first = ServerProcess.run(folder, ANY_PORT)) {
                first.url();

                try (var second = ServerProcess.run(folder, ANY_PORT)) {
                    assertThat(second.status()).isEqualTo(1);
                    assertThat(second.err())
                            .contains("open in another process")
                            .doesNotContain("\tat ", "Exception");
                    assertThat(second.err().lines()).hasSize(1);
                }
            }
        }

        @Test
        void refusesAPortThatIsTakenBeforeItMakesAnything() throws Exception {
            try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    var server =
                            ServerProcess.run(
                                    folder,
                                    Map.of(
                                            "VALENCE_PORT",
                                            Integer.toString(taken.getLocalPort())))) {
                assertThat(server.status()).isEqualTo(1);
                assertThat(server.err().lines())
                        .singleElement()
                        .asString()
                        .startsWith("valence: 127.0.0.1:" + taken.getLocalPort() + " cannot be");
                assertThat(folder.resolve("data")).doesNotExist();
            }
        }

        @Test
        void refusesWrongSettingsAllAtOnceAndMakesNothing() throws Exception {
            var settings = Files.writeString(folder.resolve("settings"), "VALENCE_PROT=1");

            try (var server =
                    ServerProcess.run(
                            folder,
                            Map.of("VALENCE_PORT", "x", "VALENCE_LOG_LEVEL", "loud"),
                            "--settings",
                            settings.toString())) {
                assertThat(server.status()).isEqualTo(2);
                assertThat(server.err())
                        .contains("3 settings are wrong", "VALENCE_PROT", "VALENCE_PORT must")
                        .contains("VALENCE_LOG_LEVEL");
                assertThat(folder.resolve("data")).doesNotExist();
            }
        }

        @Test
        void saysAllThatIsWrongWithElementFilesInWordsAndStops() throws Exception {
            var catalog = Files.createDirectories(folder.resolve("catalog"));
            Files.writeString(catalog.resolve("one.json"), "{");
            Files.writeString(catalog.resolve("two.json"), "[]");
            var environment = new HashMap<>(ANY_PORT);
            environment.put("VALENCE_CATALOG_DIR", catalog.toString());

            try (var server = ServerProcess.run(folder, environment)) {
                assertThat(server.status()).isEqualTo(2);
                assertThat(server.err())
                        .contains("one.json", "two.json")
                        .doesNotContain("\tat ", "Exception");
            }
        }

        @Test
        void survivesBeingKilledAtAnyMomentOfItsFirstStart() throws Exception {
            var random = new Random();
            for (int round = 0; round < 6; round++) {
                var delay = 300 + random.nextInt(2500);
                System.out.println("killing a first start after ms: " + delay);
                try (var killed = ServerProcess.run(folder, ANY_PORT)) {
                    Thread.sleep(delay);
                    killed.kill();
                }
            }

            try (var server = ServerProcess.run(folder, ANY_PORT)) {
                var answer =
                        inShell(
                                ". data/first-secrets; curl -sS "
                                        + server.url()
                                        + "/elements/api-v2/instances -H \"Authorization: User"
                                        + " $VALENCE_USER_SECRET, Organization"
                                        + " $VALENCE_ORGANIZATION_SECRET\"");

                assertThat(answer).isEqualTo("[]");
            }
        }
    }

    @Nested
    class Stopping {
        @Test
        void finishesTheCallInFlightAndTellsTheSignal() throws Exception {
            try (var server = ServerProcess.run(folder, ANY_PORT)) {
                var url = URI.create(server.url());
                try (var socket = new Socket(url.getHost(), url.getPort())) {
                    var body =
                            "{\"element\":{\"key\":\"oraclesalescloud\"},\"name\":\"n\",\"configuration\":"
                                + "{\"username\":\"u\",\"password\":\"p\",\"site.url\":\"a.example.com\"}}";
                    var head =
                            "POST /elements/api-v2/instances?check=false HTTP/1.1\r\n"
                                    + "Host: x\r\n"
                                    + "Connection: close\r\n"
                                    + "Content-Type: application/json\r\n"
                                    + "Authorization: "
                                    + authorization()
                                    + "\r\nContent-Length: "
                                    + body.length()
                                    + "\r\n\r\n";
                    var output = socket.getOutputStream();
                    output.write((head + body.substring(0, 10)).getBytes(StandardCharsets.UTF_8));
                    output.flush();
                    Thread.sleep(300);

                    server.terminate();
                    awaitLine(server, "Stopping");
                    Thread.sleep(300);
                    output.write(body.substring(10).getBytes(StandardCharsets.UTF_8));
                    output.flush();
                    var answer =
                            new String(
                                    socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                    assertThat(answer).startsWith("HTTP/1.1 200").contains("\"name\":\"n\"");
                }
                assertThat(server.status()).isEqualTo(143);
                assertThat(server.err().lines().toList().getLast()).endsWith(" Stopped");
            }
        }

        @Test
        void saysThatItIsNotReadyWhileItStillAnswers() throws Exception {
            var environment = new HashMap<>(ANY_PORT);
            environment.put("VALENCE_DRAIN_DELAY", "3s");
            try (var server = ServerProcess.run(folder, environment)) {
                var url = server.url();

                server.terminate();
                awaitLine(server, "Stopping");
                var ready = ServerProcess.get(url + "/elements/health/ready");
                var elements =
                        ServerProcess.get(
                                url + "/elements/api-v2/elements/keys",
                                "Authorization",
                                authorization());

                assertThat(ready.statusCode()).isEqualTo(503);
                assertThat(elements.statusCode()).isEqualTo(200);
                assertThat(server.status()).isEqualTo(143);
            }
        }

        private void awaitLine(ServerProcess server, String text) throws Exception {
            while (server.isAlive() && !server.err().contains(text)) {
                Thread.sleep(10);
            }
        }
    }

    @Nested
    class Talking {
        @Test
        void answersForHelpAndVersionOnTheStandardOutput() throws Exception {
            try (var help = ServerProcess.run(folder, Map.of(), "--help");
                    var version = ServerProcess.run(folder, Map.of(), "--version")) {
                assertThat(help.status()).isZero();
                assertThat(help.out())
                        .contains("valence admin", "VALENCE_DRAIN_DELAY", "VALENCE_JAVA_OPTIONS");
                assertThat(version.status()).isZero();
                assertThat(version.out()).matches("Valence [0-9]+\\.[0-9]+\\.[0-9]+.*\n");
            }
        }

        @Test
        void refusesACommandThatItDoesNotKnow() throws Exception {
            try (var unknown = ServerProcess.run(folder, Map.of(), "sevre");
                    var extra = ServerProcess.run(folder, Map.of(), "serve", "now")) {
                assertThat(unknown.status()).isEqualTo(2);
                assertThat(unknown.err()).contains("no command \"sevre\"", "Usage:");
                assertThat(extra.status()).isEqualTo(2);
                assertThat(extra.err()).contains("does not take \"now\"");
            }
        }
    }

    private String authorization() throws IOException {
        var lines = secretLines();
        return "User %s, Organization %s"
                .formatted(
                        lines.get(0).substring("VALENCE_USER_SECRET=".length()),
                        lines.get(1).substring("VALENCE_ORGANIZATION_SECRET=".length()));
    }

    private List<String> secretLines() throws IOException {
        return Files.readAllLines(folder.resolve("data/first-secrets")).stream()
                .filter(line -> line.startsWith("VALENCE_"))
                .toList();
    }

    private String inShell(String text) throws Exception {
        var shell =
                new ProcessBuilder("sh", "-c", text)
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        return output;
    }
}
