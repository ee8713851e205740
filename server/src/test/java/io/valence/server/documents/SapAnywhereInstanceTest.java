package io.valence.server.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.sandbox.SapAnywhere;
import io.valence.server.Caller;
import io.valence.server.Consent;
import io.valence.server.RunningServer;
import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The document from the address for consent to a call of the vendor, and to the end. */
class SapAnywhereInstanceTest {
    private static final Document DOCUMENT = new Document("sapanywhere");
    private static final String MASK = "********";
    private static final Map<String, String> FILLED =
            Map.of(
                    "oauth.api.key", SapAnywhere.CLIENT_ID,
                    "oauth.api.secret", SapAnywhere.CLIENT_SECRET);

    /** What differs from account to account, and what is masked or leads to the stand-in. */
    private static final Set<String> FREE =
            Set.of(
                    "/id",
                    "/token",
                    "/user/id",
                    "/configuration/base.url",
                    "/configuration/oauth.api.key",
                    "/configuration/oauth.api.secret",
                    "/configuration/oauth.authorization.url",
                    "/configuration/oauth.token.url",
                    "/configuration/oauth.user.token",
                    "/configuration/oauth.user.refresh_token",
                    "/configuration/oauth.user.refresh_time");

    @TempDir static Path folder;

    private static RunningServer server;
    private static SapAnywhere sap;
    private static Caller caller;

    @BeforeAll
    static void start() {
        server = RunningServer.startWithSandbox(folder, Map.of("VALENCE_LIVE_CHECK", "true"));
        sap = server.sandbox().sapAnywhere();
        caller = Caller.first(server.url());
    }

    @AfterAll
    static void stop() {
        caller.close();
        server.close();
    }

    @BeforeEach
    void behave() {
        sap.behave();
    }

    @Test
    void answersTheDocumentsRequestWithTheDocumentsAnswer() {
        var before = Instant.now();

        var created = posted(request("test", Consent.code(caller, sap)));

        assertThat(created.status()).isEqualTo(200);
        assertThat(DOCUMENT.answer().path("configuration").size()).isEqualTo(37);
        assertThat(DOCUMENT.differences(created, FREE)).isEmpty();
        assertThat(created.at("/user/id").asInt()).isPositive();
        assertThat(setting(created, "base.url")).isEqualTo(sap.baseUrl());
        assertThat(setting(created, "oauth.authorization.url")).isEqualTo(sap.authorizationUrl());
        assertThat(setting(created, "oauth.token.url")).isEqualTo(sap.tokenUrl());
        for (var secret :
                Set.of("oauth.api.secret", "oauth.user.token", "oauth.user.refresh_token")) {
            assertThat(setting(created, secret)).as(secret).isEqualTo(MASK);
        }
        assertThat(
                        Instant.ofEpochMilli(
                                Long.parseLong(setting(created, "oauth.user.refresh_time"))))
                .isBetween(before.minusSeconds(1), Instant.now());
        assertThat(caller.get(path(created)).json()).isEqualTo(created.json());
    }

