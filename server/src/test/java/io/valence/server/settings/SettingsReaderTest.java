package io.valence.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.UserSecret;
import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SettingsReaderTest {
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir Path folder;

    @Test
    void hasADefaultForEverythingThatAServerNeeds() {
        var settings = read(Map.of());

        assertThat(settings.listening())
                .isEqualTo(
                        new Settings.Listening(
                                "127.0.0.1",
                                8080,
                                Optional.empty(),
                                2000,
                                200,
                                Duration.ofSeconds(30)));
        assertThat(settings.dataFolder()).isEqualTo(Path.of("./data"));
        assertThat(settings.database())
                .isEqualTo(
                        new Settings.DatabaseLogin(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                10,
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(30)));
        assertThat(settings.masterKey()).isEmpty();
        assertThat(settings.outgoing().egress().places()).isEmpty();
        assertThat(settings.logLevel()).isEqualTo(LogLevel.INFO);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        var problems =
                problems(
                        Map.ofEntries(
                                Map.entry("VALENCE_HOST", "http://x"),
                                Map.entry("VALENCE_PORT", "70000"),
                                Map.entry("VALENCE_PUBLIC_URL", "ftp://example.com"),
                                Map.entry("VALENCE_HTTP_IDLE_TIMEOUT", "30"),
                                Map.entry("VALENCE_DATA_DIR", "a;b"),
                                Map.entry("VALENCE_DATABASE_URL", "jdbc:mysql://localhost/x"),
                                Map.entry("VALENCE_DATABASE_POOL_SIZE", "none"),
                                Map.entry("VALENCE_MASTER_KEY", "c2hvcnQ="),
                                Map.entry("VALENCE_MASTER_KEY_FILE", "/does/not/exist"),
                                Map.entry("VALENCE_USER_SECRET", "tooshort"),
                                Map.entry("VALENCE_CATALOG_DIR", "/does/not/exist"),
                                Map.entry("VALENCE_EGRESS_ALLOW", "10.0.0.0/33"),
                                Map.entry("VALENCE_LOG_LEVEL", "loud")));

        assertThat(problems)
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("VALENCE_HOST must be a host"),
                        problem ->
                                assertThat(problem)
                                        .isEqualTo(
                                                "VALENCE_PORT must be a whole number from 0 to"
                                                        + " 65535, not \"70000\" (environment)"),
                        problem -> assertThat(problem).startsWith("VALENCE_PUBLIC_URL must be"),
                        problem -> assertThat(problem).contains("IDLE_TIMEOUT", "such as 30s"),
                        problem -> assertThat(problem).contains("DATA_DIR", "semicolon"),
                        problem -> assertThat(problem).contains("DATABASE_URL", "postgresql"),
                        problem -> assertThat(problem).contains("POOL_SIZE", "from 1 to 500"),
                        problem -> assertThat(problem).contains("MASTER_KEY must be the base64"),
                        problem -> assertThat(problem).contains("MASTER_KEY_FILE must be a file"),
                        problem -> assertThat(problem).contains("USER_SECRET", "from 20 to 255"),
                        problem -> assertThat(problem).contains("CATALOG_DIR", "exists"),
                        problem -> assertThat(problem).contains("EGRESS_ALLOW", "from 0 to 32"),
                        problem -> assertThat(problem).contains("LOG_LEVEL", "info, debug"),
                        problem -> assertThat(problem).contains("are both set"));
    }

    @Test
    void neverShowsTheTextOfASecret() {
        var texts =
                Map.of(
                        "VALENCE_MASTER_KEY", "canary-1",
                        "VALENCE_USER_SECRET", "canary-2",
                        "VALENCE_ORGANIZATION_SECRET", "canary-3,canary-3canary-3",
                        "VALENCE_OPERATOR_SECRET", "canary-4 canary-4 canary-4",
                        "VALENCE_DATABASE_PASSWORD", "canary-5",
                        "VALENCE_PORT", "x");

        var problems = problems(texts);
        var settings =
                read(
                        Map.of(
                                "VALENCE_MASTER_KEY",
                                KEY,
                                "VALENCE_USER_SECRET",
                                "canary-canary-canary-canary",
                                "VALENCE_DATABASE_PASSWORD",
                                "canary"));

        assertThat(problems).hasSize(5).noneMatch(problem -> problem.contains("canary"));
        assertThat(settings.toString()).doesNotContain("canary").doesNotContain(KEY);
    }

    @Test
    void refusesAPasswordInTheDatabasesUrlWithoutShowingIt() {
        var problems =
                problems(
                        Map.of(
                                "VALENCE_DATABASE_URL",
                                "jdbc:postgresql://localhost/x?user=u&password=canary"));

        assertThat(problems)
                .singleElement()
                .asString()
                .contains("VALENCE_DATABASE_PASSWORD")
                .doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource({
        "VALENCE_DATABASE_URL, jdbc:mysql://u:canary@localhost/x",
        "VALENCE_DATABASE_URL, jdbc:postgresql://u:canary@localhost/x",
        "VALENCE_DATABASE_URL, postgresql://u:canary@localhost/x",
        "VALENCE_PUBLIC_URL, https://u:canary@localhost",
        "VALENCE_PUBLIC_URL, https://u:canary@local host",
    })
    void doesNotShowAPasswordThatStandsInAnAddress(String name, String address) {
        var problems = problems(Map.of(name, address));

        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith(name + " must")
                .doesNotContain("canary");
    }

    @Test
    void takesAnEmptyTextForNone() {
        var settings = read(Map.of("VALENCE_PORT", "", "VALENCE_USER_SECRET", ""));

        assertThat(settings.listening().port()).isEqualTo(8080);
        assertThat(settings.secrets().user()).isEmpty();
    }

    @Test
    void warnsOfStrangeNamesInTheEnvironmentThatLookLikeOurs() {
        var outcome =
                new SettingsReader(
                                Map.of(
                                        "VALENCE_PROT", "1",
                                        "VALENCE_JAVA_OPTIONS", "-Xmx1g",
                                        "HOME", "/root"))
                        .read();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SettingsReader.Outcome.Read.class,
                        read ->
                                assertThat(read.warnings())
                                        .containsExactly(
                                                "\"VALENCE_PROT\" is not a setting; did you mean"
                                                        + " VALENCE_PORT? (environment)"));
    }

    @Test
    void readsTheMasterKeyFromItsFile() throws IOException {
        var file = Files.writeString(folder.resolve("key"), KEY + "\n");
        var broken = Files.writeString(folder.resolve("broken"), "canary");

        var settings = read(Map.of("VALENCE_MASTER_KEY_FILE", file.toString()));
        var problems = problems(Map.of("VALENCE_MASTER_KEY_FILE", broken.toString()));

        assertThat(settings.masterKey()).contains(Secret.of(KEY));
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("must name a file that holds the base64 of 32 bytes")
                .doesNotContain("canary");
    }

    @Nested
    class FromAFile {
        @Test
        void letsTheEnvironmentGoBeforeTheFile() throws IOException {
            var file =
                    file("VALENCE_PORT=1\nVALENCE_HOST=0.0.0.0\nVALENCE_USER_SECRET=" + secret());

            var settings =
                    ((SettingsReader.Outcome.Read)
                                    new SettingsReader(Map.of("VALENCE_PORT", "2")).read(file))
                            .settings();

            assertThat(settings.listening().port()).isEqualTo(2);
            assertThat(settings.listening().host()).isEqualTo("0.0.0.0");
            assertThat(settings.secrets().user()).contains(new UserSecret(Secret.of(secret())));
        }

        @Test
        void refusesStrangeAndRepeatedNamesAndSaysWhereItReadThem() throws IOException {
            var file = file("valence.port=1\nVALENCE_PORT=x\nVALENCE_HOST=a\nVALENCE_HOST=b\nX=1");

            var problems = problems(new SettingsReader(Map.of()).read(file));

            assertThat(problems)
                    .containsExactly(
                            "\"VALENCE_HOST\" stands twice in \"" + file + "\"",
                            "\"X\" is not a setting (" + file + ")",
                            "\"valence.port\" is not a setting; did you mean VALENCE_PORT? ("
                                    + file
                                    + ")",
                            "VALENCE_PORT must be a whole number from 0 to 65535, not \"x\" ("
                                    + file
                                    + ")");
        }

        @Test
        void saysThatAFileIsMissingOrIsNoText() throws IOException {
            var missing = folder.resolve("missing");
            var binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xc3, 0x28});
            var malformed = file("VALENCE_HOST=\\u12");

            assertThat(problems(new SettingsReader(Map.of()).read(missing)))
                    .containsExactly("The settings file \"" + missing + "\" cannot be read");
            assertThat(problems(new SettingsReader(Map.of()).read(binary)))
                    .containsExactly("The settings file \"" + binary + "\" is not text in UTF-8");
            assertThat(problems(new SettingsReader(Map.of()).read(malformed)))
                    .singleElement()
                    .asString()
                    .contains("\\u");
        }

        private Path file(String text) throws IOException {
            return Files.writeString(folder.resolve("settings"), text, StandardCharsets.UTF_8);
        }

        private static String secret() {
            return "0123456789012345678901234567890=";
        }
    }

    private static Settings read(Map<String, String> environment) {
        return ((SettingsReader.Outcome.Read) new SettingsReader(environment).read()).settings();
    }

    private static List<String> problems(Map<String, String> environment) {
        return problems(new SettingsReader(environment).read());
    }

    private static List<String> problems(SettingsReader.Outcome outcome) {
        return ((SettingsReader.Outcome.Refused) outcome).problems();
    }
}
