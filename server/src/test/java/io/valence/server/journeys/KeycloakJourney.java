package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.server.Caller;
import io.valence.server.Consent;
import io.valence.server.RunningServer;
import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Proof keys, rotation and the end of whole families, as a server does them that is not ours. */
class KeycloakJourney {
    private static final String OTHER_CALLBACK = "https://www.mycoolapp.com/other";

    @TempDir static Path folder;

    private static Keycloak keycloak;
    private static RunningServer server;
    private static Caller caller;

    @BeforeAll
    static void start() throws Exception {
        keycloak = Keycloak.start(folder);
        server =
                RunningServer.start(
                        folder.resolve("data"), keycloak.settings(folder.resolve("elements")));
        caller = Caller.first(server.url());
    }

    @AfterAll
    static void stop() {
        caller.close();
        server.close();
        keycloak.close();
    }

    @Test
    void leadsFromConsentWithAProofKeyToManyRenewals() throws Exception {
        var asked = asked(Consent.CALLBACK);
        var query = query(URI.create(asked));
        var back = query(keycloak.login(asked));
        var created = created(back, Consent.CALLBACK);

        assertThat(query.get("code_challenge_method")).isEqualTo("S256");
        assertThat(query.get("code_challenge")).hasSize(43);
        assertThat(query.get("state")).hasSize(43);
        assertThat(back).containsEntry("state", query.get("state"));
        assertThat(created.status()).isEqualTo(200);
        assertThat(userinfo(created).text("/preferred_username")).isEqualTo("ada");
        var generation = health(created).at("/generation").asInt();
        assertThat(
                        Patience.until(
                                40,
                                () -> health(created).at("/generation").asInt() >= generation + 3))
                .as("renewed ahead of time, again and again")
                .isTrue();
        assertThat(userinfo(created).text("/preferred_username")).isEqualTo("ada");
        assertThat(health(created).at("/valid").asBoolean()).isTrue();
    }

    @Test
    void keepsTheFamilyAliveWhenManyCallAtTheEnd() throws Exception {
        var created = loggedIn();
        for (int round = 0; round < 3; round++) {
            new StoredGrants(() -> server.dataSource().getConnection()).end(created);
            var generation = health(created).at("/generation").asInt();

            var answers = Crowd.atOnce(100, () -> userinfo(created));

            assertThat(answers).allSatisfy(each -> assertThat(each.status()).isEqualTo(200));
            assertThat(health(created).at("/generation").asInt()).isEqualTo(generation + 1);
        }
        assertThat(health(created).at("/valid").asBoolean()).isTrue();
    }

    @Test
    void refusesAStateThatIsUsedUnknownOrOfAnotherCallback() throws Exception {
        var first = query(keycloak.login(asked(Consent.CALLBACK)));
        var second = query(keycloak.login(asked(Consent.CALLBACK)));
        var third = query(keycloak.login(asked(OTHER_CALLBACK)));
        assertThat(created(first, Consent.CALLBACK).status()).isEqualTo(200);
        var replayed = new HashMap<>(second);
        replayed.put("state", first.getOrDefault("state", ""));
        var unknown = new HashMap<>(second);
        unknown.put("state", "unknown");
        var without = new HashMap<>(second);
        without.remove("state");

        assertThat(created(replayed, Consent.CALLBACK)).satisfies(KeycloakJourney::isAboutState);
        assertThat(created(unknown, Consent.CALLBACK)).satisfies(KeycloakJourney::isAboutState);
        assertThat(created(without, Consent.CALLBACK)).satisfies(KeycloakJourney::isAboutState);
        assertThat(created(third, Consent.CALLBACK)).satisfies(KeycloakJourney::isAboutState);
        assertThat(created(third, OTHER_CALLBACK).status())
                .as("what does not fit uses nothing up")
                .isEqualTo(200);
        assertThat(created(third, OTHER_CALLBACK))
                .as("a state is good for one try that fits")
                .satisfies(KeycloakJourney::isAboutState);
        assertThat(created(second, Consent.CALLBACK).status()).isEqualTo(200);
    }

    @Test
    void refusesACodeOfAnotherProof() throws Exception {
        var mine = query(keycloak.login(asked(Consent.CALLBACK)));
        var others = query(keycloak.login(asked(Consent.CALLBACK)));
        var injected = new HashMap<>(mine);
        injected.put("code", others.getOrDefault("code", ""));

        var refused = created(injected, Consent.CALLBACK);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("invalid_grant");
    }

    @Test
    void isLetInAsAMachine() throws Exception {
        var created =
                caller.post(
                        "/instances",
                        """
                        {"element": {"key": "machine"}, "name": "Machine", "configuration":
                          {"oauth.api.key": "machine", "oauth.api.secret": "secret-of-the-machine"}}
                        """);
        var refused =
                caller.post(
                        "/instances",
                        """
                        {"element": {"key": "machine"}, "name": "Machine", "configuration":
                          {"oauth.api.key": "machine", "oauth.api.secret": "another-secret"}}
                        """);

        assertThat(created.status()).isEqualTo(200);
        assertThat(userinfo(created).text("/preferred_username"))
                .isEqualTo("service-account-machine");
        new StoredGrants(() -> server.dataSource().getConnection()).end(created);
        assertThat(userinfo(created).status()).isEqualTo(200);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("oauth.api.secret");
    }

    @Test
    void endsTheSessionWithTheInstance() throws Exception {
        var created = loggedIn();
        var token = server.accessToken(created.at("/id").asInt());
        assertThat(keycloak.admits(token)).isTrue();

        assertThat(caller.delete("/instances/" + created.at("/id").asInt()).status())
                .isEqualTo(200);

        assertThat(Patience.until(20, () -> !keycloak.admits(token))).isTrue();
    }

    private static ApiAnswer loggedIn() throws Exception {
        var created = created(query(keycloak.login(asked(Consent.CALLBACK))), Consent.CALLBACK);
        assertThat(created.status()).isEqualTo(200);
        return created;
    }

    private static String asked(String callback) {
        return caller.anonymous("GET", "/elements/keycloak/oauth/url")
                .query("apiKey", "shop")
                .query("callbackUrl", callback)
                .send()
                .text("/oauthUrl");
    }

    private static ApiAnswer created(Map<String, String> back, String callback) {
        var state = back.containsKey("state") ? ", \"state\": \"" + back.get("state") + "\"" : "";
        return caller.post(
                "/instances",
                """
                {"element": {"key": "keycloak"}, "name": "Ada",
                 "providerData": {"code": "%s"%s},
                 "configuration": {"oauth.callback.url": "%s", "oauth.api.key": "shop",
                                   "oauth.api.secret": "secret-of-the-shop"}}
                """
                        .formatted(back.get("code"), state, callback));
    }

    private static void isAboutState(ApiAnswer refused) {
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("/providerData/state");
    }

    private static ApiAnswer userinfo(ApiAnswer instance) {
        return caller.withToken(instance.text("/token")).get("/instances/proxy/userinfo");
    }

    private static ApiAnswer health(ApiAnswer instance) {
        return caller.get("/instances/" + instance.at("/id").asInt() + "/health");
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : address.getRawQuery().split("&", -1)) {
            int at = pair.indexOf('=');
            parameters.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return parameters;
    }
}
