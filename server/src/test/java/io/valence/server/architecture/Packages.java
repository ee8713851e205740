package io.valence.server.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rooms of a house by the names of their packages: of ours, or of the one that offenders live
 * in.
 */
record Packages(String root) {
    static final Packages OURS = new Packages("io.valence");
    static final Packages PLANTED = new Packages("io.valence.planted");

    /** The libraries that have a home, each by its packages. */
    static final String SPRING = "org.springframework..";

    static final String JDBI = "org.jdbi..";
    static final String FLYWAY = "org.flywaydb..";
    static final String POOL = "com.zaxxer.hikari..";
    static final String CACHE = "com.github.benmanes.caffeine..";
    static final String SQL = "java.sql..";
    static final String DATA_SOURCES = "javax.sql..";
    static final String JSON = "tools.jackson..";
    static final String HTTP_SERVER = "org.eclipse.jetty..";
    static final String HTTP_CLIENT = "java.net.http..";
    static final String VENDOR_CLIENT = "org.apache.hc..";
    static final String OAUTH = "com.nimbusds..";
    static final String BREAKER = "io.github.resilience4j..";
    static final String SCHEDULER = "com.github.kagkarlsson..";
    static final String METRICS = "io.micrometer..";
    static final String LOG_WRITER = "ch.qos.logback..";

    private static final String CATALOG = "catalog";
    private static final String PERSISTENCE = "persistence";
    private static final String REST = "rest";
    private static final String VENDOR = "vendor";

    String domain() {
        return root + ".domain";
    }

    String testkit() {
        return root + ".testkit";
    }

    String contracts() {
        return testkit() + ".contract";
    }

    String memory() {
        return testkit() + ".memory";
    }

    String application() {
        return root + ".application";
    }

    String adapters() {
        return root + ".adapters";
    }

    String catalog() {
        return adapters() + "." + CATALOG;
    }

    String persistence() {
        return adapters() + "." + PERSISTENCE;
    }

    String rest() {
        return adapters() + "." + REST;
    }

    String vendor() {
        return adapters() + "." + VENDOR;
    }

    String sandbox() {
        return root + ".sandbox";
    }

    private String sandboxListener() {
        return sandbox() + ".http";
    }

    String server() {
        return root + ".server";
    }

    String admin() {
        return server() + ".admin";
    }

    /** The package and everything below it. */
    static String below(String name) {
        return name + "..";
    }

    /** Every module by the package that it fills; the folder of the module is the value. */
    Map<String, String> modules() {
        return Map.of(
                domain(), "domain",
                testkit(), "domain-testkit",
                application(), "application",
                catalog(), "adapters-catalog",
                persistence(), "adapters-persistence",
                vendor(), "adapters-vendor",
                rest(), "adapters-rest",
                sandbox(), "sandbox",
                server(), "server");
    }

    /** The HTTP client that tests hold every answer to its description with. */
    private String testClient() {
        return testkit() + ".api";
    }

    /** What each adapter may be used by: its door, and what the door's signature names. */
    Map<String, Set<String>> doors() {
        return Map.of(
                catalog(), Set.of("ShippedElements"),
                persistence(),
                        Set.of(
                                "JdbiPersistence",
                                "Database",
                                "DatabaseSettings",
                                "MasterKey",
                                "UnusableDatabase"),
                vendor(), Set.of("HttpVendors", "VendorSettings", "Allowance"),
                rest(), Set.of("RestApi", "RestSettings", "UseCases", "Health"),
                sandbox(), Set.of("Sandbox", "SandboxOptions", "OracleSalesCloud", "SapAnywhere"));
    }

    /** The packages that may use each library; those below them may, too. */
    Map<String, Set<String>> homes() {
        return Map.ofEntries(
                Map.entry(SPRING, Set.of(server())),
                Map.entry(JDBI, Set.of(persistence())),
                Map.entry(FLYWAY, Set.of(persistence())),
                Map.entry(POOL, Set.of(persistence())),
                Map.entry(CACHE, Set.of(persistence(), vendor())),
                Map.entry(SQL, Set.of(persistence())),
                Map.entry(DATA_SOURCES, Set.of(persistence())),
                Map.entry(
                        JSON,
                        Set.of(catalog(), rest(), vendor(), admin(), sandbox(), testClient())),
                Map.entry(HTTP_SERVER, Set.of(rest(), sandboxListener())),
                Map.entry(HTTP_CLIENT, Set.of(admin(), testClient())),
                Map.entry(VENDOR_CLIENT, Set.of(vendor())),
                Map.entry(OAUTH, Set.of(vendor())),
                Map.entry(BREAKER, Set.of(vendor())),
                Map.entry(SCHEDULER, Set.of(server())),
                Map.entry(METRICS, Set.of(rest(), server())),
                Map.entry(LOG_WRITER, Set.of(server())));
    }

    /** The few classes that may say a secret aloud, each because somebody outside must hear it. */
    List<String> speakersOfSecrets() {
        return Stream.of(
                        domain() + ".call.Credentials",
                        domain() + ".secret.Spellings",
                        memory() + ".InMemoryVendorAuthorization",
                        memory() + ".InMemoryVendors",
                        rest() + ".account.AccountJson",
                        rest() + ".instance.InstanceJson",
                        persistence() + ".DatabaseUrl",
                        persistence() + ".Sealing",
                        vendor() + ".Placement",
                        vendor() + ".TokenRequests",
                        vendor() + ".Words",
                        server() + ".Banner",
                        server() + ".Keys",
                        server() + ".admin.Administration",
                        server() + ".settings.SecretLines")
                .toList();
    }

    /** The one class that talks to whoever called the program. */
    String terminal() {
        return server() + ".Terminal";
    }
}
