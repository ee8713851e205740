package io.valence.server.journeys;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A Keycloak in a process of its own: an OAuth server that believes nobody. */
final class Keycloak implements AutoCloseable {
    private static final Path UNPACKED = Path.of("target", "keycloak");
    private static final String REALM = "/keycloak/realm.json";
    private static final int PATIENCE = 240;

    private final Process process;
    private final Path realm;
    private final Path log;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    private Keycloak(Process process, Path realm, Path log, int port) {
        this.process = process;
        this.realm = realm;
        this.log = log;
        this.port = port;
    }

    /** Starts it with the realm of the tests, and waits until it answers. */
    static Keycloak start(Path folder) throws Exception {
        Path home = home();
        Path realm = Files.createDirectories(home.resolve("data/import")).resolve("realm.json");
        try (InputStream stream =
                Objects.requireNonNull(Keycloak.class.getResourceAsStream(REALM), REALM)) {
            Files.copy(stream, realm, StandardCopyOption.REPLACE_EXISTING);
        }
        int port = freePort();
        Path log = folder.resolve("keycloak.log");
        ProcessBuilder builder =
                new ProcessBuilder(
                                home.resolve("bin/kc.sh").toAbsolutePath().toString(),
                                "start-dev",
                                "--import-realm",
                                "--db=dev-mem",
                                "--http-host=127.0.0.1",
                                "--http-port=" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        Keycloak keycloak = new Keycloak(builder.start(), realm, log, port);
        try {
            if (!Patience.until(PATIENCE, keycloak::isReady)) {
                throw new AssertionError("it does not start: " + Files.readString(log));
            }
            return keycloak;
        } catch (Exception | Error failure) {
            keycloak.close();
            throw failure;
        }
    }

    /** Where the build has unpacked it. */
    private static Path home() throws IOException {
        try (Stream<Path> folders = Files.list(UNPACKED)) {
            return folders.filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new IOException("nothing in " + UNPACKED));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady() throws Exception {
        if (!process.isAlive()) {
            throw new AssertionError("it has ended: " + Files.readString(log));
        }
        try {
            return get(URI.create(address() + "/.well-known/openid-configuration")).statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where it is, as those name it who are to be let through to it. */
    String hostAndPort() {
        return "127.0.0.1:" + port;
    }

    /** Where the realm is. */
    String address() {
        return "http://" + hostAndPort() + "/realms/valence";
    }

    /** Where the protocol's endpoints begin. */
    String protocol() {
        return address() + "/protocol/openid-connect/";
    }

    /** Where Ada is sent back to after she has logged in at this address. */
    URI login(String address) throws Exception {
        Map<String, String> cookies = new TreeMap<>();
        HttpResponse<String> page = get(URI.create(address));
        if (page.statusCode() != 200) {
            throw new AssertionError(page.statusCode() + " " + page.body());
        }
        page.headers()
                .allValues("set-cookie")
                .forEach(
                        cookie -> {
                            String pair = cookie.split(";", 2)[0];
                            int at = pair.indexOf('=');
                            cookies.put(pair.substring(0, at), pair.substring(at + 1));
                        });
        HttpRequest form =
                HttpRequest.newBuilder(URI.create(action(page.body())))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", header(cookies))
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "username=ada&password=password-of-ada&credentialId="))
                        .build();
        HttpResponse<String> answer = http.send(form, HttpResponse.BodyHandlers.ofString());
        return answer.headers()
                .firstValue("location")
                .map(URI::create)
                .orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body()));
    }

    private static String header(Map<String, String> cookies) {
        StringBuilder header = new StringBuilder();
        cookies.forEach(
                (name, value) ->
                        header.append(header.isEmpty() ? "" : "; ").append(name + "=" + value));
        return header.toString();
    }

    private static String action(String page) {
        int form = page.indexOf("kc-form-login");
        int from = page.indexOf("action=\"", form) + "action=\"".length();
        return page.substring(from, page.indexOf('"', from)).replace("&amp;", "&");
    }

    /** Whether this access token still opens the door. */
    boolean admits(String accessToken) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(protocol() + "userinfo"))
                        .header("Authorization", "Bearer " + accessToken)
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The settings of a server with an element for its users and one for its machines. */
    Map<String, String> settings(Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder, 910_001, "keycloak", "authorization_code", true);
        write(folder, 910_002, "machine", "client_credentials", false);
        return Map.of(
                "VALENCE_CATALOG_DIR", folder.toString(), "VALENCE_EGRESS_ALLOW", hostAndPort());
    }

    private void write(Path folder, int number, String key, String grant, boolean pkce)
            throws IOException {
        StringBuilder entries = new StringBuilder();
        Map<String, String> defaults = new TreeMap<>();
        defaults.put("base.url", protocol());
        defaults.put("oauth.api.key", "");
        defaults.put("oauth.api.secret", "");
        defaults.put("oauth.basic.header", "true");
        defaults.put("oauth.callback.url", "");
        defaults.put("oauth.scope", "openid profile");
        defaults.put("oauth.authorization.url", protocol() + "auth");
        defaults.put("oauth.token.url", protocol() + "token");
        defaults.put("oauth.token.revoke_url", protocol() + "revoke");
        defaults.forEach(
                (name, value) ->
                        entries.append(
                                """
                                %s{"id": %d, "key": "%s", "name": "Entry", "description": "An entry.", "type": "%s", "required": %s%s}
                                """
                                        .formatted(
                                                entries.isEmpty() ? "" : ",",
                                                number * 100 + entries.length(),
                                                name,
                                                name.endsWith("secret")
                                                        ? "PASSWORD"
                                                        : "TEXTFIELD_1000",
                                                name.startsWith("oauth.api."),
                                                value.isEmpty()
                                                        ? ""
                                                        : ", \"defaultValue\": \""
                                                                + value
                                                                + "\"")));
        String element =
                """
                {"id": %d, "key": "%s", "name": "Keycloak", "description": "A real server.",
                 "authentication": {"type": "oauth2"}, "configuration": [%s],
                 "valence": {"oauth": {"grant": "%s", "pkce": %s}}}
                """
                        .formatted(number, key, entries, grant, pkce);
        Files.writeString(
                folder.resolve(key + ".json"), JsonMapper.shared().readTree(element).toString());
    }

    /** Stops it, by its process alone. */
    @Override
    public void close() {
        http.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
            Files.deleteIfExists(realm);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
