package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.server.Caller;
import io.valence.server.Consent;
import io.valence.server.RunningServer;
import io.valence.server.SandboxElements;
import io.valence.server.ServerProcess;
import io.valence.server.TestDatabase;
import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.api.RawConnection;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Secrets in the right places and in wrong ones, and a search for them everywhere else. */
class SecretsStayHiddenJourney {
    /** Stored readably, as it may: who finds it would find a secret too. */
    private static final String USER_NAME = "username-that-may-be-seen";

    @TempDir Path folder;

    private final Canaries canaries = new Canaries();
    private final List<String> answers = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"H2, debug", "POSTGRESQL, trace"})
    void leavesNoSecretInDataLogsAnswersAndMetrics(TestDatabase database, String level)
            throws Exception {
        var data = folder.resolve("data");
        // H2 compresses its file on closing: what it writes is seen before.
        var written = Files.createDirectory(folder.resolve("written"));
        var settings = new HashMap<>(database.fresh());
        settings.put("VALENCE_LOG_LEVEL", level);
        settings.put("VALENCE_CATALOG_DIR", catalog().toString());
        settings.putAll(secretSettings());
        settings.put("VALENCE_LIVE_CHECK", "true");
        String log;

        try (var _ = indiscreet(settings);
                var process = ServerProcess.run(folder, RunningServer.environment(data, settings));
                var caller = caller(process.url(), settings)) {
            liveALifeOfSecrets(caller);
            putSecretsWhereTheyDoNotBelong(caller, URI.create(process.url()).getPort());
            shareSecretsWithAVendor(caller);
            if (database == TestDatabase.POSTGRESQL) {
                failInTheDatabase(caller, settings);
            }
            answers.add(ServerProcess.get(process.url() + "/elements/metrics").body());
            answers.add(ServerProcess.get(process.url() + "/elements/health/ready").body());
            if (database == TestDatabase.H2) {
                Files.copy(data.resolve("valence.mv.db"), written.resolve("valence.mv.db"));
            }
            process.terminate();
            process.status();
            log = process.out() + process.err();
        }

        var stored = database == TestDatabase.H2 ? "" : tables(settings);
        assertThat(canaries.size()).isGreaterThanOrEqualTo(20);
        assertThat(answers.stream().flatMap(answer -> canaries.in(answer).stream())).isEmpty();
        tokens.forEach(token -> canaries.plant("Element token " + token.length(), token));
        assertThat(log).contains("answered", "select", "status=400");
        assertThat(canaries.in(log)).isEmpty();
        assertThat(canaries.in(data, "first-secrets")).isEmpty();
        assertThat(canaries.in(written, "")).isEmpty();
        assertThat(canaries.in(stored)).isEmpty();
        var visible = new Canaries();
        visible.plant("user name", USER_NAME);
        assertThat(database == TestDatabase.H2 ? visible.in(written, "") : visible.in(stored))
                .as("what may be seen is seen by the same search")
                .isNotEmpty();
    }

    private Map<String, String> secretSettings() {
        return Map.of(
                "VALENCE_USER_SECRET", canaries.at("user secret"),
                "VALENCE_ORGANIZATION_SECRET", canaries.at("organization secret"),
                "VALENCE_OPERATOR_SECRET", canaries.at("operator secret"),
                "VALENCE_DATABASE_PASSWORD", canaries.at("database password"),
                "VALENCE_MASTER_KEY", canaries.masterKey());
    }

    private static Caller caller(String url, Map<String, String> settings) {
        return Caller.first(url)
                .as(
                        "User %s, Organization %s"
                                .formatted(
                                        settings.get("VALENCE_USER_SECRET"),
                                        settings.get("VALENCE_ORGANIZATION_SECRET")));
    }

    private Path catalog() throws IOException {
        var entries = new ArrayList<String>();
        for (var key :
                List.of(
                        "username",
                        "password",
                        "site.url",
                        "oauth.user.token",
                        "aws.api.secret",
                        "event.notification.signature.key",
                        "event.notification.callback.headers",
                        "vault.license",
                        "vault.limit")) {
            entries.add(
                    """
                    {"id": %d, "key": "%s", "name": "Entry", "description": "An entry.", "type": "%s"}
                    """
                            .formatted(
                                    900_100 + entries.size(),
                                    key,
                                    key.equals("password") ? "PASSWORD" : "TEXTFIELD_128"));
        }
        var elements = Files.createDirectory(folder.resolve("elements"));
        Files.writeString(
                elements.resolve("vault.json"),
                """
                {"id": 900002, "key": "vault", "name": "Vault", "description": "Many secrets.",
                 "authentication": {"type": "basic"}, "configuration": [%s],
                 "valence": {"secrets": ["vault.license"],
                             "formats": {"site.url": "host", "vault.limit": "limits"}}}
                """
                        .formatted(String.join(", ", entries)));
        return elements;
    }

    /** A vendor of elements that quotes in its errors what it was sent, and hands out secrets. */
    private OddVendor indiscreet(Map<String, String> settings) throws IOException {
        var vendor = OddVendor.start(this::tellEverything);
        var elements = folder.resolve("elements");
        SandboxElements.redirect(
                elements,
                "sapanywhere",
                Map.of(
                        "base.url", vendor.url() + "/v1/",
                        "oauth.authorization.url", vendor.url() + "/authorize",
                        "oauth.token.url", vendor.url() + "/token",
                        "oauth.token.revoke_url", vendor.url() + "/revoke"));
        SandboxElements.redirect(elements, "oraclesalescloud", Map.of("base.url", vendor.url()));
        settings.put("VALENCE_EGRESS_ALLOW", vendor.hostAndPort());
        return vendor;
    }

    private void tellEverything(String request, Socket connection) throws IOException {
        if (request.startsWith("POST /token") && request.contains("good")) {
            OddVendor.say(
                    connection,
                    200,
                    "application/json",
                    """
                    {"access_token": "%s", "refresh_token": "%s", "expires_in": 4, "token_type": "bearer"}
                    """
                            .formatted(canaries.at("access token"), canaries.at("refresh token")));
        } else if (request.startsWith("POST /token")) {
            OddVendor.say(
                    connection,
                    400,
                    "application/json",
                    "{\"error\": \"invalid_request\", \"error_description\": \""
                            + request.replaceAll("[\r\n\"]", " ")
                            + "\"}");
        } else if (request.startsWith("GET /v1/well")) {
            OddVendor.say(connection, 200, "application/json", "{\"well\": true}");
        } else if (request.startsWith("GET /v1/gone")) {
            connection.setSoLinger(true, 0);
        } else {
            OddVendor.say(connection, 500, "text/plain", request);
        }
    }

    /** Codes, tokens and credentials, with a vendor that takes them and one that quotes them. */
    private void shareSecretsWithAVendor(Caller caller) throws Exception {
        seen(
                caller.anonymous("GET", "/elements/sapanywhere/oauth/url")
                        .query("apiKey", "an-application")
                        .query("apiSecret", canaries.at("api secret in an address"))
                        .query("callbackUrl", Consent.CALLBACK)
                        .send());
        var refused = seen(caller.post("/instances", shop(canaries.at("refused code"))));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/providerMessage")).contains("grant_type");
        var created = seen(caller.post("/instances", shop(canaries.at("good code") + "good")));
        assertThat(created.status()).isEqualTo(200);
        var path = "/instances/" + created.at("/id").asInt();
        assertThat(shownTrace(caller, path, created)).contains("grant_type=authorization_code");
        var byToken = caller.withToken(created.text("/token"));
        assertThat(seen(byToken.get("/instances/proxy/well")).status()).isEqualTo(200);
        assertThat(seen(byToken.get("/instances/proxy/gone")).status()).isEqualTo(502);
        seen(caller.get(path));
        seen(caller.get(path + "/configuration"));
        assertThat(
                        Patience.until(
                                20, () -> caller.get(path + "/health").at("/attempts").size() > 1))
                .as("renewed, and refused by a vendor that quotes the refresh token")
                .isTrue();
        seen(caller.get(path + "/health"));
        var notAgain =
                seen(
                        caller.request("PATCH", path)
                                .json(debugged(canaries.at("another refused code")))
                                .send());
        assertThat(shownTrace(caller, path, notAgain)).contains("invalid_request");
        seen(caller.delete(path));
        var password = canaries.at("password that a vendor quotes");
        assertThat(
                        seen(caller.request("POST", "/instances")
                                        .query("check", "true")
                                        .json(Caller.oracle("Sales", password))
                                        .send())
                                .status())
                .isIn(200, 400, 502);
        seen(
                caller.request("POST", "/elements/oraclesalescloud/configuration/validate")
                        .query("scope", "authentication")
                        .json(Caller.oracle("Sales", canaries.at("password that is tried")))
                        .send());
    }

    private static String debugged(String code) {
        return "{\"providerData\": {\"code\": \"%s\", \"debug\": true}}".formatted(code);
    }

    /** What was said to the vendor for this answer. */
    private String shownTrace(Caller caller, String path, ApiAnswer answer) {
        var id = answer.header("Elements-Trace-Id").orElseThrow();
        return seen(caller.get(path + "/traces/" + id)).at("/vendor").toString();
    }

    private String shop(String code) {
        var key = canaries.at("api key for " + code.length());
        var secret = canaries.at("api secret for " + code.length());
        canaries.plant(
                "Basic header for " + code.length(),
                Base64.getEncoder()
                        .encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8)));
        return """
        {"element": {"key": "sapanywhere"}, "name": "Shop", "providerData": {"code": "%s", "debug": true},
         "configuration": {"oauth.api.key": "%s", "oauth.api.secret": "%s",
                           "oauth.callback.url": "%s"}}
        """
                .formatted(code, key, secret, Consent.CALLBACK);
    }

    private void liveALifeOfSecrets(Caller caller) {
        var created = seen(caller.post("/instances", vault("first")));
        assertThat(created.status()).isEqualTo(200);
        var path = "/instances/" + created.at("/id").asInt();
        seen(caller.request("PUT", path).json(vault("second")).send());
        seen(
                caller.request("PATCH", path + "/configuration/900101")
                        .json("{\"propertyValue\": \"" + canaries.at("entry") + "\"}")
                        .send());
        seen(caller.get(path));
        seen(caller.get(path + "/configuration"));
        seen(caller.get("/instances"));
        seen(caller.withToken(created.text("/token")).get("/instances/configuration"));
        seen(caller.withToken(created.text("/token")).delete("/instances/enabled"));
        seen(caller.post("/elements/vault/configuration/validate", vault("tried")));
        var doomed = seen(caller.post("/instances", vault("deleted")));
        seen(caller.delete("/instances/" + doomed.at("/id").asInt()));
    }

    private String vault(String occasion) {
        return """
        {"element": {"key": "vault"}, "name": "Vault", "configuration": {
          "username": "%s", "site.url": "a.example.com", "password": "%s",
          "oauth.user.token": "%s", "aws.api.secret": "%s", "vault.license": "%s",
          "event.notification.signature.key": "%s",
          "event.notification.callback.headers": "Authorization: Bearer %s",
          "pasword": "%s"}}
        """
                .formatted(
                        USER_NAME,
                        canaries.at("password, " + occasion),
                        canaries.at("token, " + occasion),
                        canaries.at("aws, " + occasion),
                        canaries.at("license, " + occasion),
                        canaries.at("signature key, " + occasion),
                        canaries.at("callback headers, " + occasion),
                        canaries.at("unknown key, " + occasion));
    }

    private void putSecretsWhereTheyDoNotBelong(Caller caller, int port) throws IOException {
        var body =
                """
                {"element": {"key": "vault"}, "name": {"name": "%s"}, "tags": "%s", "%s": 1,
                 "configuration": {"username": "u", "password": "p\\u0001%s",
                                   "site.url": "https://u:%s@a.example.com/x", "vault.limit": "%s",
                                   "event.notification.enabled": "%s"}}
                """
                        .formatted(
                                canaries.at("name of the wrong type"),
                                canaries.at("tags of the wrong type"),
                                canaries.at("name of a member"),
                                canaries.at("password that is not valid"),
                                canaries.at("site"),
                                canaries.at("limit"),
                                canaries.at("flag"));
        assertThat(seen(caller.post("/instances", body)).status()).isEqualTo(400);
        seen(caller.post("/elements/vault/configuration/validate", body));
        seen(caller.post("/instances", "{\"password\": \"" + canaries.at("malformed JSON")));
        seen(caller.post("/instances", "{\"a\": " + canaries.at("no literal") + "}"));
        seen(
                caller.request("POST", "/instances")
                        .body("text/plain", canaries.at("text").getBytes(StandardCharsets.UTF_8))
                        .send());
        for (var header :
                List.of(
                        "User %s, Organization %s",
                        "Basic %s%s", "User %s %s", "%s, %s", "Operator %s%s")) {
            var odd = header.formatted(canaries.at("a " + header), canaries.at("b " + header));
            assertThat(seen(caller.as(odd).get("/instances")).status()).isEqualTo(401);
        }
        assertThat(seen(caller.withToken(canaries.at("no token")).delete("/instances")).status())
                .isEqualTo(401);
        for (var query : List.of("pageSize", "nextPage", "valid", "where", "tags[]")) {
            var address = query.equals("where") ? "/elements" : "/instances";
            seen(caller.request("GET", address).query(query, canaries.at("query " + query)).send());
        }
        try (var raw = new RawConnection(port)) {
            raw.send(
                    "GET /elements/api-v2/instances?x=%s HTTP/1.1\r\nHost: a\r\nHost: %s\r\nCookie: %s\r\n\r\n"
                            .formatted(
                                    canaries.at("raw query"),
                                    canaries.at("second host"),
                                    canaries.at("cookie")));
            seen(raw.receive());
        }
    }

    /** A mistake of ours in the middle of a write: the log tells it with its cause. */
    private void failInTheDatabase(Caller caller, Map<String, String> settings) throws Exception {
        execute(settings, "alter table instance_secret rename to instance_secret_gone");
        var failed = caller.post("/instances", vault("failed"));
        answers.add(failed.toString());
        execute(settings, "alter table instance_secret_gone rename to instance_secret");
        assertThat(failed.status()).isEqualTo(500);
    }

    /** Remembers an answer; the Element token alone may be in it, where the instance is shown. */
    private ApiAnswer seen(ApiAnswer answer) {
        answers.add(answer + " " + answer.headers());
        if (!answer.text("/token").isEmpty() && !tokens.contains(answer.text("/token"))) {
            tokens.add(answer.text("/token"));
        }
        return answer;
    }

    private static void execute(Map<String, String> settings, String sql) throws Exception {
        try (var connection =
                        DriverManager.getConnection(
                                settings.getOrDefault("VALENCE_DATABASE_URL", ""), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Every row of every table, as text. */
    private static String tables(Map<String, String> settings) throws Exception {
        var text = new StringBuilder();
        try (var connection =
                        DriverManager.getConnection(
                                settings.getOrDefault("VALENCE_DATABASE_URL", ""), "postgres", "");
                var statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (var tables =
                    statement.executeQuery(
                            "select tablename from pg_tables where schemaname = 'public'")) {
                while (tables.next()) {
                    names.add(tables.getString(1));
                }
            }
            for (var name : names) {
                try (var rows = statement.executeQuery("select t::text from " + name + " t")) {
                    while (rows.next()) {
                        text.append(name).append(": ").append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return text.toString();
    }
}
