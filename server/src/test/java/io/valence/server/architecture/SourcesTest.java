package io.valence.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A23 and A26, and the place of tests: what only the sources tell. */
class SourcesTest {
    private static final String JUNIT = "org.junit.jupiter.api.";
    private static final String ASSERTJ = "org.assertj.core.api.";

    /** In two pieces each, so that this file does not hold them. */
    private static final List<String> EXCUSES =
            List.of(
                    JUNIT + "Disabled",
                    JUNIT + "Assumptions",
                    JUNIT + "condition.",
                    JUNIT + "*",
                    ASSERTJ + "Assumptions",
                    ASSERTJ + "BDDAssumptions",
                    ASSERTJ + "*",
                    "TestAborted" + "Exception",
                    "org.mock" + "ito");

    @Test
    void a18TestsStandBesideWhatTheyTest() {
        assertThat(Sources.ours().testsAwayFromTheirClass())
                .as("a test sees what is package-private; move it to the package of its class")
                .isEmpty();
    }

    @Test
    void a23EveryPackageSaysWhatItIsFor() {
        assertThat(Sources.ours().packagesWithoutWord())
                .as("who opens a room asks what it is for; write a package-info.java that says so")
                .isEmpty();
    }

    @Test
    void a26TestsNeverLookAway() {
        assertThat(Sources.ours().testsThatName(EXCUSES))
                .as(
                        "a test that does not run tells nothing; make it run, by the real thing, or"
                                + " by a port in memory")
                .isEmpty();
    }

    @Test
    void a0AllModulesAreLookedAt() {
        assertThat(Sources.ours().modules())
                .extracting(folder -> String.valueOf(folder.getFileName()))
                .containsAll(Packages.OURS.modules().values())
                .contains("embedding", "benchmarks");
        assertThat(Sources.ours().files("src/main/java")).hasSizeGreaterThan(100);
        assertThat(Sources.ours().files("src/test/java")).hasSizeGreaterThan(20);
    }

    @Nested
    class CanBeBroken {
        @TempDir Path root;

        @Test
        void byATestInAnotherPackage() throws IOException {
            write("a/pom.xml", "");
            write("a/src/main/java/x/Thing.java", "class Thing {}");
            Path astray = write("a/src/test/java/y/ThingTest.java", "class ThingTest {}");
            write("a/src/test/java/x/ThingTest.java", "class ThingTest {}");

            assertThat(new Sources(root).testsAwayFromTheirClass()).containsExactly(astray);
        }

        @Test
        void byAPackageOfWhichNobodySaysWhatItIsFor() throws IOException {
            write("a/pom.xml", "");
            Path bare = write("a/src/main/java/x/Thing.java", "class Thing {}");
            Path mute = write("a/src/main/java/y/package-info.java", "/** Hm */ package y;");
            write("a/src/main/java/z/package-info.java", "/** Things. */ package z;");
            write("a/src/main/java/z/Thing.java", "class Thing {}");

            assertThat(new Sources(root).packagesWithoutWord())
                    .containsExactly(bare.getParent(), mute.getParent());
        }

        @Test
        void byATestThatDoesNotRun() throws IOException {
            write("a/pom.xml", "");
            write("domain-testkit/pom.xml", "");
            Path idle = write("a/src/test/java/x/IdleTest.java", "@" + EXCUSES.getFirst());
            Path lax = write("domain-testkit/src/main/java/x/LaxContract.java", EXCUSES.getLast());
            write("a/src/test/java/x/BusyTest.java", JUNIT + "Test");

            assertThat(new Sources(root).testsThatName(EXCUSES)).containsExactly(idle, lax);
        }

        private Path write(String place, String text) throws IOException {
            Path file = root.resolve(place);
            Files.createDirectories(file.resolveSibling("."));
            return Files.writeString(file, text);
        }
    }
}
