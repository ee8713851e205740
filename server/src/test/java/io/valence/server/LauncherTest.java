package io.valence.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;

@Timeout(20)
class LauncherTest {
    @TempDir Path folder;

    private Path root;

    @BeforeEach
    void resolveLinks() throws IOException {
        root = folder.toRealPath();
    }

    @Nested
    class LookingForJava {
        @Test
        void prefersJavaHomeToThePathAndThePathToTheUsualPlaces() throws Exception {
            var layout = Layout.release(root);
            var home = layout.fakeJdk(root.resolve("one"), "25");
            var onPath = layout.fakeJdk(root, "25");
            var usual = layout.fakeJdk(layout.jdks().resolve("jdk"), "25");

            var first = run(layout, Map.of("JAVA_HOME", home.toString()));
            var second = run(layout, Map.of());
            Files.delete(onPath.resolve("bin/java"));
            var third = run(layout, Map.of());

            assertThat(first.lines()).containsExactly("run by " + home);
            assertThat(second.lines()).containsExactly("run by " + onPath);
            assertThat(third.lines()).containsExactly("run by " + usual);
        }

        @Test
        void passesOverWhatIsTooOldAndTakesWhatIsNewer() throws Exception {
            var layout = Layout.release(root);
            var home = layout.fakeJdk(root.resolve("one"), "1.8");
            layout.fakeJdk(root, "24");
            layout.fakeJdk(layout.jdks().resolve("a"), "unknown");
            var newer = layout.fakeJdk(layout.jdks().resolve("b"), "26");

            var run = run(layout, Map.of("JAVA_HOME", home.toString()));

            assertThat(run.lines()).containsExactly("run by " + newer);
        }

