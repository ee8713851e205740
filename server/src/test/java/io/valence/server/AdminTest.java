package io.valence.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.server.settings.SettingsReader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

class AdminTest {
    private static final Pattern SECRET = Pattern.compile("(Organization|User) secret: (\\S+)");

    @TempDir Path folder;

    @Nested
    class OfARunningServer {
        private Server server;

        @BeforeEach
        void start() {
            server =
                    Server.start(
                            ((SettingsReader.Outcome.Read)
                                            new SettingsReader(environment(Map.of())).read())
                                    .settings(),
                            StandIns.none());
        }

        @AfterEach
        void stop() {
            server.close();
        }

        @Test
        void makesAnOrganizationWhoseUserCanCallAtOnce() throws Exception {
            var created =
                    admin(
                            "organization",
                            "create",
                            "Acme",
                            "--email",
                            "ada@example.com",
                            "--first=Ada");
            var listed = admin("organization", "list");
            var users = admin("user", "list", "2");

            assertThat(created.status()).isZero();
            assertThat(created.out())
                    .contains("organization 2  Acme", "user 2  ada@example.com  Ada")
                    .contains("shown this once");
            assertThat(listed.out())
                    .contains("organization 1  Default organization", "organization 2  Acme");
            assertThat(users.out()).contains("ada@example.com").doesNotContain("secret");
            assertThat(statusOfACall(created.secret("User"), created.secret("Organization")))
                    .isEqualTo(200);
        }

        @Test
        void replacesALostSecretAndVoidsTheOldOne() throws Exception {
            var organization = admin("organization", "create", "Acme", "--email", "a@example.com");
            var user = admin("user", "create", "2", "--email", "b@example.com");

            var newUser = admin("user", "secret", "3");
            var newOrganization = admin("organization", "secret", "2");

            assertThat(newUser.out()).contains("user 3", "void from now on");
            assertThat(statusOfACall(user.secret("User"), newOrganization.secret("Organization")))
                    .isEqualTo(401);
            assertThat(statusOfACall(newUser.secret("User"), organization.secret("Organization")))
                    .isEqualTo(401);
            assertThat(
                            statusOfACall(
                                    newUser.secret("User"), newOrganization.secret("Organization")))
                    .isEqualTo(200);
        }

        @Test
        void passesOnWhyTheServerRefuses() {
            var unknown = admin("user", "list", "77");
            var malformed = admin("organization", "create", "Acme", "--email", "nobody");

            assertThat(unknown.status()).isEqualTo(1);
            assertThat(unknown.err()).startsWith("valence: the server refused (404): ");
            assertThat(malformed.status()).isEqualTo(1);
            assertThat(malformed.err()).contains("(400)", "email");
        }

        @Test
        void namesEveryReasonWhyTheServerRefuses() {
            var refused =
                    admin(
                            "organization",
                            "create",
                            "x".repeat(256),
                            "--email",
                            "nobody",
                            "--first=A\u202Eda");

            assertThat(refused.err().lines().skip(1))
                    .containsExactly(
                            "  - name: Must have at most 255 characters",
                            "  - user/email: Must be an e-mail address",
                            "  - user/firstName: Must be text without characters that turn the"
                                    + " direction of writing");
        }

        @Test
        void saysThatTheOperatorsSecretIsNotTheRightOne() {
            var result =
                    run(
                            Map.of("VALENCE_OPERATOR_SECRET", "not-the-operator-of-this-server"),
                            "organization",
                            "list",
                            "--url",
                            server.url());

            assertThat(result.status()).isEqualTo(1);
            assertThat(result.err())
                    .contains("does not accept the operator's secret")
                    .doesNotContain("not-the-operator-of-this-server");
        }

        private Result admin(String... words) {
            var all = new ArrayList<>(List.of(words));
            all.addAll(List.of("--url", server.url()));
            return run(Map.of(), all.toArray(String[]::new));
        }

        private int statusOfACall(String user, String organization) throws Exception {
            return ServerProcess.get(
                            server.url() + "/elements/api-v2/instances",
                            "Authorization",
                            "User " + user + ", Organization " + organization)
                    .statusCode();
        }
    }

    @Nested
    class WithoutAServer {
        @Test
        void explainsItself() {
            var help = run(Map.of(), "--help");
            var nothing = run(Map.of());

            assertThat(help.status()).isZero();
            assertThat(help.out()).contains("valence admin user secret ID");
            assertThat(nothing.out()).isEqualTo(help.out());
        }

        @Test
        void refusesWordsThatMakeNoSense() {
            assertThat(run(Map.of(), "organisation", "list").err())
                    .contains("does not understand \"organisation list\"", "Usage:");
            assertThat(run(Map.of(), "organization", "create").err()).contains("needs a name");
            assertThat(run(Map.of(), "organization", "create", "A").err()).contains("--email");
            assertThat(run(Map.of(), "user", "list", "x").err()).contains("positive whole number");
            assertThat(run(Map.of(), "user", "list", "1", "--mail", "x").err()).contains("--mail");
            assertThat(run(Map.of(), "user", "list", "1", "2").status()).isEqualTo(2);
        }

        @Test
        void saysWhatItNeedsToKnow() {
            var secret = Map.of("VALENCE_OPERATOR_SECRET", "an-operator-of-some-server");

            assertThat(run(Map.of(), "organization", "list", "--url", "http://127.0.0.1:1").err())
                    .contains("the operator's secret is not known");
            assertThat(run(secret, "organization", "list").err()).contains("VALENCE_PORT is 0");
            assertThat(run(secret, "organization", "list", "--url", "localhost").err())
                    .contains("--url must be such as");
            assertThat(run(secret, "organization", "list", "--url", "http://127.0.0.1:1"))
                    .isEqualTo(
                            new Result(
                                    1,
                                    "",
                                    "valence: there is no answer from http://127.0.0.1:1; is the"
                                            + " server running?\n"));
        }
    }

    private Map<String, String> environment(Map<String, String> more) {
        var environment = new HashMap<>(more);
        environment.put("VALENCE_PORT", "0");
        environment.put("VALENCE_DATA_DIR", folder.resolve("data").toString());
        return environment;
    }

    private Result run(Map<String, String> more, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var arguments = new ArrayList<>(List.of("admin"));
        arguments.addAll(List.of(words));
        int status =
                new CommandLine(
                                environment(more),
                                new Terminal(
                                        new PrintStream(out, true, StandardCharsets.UTF_8),
                                        new PrintStream(err, true, StandardCharsets.UTF_8),
                                        false))
                        .run(arguments);
        return new Result(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private record Result(int status, String out, String err) {
        String secret(String whose) {
            return SECRET.matcher(out)
                    .results()
                    .filter(match -> match.group(1).equals(whose))
                    .map(match -> match.group(2))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(this));
        }
    }
}