    @Test
    void callsTheVendorByTokenAndByNumber() {
        var created = Consent.provisioned(caller, sap);
        var byToken = caller.withToken(created.text("/token"));

        var first = byToken.get("/instances/proxy/Customers");
        var second = caller.get(path(created) + "/proxy/Customers");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json()).isNotEmpty();
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(first.header("Elements-Element-Instance-Id"))
                .contains(created.at("/id").asString());
        assertThat(caller.get(path(created) + "/proxy/Nothing").status()).isEqualTo(404);
    }

    @Test
    void sendsRecordsToTheVendorAndReadsThemBack() {
        var byToken = caller.withToken(Consent.provisioned(caller, sap).text("/token"));

        var made =
                byToken.post(
                        "/instances/proxy/Customers",
                        "{\"firstName\": \"Grace\", \"lastName\": \"Hopper\"}");
        var read = byToken.get("/instances/proxy/Customers/" + made.json().asString());

        assertThat(made.status()).isEqualTo(201);
        assertThat(read.text("/firstName")).isEqualTo("Grace");
    }

    @Test
    void closesTheDoorOfWhatIsDisabledDeletedOrNobodys() {
        var created = Consent.provisioned(caller, sap);
        var byToken = caller.withToken(created.text("/token"));
        var stranger = caller.newcomer("Strangers").withToken(created.text("/token"));

        assertThat(stranger.get(path(created) + "/proxy/Customers").status()).isEqualTo(404);
        assertThat(stranger.get("/instances/proxy/Customers").status()).isEqualTo(401);
        assertThat(byToken.delete("/instances/enabled").status()).isEqualTo(200);
        assertThat(byToken.get("/instances/proxy/Customers").status()).isEqualTo(403);
        assertThat(byToken.request("PUT", "/instances/enabled").send().status()).isEqualTo(200);
        assertThat(byToken.get("/instances/proxy/Customers").status()).isEqualTo(200);
        assertThat(byToken.delete("/instances").status()).isEqualTo(200);
        assertThat(byToken.get("/instances/proxy/Customers").status()).isEqualTo(401);
        assertThat(caller.get(path(created) + "/proxy/Customers").status()).isEqualTo(404);
    }

    @Test
    void saysThatTheUserDidNotConsent() {
        var before = instances();
        var back = sap.deny(Consent.oauthUrl(caller));
        var request = request("Shop", "");
        request.withObject("/providerData")
                .put("error", "access_denied")
                .put("error_description", "No, thanks");

        var refused = posted(request);

        assertThat(back.getRawQuery()).contains("error=access_denied");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/providerMessage")).contains("access_denied", "No, thanks");
        assertThat(instances()).isEqualTo(before);
    }

    @Test
    void refusesACodeThatWasUsedOrNeverGiven() {
        var code = Consent.code(caller, sap);
        posted(request("Shop", code));
        var before = instances();

        var used = posted(request("Again", code));
        var strange = posted(request("Never", "no-such-code"));

        assertThat(used.status()).isEqualTo(400);
        assertThat(used.message()).contains("invalid_grant");
        assertThat(used.text("/providerMessage")).isNotBlank();
        assertThat(strange.status()).isEqualTo(400);
        assertThat(instances()).isEqualTo(before);
    }

    @Test
    void refusesAnApplicationThatTheVendorDoesNotKnow() {
        var request = request("Shop", Consent.code(caller, sap));
        request.withObject("/configuration").put("oauth.api.secret", "another-secret");

        var refused = posted(request);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("invalid_client", "oauth.api.secret");
        assertThat(refused.text()).doesNotContain("another-secret");
    }

    @Test
    void namesAMissingCodeWithEverythingElseThatIsWrong() {
        var requests = sap.tokenRequests();
        var request = request("Shop", "x");
        request.remove("providerData");
        request.withObject("/configuration").put("pagination.max", "many");
        request.withObject("/configuration").remove("oauth.api.secret");

        var refused = posted(request);
        var untouched = posted(DOCUMENT.request());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("/providerData/code", "oauth.api.secret", "pagination.max");
        assertThat(untouched.status()).isEqualTo(400);
        assertThat(untouched.text())
                .contains("/providerData/code", "oauth.api.key", "oauth.api.secret")
                .doesNotContain("INSERT_CLIENT");
        assertThat(sap.tokenRequests()).isEqualTo(requests);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "PUT"})
    void authorizesTheSameInstanceAgain(String method) {
        var created = Consent.provisioned(caller, sap);
        sap.revokeEverything();
        var body = created.json().deepCopy();
        ((ObjectNode) body).putObject("providerData").put("code", Consent.code(caller, sap));
        var text =
                method.equals("PUT") ? body.toString() : Consent.again(Consent.code(caller, sap));

        var again = caller.request(method, path(created)).json(text).send();

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/id")).isEqualTo(created.at("/id"));
        assertThat(again.text("/token")).isEqualTo(created.text("/token"));
        assertThat(again.at("/valid").asBoolean()).isTrue();
        assertThat(
                        caller.withToken(created.text("/token"))
                                .get("/instances/proxy/Customers")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void keepsTheTokensWhenANewCodeIsRefused() {
        var created = Consent.provisioned(caller, sap);

        var refused =
                caller.request("PATCH", path(created)).json(Consent.again("no-such-code")).send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(caller.get(path(created)).json()).isEqualTo(created.json());
        assertThat(caller.get(path(created) + "/proxy/Customers").status()).isEqualTo(200);
    }

    @Test
    void takesOverARefreshTokenThatTheCallerHas() throws Exception {
        var good = caller.post("/instances", takenOver(Consent.refreshToken(caller, sap)));
        var refused = caller.post("/instances", takenOver("not-a-refresh-token"));

        assertThat(good.status()).isEqualTo(200);
        assertThat(caller.get(path(good) + "/proxy/Customers").status()).isEqualTo(200);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("invalid_grant");
        assertThat(refused.text()).doesNotContain("not-a-refresh-token");
    }

    private static String takenOver(String refreshToken) {
        return """
        {"element": {"key": "sapanywhere"}, "name": "Taken over", "externalAuthentication": "initial",
         "configuration": {"oauth.callback.url": "%s", "oauth.api.key": "%s",
                           "oauth.api.secret": "%s", "oauth.user.refresh_token": "%s"}}
        """
                .formatted(
                        Consent.CALLBACK,
                        SapAnywhere.CLIENT_ID,
                        SapAnywhere.CLIENT_SECRET,
                        refreshToken);
    }

    @Test
    void givesTheTokensBackWhenTheInstanceIsDeleted() throws Exception {
        var created = Consent.provisioned(caller, sap);
        var before = sap.revocations();

        assertThat(caller.delete(path(created)).status()).isEqualTo(200);

        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (sap.revocations() == before && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(sap.revocations()).isGreaterThan(before);
    }

    @Test
    void leavesNothingBehindWhenTheVendorFails() {
        var before = instances();
        sap.answerNextTokens(1, 500, "text/html", "<h1>down for lunch</h1>");
        var failed = posted(request("Shop", Consent.code(caller, sap)));
        sap.hangUpNextTokens(1);
        var hungUp = posted(request("Shop", Consent.code(caller, sap)));

        assertThat(failed.status()).isEqualTo(502);
        assertThat(failed.text("/providerMessage")).contains("down for lunch");
        assertThat(hungUp.status()).isEqualTo(502);
        assertThat(instances()).isEqualTo(before);
    }

    private static ObjectNode request(String name, String code) {
        var request = DOCUMENT.request(name, "a tag", FILLED);
        request.withObject("/providerData").put("code", code);
        return request;
    }

    private static ApiAnswer posted(ObjectNode request) {
        return caller.post("/instances", request.toString());
    }

    private static int instances() {
        return caller.get("/instances").json().size();
    }

    private static String setting(ApiAnswer answer, String key) {
        return answer.json().path("configuration").path(key).stringValue();
    }

    private static String path(ApiAnswer instance) {
        return "/instances/" + instance.at("/id").asInt();
    }
}