        @Test
        void refusesWithEveryPlaceThatItLookedAt() throws Exception {
            var layout = Layout.release(root);
            var home = root.resolve("absent");
            layout.fakeJdk(root, "17");
            layout.fakeJdk(layout.jdks().resolve("old"), "1.8");

            var run = run(layout, Map.of("JAVA_HOME", home.toString()), "--help");

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.output())
                    .contains("Java 25 or newer is needed")
                    .contains("JAVA_HOME: no program at " + home + "/bin/java")
                    .contains("PATH: " + root + "/bin/java is Java 17")
                    .contains(layout.jdks() + "/old/bin/java is Java 8")
                    .contains(root + "/mac: no JDK")
                    .contains("Install a JDK 25");
        }
    }

    @Nested
    class Starting {
        @Test
        void passesArgumentsAsTheyAre() throws Exception {
            var layout = Layout.release(root);

            var run = run(layout, realJava(layout), "two words", "it's \"quoted\" \\ $HOME *", "");

            assertThat(run.status()).isZero();
            assertThat(run.lines())
                    .containsSubsequence(
                            "argument two words",
                            "argument it's \"quoted\" \\ $HOME *",
                            "argument ");
        }

        @Test
        void addsTheOptionsOfTheEnvironment() throws Exception {
            var layout = Layout.release(root);
            var options =
                    Map.of(
                            "JAVA_HOME",
                            layout.realJdk().toString(),
                            "VALENCE_JAVA_OPTIONS",
                            "-Xmx64m -Dsample=*");

            var run = run(layout, options);

            assertThat(run.lines()).contains("property *");
        }

        @Test
        void worksThroughLinksFromElsewhereAndInAFolderWithSpaces() throws Exception {
            var layout =
                    Layout.release(Files.createDirectories(root.resolve("a folder with spaces")));
            var link =
                    Files.createSymbolicLink(
                            root.resolve("relative link"),
                            Path.of("a folder with spaces/home/valence"));
            var linkToLink = Files.createSymbolicLink(root.resolve("link"), link);

            var run = Run.of(layout.launch(realJava(layout), linkToLink).directory(root.toFile()));

            assertThat(run.lines())
                    .contains("class path " + layout.home() + "/lib/server.jar", "started");
        }

        @Test
        void putsTheJarsInTheOrderOfTheirNames() throws Exception {
            var layout = Layout.release(root);
            var lib = layout.home().resolve("lib");
            for (var name : new String[] {"b.jar", "B.jar", "a-1.jar", "a.txt"}) {
                Files.copy(lib.resolve("server.jar"), lib.resolve(name));
            }

            var run = run(layout, realJava(layout));

            assertThat(run.lines())
                    .contains(
                            "class path %1$s/B.jar:%1$s/a-1.jar:%1$s/b.jar:%1$s/server.jar"
                                    .formatted(lib));
        }

        @Test
        void becomesTheServerSoThatSignalsReachIt() throws Exception {
            var layout = Layout.release(root);
            var process = layout.launch(realJava(layout), layout.launcher(), "wait").start();

            try (var output = process.inputReader()) {
                var start = readUntil(output, "started");
                process.toHandle().destroy();
                var end = readUntil(output, "stopping");

                assertThat(start).contains("pid " + process.pid() + "\n");
                assertThat(end).endsWith("stopping\n");
                assertThat(process.waitFor()).isEqualTo(143);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Nested
    class InASourceCheckout {
        private static final String BUILDS =
                """
                #!/bin/sh
                echo call >>'@root@/calls'
                echo "[INFO] Building Sample [1/1]"
                mkdir -p '@root@/home/server/target/lib'
                cp '@root@/built.jar' '@root@/home/server/target/lib/server-1.jar'
                """;

        @Test
        void buildsOnceAndAgainWhenASourceIsNewer() throws Exception {
            var layout = Layout.source(root, BUILDS);

            var first = run(layout, realJava(layout));
            var second = run(layout, realJava(layout));
            var callsBefore = Files.readAllLines(root.resolve("calls"));
            var jar = layout.home().resolve("server/target/lib/server-1.jar");
            var source =
                    Files.writeString(layout.home().resolve("domain/src/main/Sample.java"), "");
            Files.setLastModifiedTime(
                    source,
                    FileTime.from(Files.getLastModifiedTime(jar).toInstant().plusSeconds(1)));
            var third = run(layout, realJava(layout));

            assertThat(first.output()).contains("[1/1] Sample", "built in", "started");
            assertThat(second.output()).doesNotContain("building").contains("started");
            assertThat(callsBefore).hasSize(1);
            assertThat(third.output()).contains("building", "started");
        }

        @Test
        void saysWhyABuildFailedAndStartsNothing() throws Exception {
            var layout =
                    Layout.source(
                            root,
                            "#!/bin/sh\necho '[INFO] much'\necho '[ERROR] a semicolon'\nexit 7\n");

            var run = run(layout, realJava(layout));

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.output())
                    .contains("[ERROR] a semicolon", layout.home() + "/target/launcher/build.log")
                    .doesNotContain("[INFO] much", "started");
            assertThat(layout.home().resolve("target/launcher/build.log"))
                    .content()
                    .contains("[INFO] much");
        }

        @Test
        void buildsOnceForTwoStartsAtTheSameTime() throws Exception {
            var layout =
                    Layout.source(
                            root, BUILDS.replace("mkdir", "cat '@root@/go' >/dev/null\nmkdir"));
            var go = root.resolve("go");
            assertThat(new ProcessBuilder("mkfifo", go.toString()).start().waitFor()).isZero();
            var builder = layout.launch(realJava(layout), layout.launcher()).start();

            try (var builderOutput = builder.inputReader()) {
                readUntil(builderOutput, "  [1/1] Sample");
                var other = layout.launch(realJava(layout), layout.launcher()).start();
                try (var otherOutput = other.inputReader()) {
                    var said =
                            readUntil(
                                    otherOutput,
                                    "valence: process "
                                            + builder.pid()
                                            + " is building already; waiting for it");
                    Files.writeString(go, "go");

                    assertThat(said).contains("waiting");
                    assertThat(readUntil(builderOutput, "started")).contains("built in");
                    assertThat(readUntil(otherOutput, "started")).doesNotContain("built in");
                    assertThat(Files.readAllLines(root.resolve("calls"))).hasSize(1);
                } finally {
                    other.destroyForcibly();
                }
            } finally {
                builder.destroyForcibly();
            }
        }

        @Test
        void takesOverTheLockOfAProcessThatIsGone() throws Exception {
            var layout = Layout.source(root, BUILDS);
            var gone = new ProcessBuilder("true").start();
            gone.waitFor();
            var work = Files.createDirectories(layout.home().resolve("target/launcher"));
            Files.createSymbolicLink(work.resolve("lock"), Path.of(Long.toString(gone.pid())));

            var run = run(layout, realJava(layout));

            assertThat(run.output()).contains("built in", "started");
            assertThat(work.resolve("lock")).doesNotExist();
        }

        @Test
        void asksForAJdk25ToBuildWith() throws Exception {
            var layout = Layout.source(root, BUILDS);
            var newer = layout.fakeJdk(root.resolve("newer"), "26");

            var run = run(layout, Map.of("JAVA_HOME", newer.toString()));

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.output())
                    .contains("A JDK 25 (to build with) is needed", newer + "/bin/java is Java 26");
        }
    }

    private static Map<String, String> realJava(Layout layout) {
        return Map.of("JAVA_HOME", layout.realJdk().toString());
    }

    private static Run run(Layout layout, Map<String, String> environment, String... arguments)
            throws Exception {
        return Run.of(layout.launch(environment, layout.launcher(), arguments));
    }

    /** Reads up to a whole line, or to the end. */
    private static String readUntil(BufferedReader output, String line) throws IOException {
        var read = new StringBuilder();
        for (var next = output.readLine(); next != null; next = output.readLine()) {
            read.append(next).append('\n');
            if (next.equals(line)) {
                return read.toString();
            }
        }
        return read.toString();
    }

    private record Run(int status, String output) {
        static Run of(ProcessBuilder builder) throws Exception {
            var process = builder.start();
            process.getOutputStream().close();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        }

        Iterable<String> lines() {
            return output.lines().toList();
        }
    }
}
