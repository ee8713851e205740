package io.valence.benchmarks.load;

import io.valence.benchmarks.measure.Client;
import io.valence.benchmarks.measure.OtherProcess;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Valence in a process of its own, and one instance in it whose vendor is on loopback. */
final class Door implements AutoCloseable {
    private static final String API = "/elements/api-v2";
    private static final String INSTANCES = API + "/instances";
    private static final String USER = "measuring-is-knowing-user-0123456789";
    private static final String ORGANIZATION = "measuring-is-knowing-organization-0123456789";
    private static final String CALLER = "User " + USER + ", Organization " + ORGANIZATION;
    private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");

    private static final String ELEMENT =
            """
            {"id": 990001, "key": "measured", "name": "Measured",
             "description": "A vendor to measure by.", "hub": "general",
             "image": "elements/provider_measured.png", "logo": "measured",
             "authentication": {"type": "basic"},
             "configuration": [
               {"id": 99000101, "key": "username", "name": "User name",
                "description": "A name.", "type": "TEXTFIELD_128", "required": true},
               {"id": 99000102, "key": "password", "name": "Password",
                "description": "A password.", "type": "PASSWORD", "required": true},
               {"id": 99000103, "key": "base.url", "name": "Base address",
                "description": "The address that every call starts with.",
                "type": "TEXTFIELD_1000", "defaultValue": "http://127.0.0.1:<port>"}],
             "valence": {"formats": {"base.url": "url-template"}}}
            """;

    private static final String REQUEST =
            """
            {"element": {"key": "measured"},
             "configuration": {"username": "ada.lovelace", "password": "not-a-real-password"},
             "name": "An instance to measure through"}
            """;

    private static final String ORACLE =
            """
            {"element": {"key": "oraclesalescloud"},
             "configuration": {"username": "ada.lovelace", "password": "not-a-real-password",
                               "site.url": "mysite.oracle.com",
                               "base.url": "http://127.0.0.1:<port>"},
             "name": "An instance to measure resources through"}
            """;

    private final OtherProcess server;
    private final String token;

    private Door(OtherProcess server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Starts it, with these options of Java, before a vendor on this port. */
    static Door before(Path folder, int vendor, List<String> options) throws Exception {
        return start(folder, vendor, options, REQUEST);
    }

    /** The same with an instance of Oracle Sales Cloud, whose resources can be asked for. */
    static Door beforeOracle(Path folder, int vendor, List<String> options) throws Exception {
        return start(folder, vendor, options, ORACLE.replace("<port>", Integer.toString(vendor)));
    }

    private static Door start(Path folder, int vendor, List<String> options, String request)
            throws Exception {
        Path catalog = Files.createDirectories(folder.resolve("catalog"));
        Files.writeString(
                catalog.resolve("measured.json"),
                ELEMENT.replace("<port>", Integer.toString(vendor)));
        OtherProcess server =
                OtherProcess.valence(
                        folder.resolve("data"),
                        Map.of(
                                "VALENCE_CATALOG_DIR",
                                catalog.toString(),
                                "VALENCE_EGRESS_ALLOW",
                                "127.0.0.1:" + vendor,
                                "VALENCE_LIVE_CHECK",
                                "false",
                                "VALENCE_USER_SECRET",
                                USER,
                                "VALENCE_ORGANIZATION_SECRET",
                                ORGANIZATION),
                        options);
        try {
            server.secondsToFirstAnswer();
            return new Door(server, token(server, request));
        } catch (Exception | Error failure) {
            server.close();
            throw failure;
        }
    }

    private static String token(OtherProcess server, String request) throws Exception {
        try (Client client = new Client(server.url(), CALLER)) {
            byte[] made = client.post(INSTANCES + "?check=false", request);
            Matcher found = TOKEN.matcher(new String(made, StandardCharsets.UTF_8));
            if (!found.find()) {
                throw new IllegalStateException("an instance without a token");
            }
            return found.group(1);
        }
    }

    OtherProcess server() {
        return server;
    }

    String url() {
        return server.url();
    }

    /** The way to this path of the vendor. */
    String path(String vendors) {
        return INSTANCES + "/proxy" + vendors;
    }

    /** The way to this resource, such as {@code /hubs/crm/accounts}. */
    String resource(String path) {
        return API + path;
    }

    /** Has records of the vendor's accounts reshaped so, by this name for them. */
    void reshape(String name, String transformation) throws Exception {
        try (Client client = new Client(server.url(), CALLER + ", Element " + token)) {
            client.post(INSTANCES + "/transformations/" + name, transformation);
        }
    }

    /** The header of whoever may call through the instance. */
    String authorization() {
        return "User " + USER + ", Element " + token;
    }

    @Override
    public void close() {
        server.close();
    }
}
