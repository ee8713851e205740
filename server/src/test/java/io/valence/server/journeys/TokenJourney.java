package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.sandbox.Sandbox;
import io.valence.sandbox.SandboxOptions;
import io.valence.sandbox.SapAnywhere;
import io.valence.server.Caller;
import io.valence.server.Consent;
import io.valence.server.RunningServer;
import io.valence.server.SandboxElements;
import io.valence.server.ServerProcess;
import io.valence.server.TestDatabase;
import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Tokens that come to their end, and a vendor that lets an old refresh token burn them all. */
class TokenJourney {
    private static final String CUSTOMERS = "/instances/proxy/Customers";
    private static final String REFRESH = "refresh_token";

    @TempDir Path folder;

    private Sandbox sandbox;
    private SapAnywhere sap;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        sap = sandbox.sapAnywhere();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource
    void renewsOnceForManyCallers(TestDatabase database) throws Exception {
        var settings = new HashMap<>(database.fresh());
        settings.put("VALENCE_INSTANCE_MAX_CALLS", "1000");
        try (var server = started(settings);
                var caller = Caller.first(server.url())) {
            var shop = Consent.provisioned(caller, sap);
            var byToken = caller.withToken(shop.text("/token"));
            sap.delayTokens(Duration.ofSeconds(3));
            grants(server).end(shop);

            var answers = Crowd.atOnce(1_000, () -> byToken.get(CUSTOMERS));

            assertThat(answers).allSatisfy(each -> assertThat(each.status()).isEqualTo(200));
            assertThat(sap.tokenRequests(REFRESH)).isEqualTo(1);
            assertThat(sap.refreshReuses()).isZero();
            var health = health(caller, shop);
            assertThat(health.at("/valid").asBoolean()).isTrue();
            assertThat(health.at("/generation").asInt()).isEqualTo(2);
            assertThat(health.at("/attempts")).hasSize(2);
            assertThat(health.text("/attempts/0/cause")).isEqualTo("expired");
            assertThat(health.text("/attempts/0/result")).isEqualTo("renewed");
            assertThat(health.text("/lastSuccess")).isNotBlank();
            assertThat(health.text("/nextRefresh")).isNotBlank();
            assertThat(metrics(server)).contains("valence_renewals_total{result=\"renewed\"} 1.0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void healsACallThatTheVendorRefuses(TestDatabase database) throws Exception {
        try (var server = started(database.fresh());
                var caller = Caller.first(server.url())) {
            var shop = Consent.provisioned(caller, sap);
            var byToken = caller.withToken(shop.text("/token"));
            grants(server).age(shop);
            sap.expireAccessTokens();

            var healed = byToken.get(CUSTOMERS);
            grants(server).age(shop);
            sap.expireAccessTokens();
            var unsent = byToken.post(CUSTOMERS, "{\"lastName\": \"Hopper\"}");
            var sent = byToken.post(CUSTOMERS, "{\"lastName\": \"Hopper\"}");

            assertThat(healed.status()).isEqualTo(200);
            assertThat(unsent.status()).as("a POST is not sent twice").isEqualTo(401);
            assertThat(sent.status()).isEqualTo(201);
            assertThat(sap.tokenRequests(REFRESH)).isEqualTo(2);
            assertThat(sap.refreshReuses()).isZero();
            assertThat(health(caller, shop).text("/attempts/0/cause")).isEqualTo("unauthorized");
        }
    }

    @ParameterizedTest
    @EnumSource
    void renewsAheadOfTimeWithNobodyCalling(TestDatabase database) throws Exception {
        sap.accessTokenLifetime(Duration.ofSeconds(10));
        try (var server = started(database.fresh());
                var caller = Caller.first(server.url())) {
            var shop = Consent.provisioned(caller, sap);

            assertThat(Patience.until(40, () -> sap.tokenRequests(REFRESH) >= 2)).isTrue();

            var health = health(caller, shop);
            assertThat(health.text("/attempts/0/cause")).isEqualTo("ahead_of_time");
            assertThat(caller.withToken(shop.text("/token")).get(CUSTOMERS).status())
                    .isEqualTo(200);
            assertThat(sap.refreshReuses()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyItIsNotValidAndIsHealedByAnotherConsent(TestDatabase database) throws Exception {
        try (var server = started(database.fresh());
                var caller = Caller.first(server.url())) {
            var shop = Consent.provisioned(caller, sap);
            var path = "/instances/" + shop.at("/id").asInt();
            var byToken = caller.withToken(shop.text("/token"));
            grants(server).end(shop);
            sap.revokeEverything();

            var refused = byToken.get(CUSTOMERS);
            var shown = caller.get(path);
            var health = health(caller, shop);
            var broken = metrics(server);
            var healed =
                    caller.request("PATCH", path)
                            .json(Consent.again(Consent.code(caller, sap)))
                            .send();

            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.message()).contains("not valid", "invalid_grant");
            assertThat(shown.at("/valid").asBoolean()).isFalse();
            assertThat(health.at("/valid").asBoolean()).isFalse();
            assertThat(health.text("/reason")).contains("invalid_grant");
            assertThat(health.text("/attempts/0/result")).isEqualTo("refused");
            assertThat(health.text("/attempts/0/providerMessage")).isNotBlank();
            assertThat(broken).contains("valence_instances_not_valid 1.0");
            assertThat(healed.status()).isEqualTo(200);
            assertThat(healed.at("/valid").asBoolean()).isTrue();
            assertThat(byToken.get(CUSTOMERS).status()).isEqualTo(200);
            assertThat(health(caller, shop).at("/valid").asBoolean()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void staysValidWhenTheVendorIsIll(TestDatabase database) throws Exception {
        try (var server = started(database.fresh());
                var caller = Caller.first(server.url())) {
            var shop = Consent.provisioned(caller, sap);
            var byToken = caller.withToken(shop.text("/token"));
            grants(server).end(shop);
            sap.answerNextTokens(1, 503, "text/html", "<h1>closed</h1>");

            var failed = byToken.get(CUSTOMERS);
            var resting = byToken.get(CUSTOMERS);
            var isWell = Patience.until(30, () -> byToken.get(CUSTOMERS).status() == 200);

            assertThat(failed.status()).isEqualTo(502);
            assertThat(failed.text("/providerMessage")).contains("closed");
            assertThat(resting.status()).isEqualTo(503);
            assertThat(resting.header("Retry-After")).isPresent();
            assertThat(isWell).isTrue();
            assertThat(sap.tokenRequests()).isEqualTo(1 + 1 + 1);
            assertThat(health(caller, shop).at("/valid").asBoolean()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTokensBackAfterTheNextStartIfTheVendorWasDown(TestDatabase database)
            throws Exception {
        var settings = database.fresh();
        try (var server = started(settings);
                var caller = Caller.first(server.url())) {
            var shop = Consent.provisioned(caller, sap);
            sap.answerNextRevocations(1, 503, "text/plain", "down");
            assertThat(caller.delete("/instances/" + shop.at("/id").asInt()).status())
                    .isEqualTo(200);
            assertThat(Patience.until(30, () -> sap.revocations() == 1)).isTrue();
        }

        try (var server = started(settings)) {
            grants(server).hurryGivingBack();

            assertThat(Patience.until(30, () -> sap.revocations() > 1)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysThatTheAnswerWasLostWithTheProcess(TestDatabase database) throws Exception {
        var settings = settings(database.fresh());
        var data = folder.resolve("data");
        ApiAnswer burnt;
        ApiAnswer unharmed;
        try (var server = RunningServer.start(data, settings);
                var caller = Caller.first(server.url())) {
            burnt = Consent.provisioned(caller, sap);
            unharmed = Consent.provisioned(caller, sap);
            grants(server).end(burnt);
            grants(server).end(unharmed);
        }
        try (var process = ServerProcess.run(folder, RunningServer.environment(data, settings));
                var caller = Caller.first(process.url())) {
            sap.delayTokens(Duration.ofSeconds(3));
            sap.hangUpNextTokens(1);
            var asked = sap.tokenRequests();
            var first = begun(caller, unharmed);
            assertThat(Patience.until(10, () -> sap.tokenRequests() > asked)).isTrue();
            var second = begun(caller, burnt);
            assertThat(Patience.until(10, () -> sap.tokenRequests() > asked + 1)).isTrue();
            process.kill();
            first.join();
            second.join();
        }
        Thread.sleep(3_000);
        sap.behave();

        try (var server = RunningServer.start(data, settings);
                var caller = Caller.first(server.url())) {
            grants(server).letTurnEnd(burnt);
            grants(server).letTurnEnd(unharmed);

            assertThat(caller.withToken(unharmed.text("/token")).get(CUSTOMERS).status())
                    .isEqualTo(200);
            assertThat(caller.withToken(burnt.text("/token")).get(CUSTOMERS).status())
                    .isEqualTo(401);
            assertThat(health(caller, burnt).text("/reason")).contains("lost");
            assertThat(
                            caller.request("PATCH", "/instances/" + burnt.at("/id").asInt())
                                    .json(Consent.again(Consent.code(caller, sap)))
                                    .send()
                                    .status())
                    .isEqualTo(200);
            assertThat(caller.withToken(burnt.text("/token")).get(CUSTOMERS).status())
                    .isEqualTo(200);
        }
    }

    /** A call whose answer nobody will get. */
    private static Thread begun(Caller caller, ApiAnswer instance) {
        return Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                caller.withToken(instance.text("/token")).get(CUSTOMERS);
                            } catch (UncheckedIOException killed) {
                                return;
                            }
                        });
    }

    private RunningServer started(Map<String, String> database) throws Exception {
        return RunningServer.start(folder.resolve("data"), settings(database));
    }

    private Map<String, String> settings(Map<String, String> database) throws Exception {
        Map<String, String> settings = new HashMap<>(database);
        settings.putAll(SandboxElements.settings(folder.resolve("elements"), sandbox));
        return settings;
    }

    private static StoredGrants grants(RunningServer server) {
        return new StoredGrants(() -> server.dataSource().getConnection());
    }

    private static ApiAnswer health(Caller caller, ApiAnswer instance) {
        return caller.get("/instances/" + instance.at("/id").asInt() + "/health");
    }

    private static String metrics(RunningServer server) throws Exception {
        return ServerProcess.get(server.url() + "/elements/metrics").body();
    }
}
