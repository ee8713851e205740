package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.sandbox.Sandbox;
import io.valence.sandbox.SandboxOptions;
import io.valence.server.Caller;
import io.valence.server.Consent;
import io.valence.server.RunningServer;
import io.valence.server.SandboxElements;
import io.valence.server.ServerProcess;
import io.valence.server.TestDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Two processes on one database, and a vendor that takes longer than anybody waits. */
class TwoNodesJourney {
    private static final String CUSTOMERS = "/instances/proxy/Customers";
    private static final String A_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir Path folder;

    @Test
    void asksASlowVendorOnceAndBurnsNothing() throws Exception {
        try (var sandbox = Sandbox.start(SandboxOptions.defaults())) {
            var sap = sandbox.sapAnywhere();
            var settings = settings(sandbox);
            try (var one = node("one", settings);
                    var other = node("other", settings);
                    var first = Caller.first(one.url());
                    var second = Caller.first(other.url())) {
                var shop = Consent.provisioned(first, sap);
                var atFirst = first.withToken(shop.text("/token"));
                var atSecond = second.withToken(shop.text("/token"));
                assertThat(atSecond.get(CUSTOMERS).status()).isEqualTo(200);
                sap.delayTokens(Duration.ofSeconds(12));
                new StoredGrants(() -> connection(settings)).end(shop);

                var answers =
                        Crowd.atOnce(
                                20, () -> atFirst.get(CUSTOMERS), () -> atSecond.get(CUSTOMERS));

                assertThat(answers)
                        .allSatisfy(
                                each -> {
                                    assertThat(each.status()).isIn(200, 503);
                                    assertThat(each.header("Retry-After").isPresent())
                                            .isEqualTo(each.status() == 503);
                                });
                assertThat(Patience.until(30, () -> atFirst.get(CUSTOMERS).status() == 200))
                        .isTrue();
                assertThat(Patience.until(5, () -> atSecond.get(CUSTOMERS).status() == 200))
                        .isTrue();
                assertThat(sap.tokenRequests("refresh_token")).isEqualTo(1);
                assertThat(sap.refreshReuses()).isZero();
                var health = second.get("/instances/" + shop.at("/id").asInt() + "/health");
                assertThat(health.at("/valid").asBoolean()).isTrue();
                assertThat(health.at("/generation").asInt()).isEqualTo(2);
            }
        }
    }

    private static Connection connection(Map<String, String> settings) throws Exception {
        return DriverManager.getConnection(
                Objects.requireNonNull(settings.get("VALENCE_DATABASE_URL")), "postgres", "");
    }

    private ServerProcess node(String name, Map<String, String> settings) throws Exception {
        return ServerProcess.run(folder, RunningServer.environment(folder.resolve(name), settings));
    }

    private Map<String, String> settings(Sandbox sandbox) throws Exception {
        Map<String, String> settings = new HashMap<>(TestDatabase.POSTGRESQL.fresh());
        settings.put("VALENCE_MASTER_KEY", A_KEY);
        settings.putAll(SandboxElements.settings(folder.resolve("elements"), sandbox));
        return settings;
    }
}
