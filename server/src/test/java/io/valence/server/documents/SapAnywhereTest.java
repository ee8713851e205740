package io.valence.server.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.server.Caller;
import io.valence.server.RunningServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

class SapAnywhereTest {
    private static final Document DOCUMENT = new Document("sapanywhere");
    private static final Map<String, String> FILLED =
            Map.of("oauth.api.key", "API_KEY", "oauth.api.secret", "API_SECRET");

    /** What only an exchange of tokens with the vendor gives, or another provisioning did. */
    private static final Set<String> OF_THE_VENDOR =
            Set.of(
                    "oauth.user.token",
                    "oauth.user.refresh_token",
                    "oauth.user.refresh_interval",
                    "oauth.user.refresh_time");

    @TempDir static Path folder;

    private static RunningServer server;
    private static Caller caller;

    @BeforeAll
    static void start() {
        server = RunningServer.start(folder, Map.of());
        caller = Caller.first(server.url());
    }

    @AfterAll
    static void stop() {
        caller.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sapanywhere", "2198", "1468"})
    void showsEveryEntryWithItsTypeDefaultAndFlags(String element) {
        var shown = caller.get("/elements/" + element);

        var entries = byKey(shown.at("/configuration"));
        var expected = DOCUMENT.read("configuration.json");
        assertThat(shown.at("/id").asInt()).isEqualTo(2198);
        assertThat(expected.size()).isEqualTo(47);
        assertThat(entries).hasSize(48).containsKey("event.notification.type");
        List<String> differences = new ArrayList<>();
        for (var documented : expected) {
            var key = documented.path("key").stringValue();
            assertThat(entries).containsKey(key);
            var entry = Objects.requireNonNull(entries.get(key));
            if (!documented.has("defaultValue") && entry.has("defaultValue")) {
                differences.add(key + " has a default: " + entry.path("defaultValue"));
            }
            documented.forEachEntry(
                    (member, value) -> {
                        if (!value.equals(entry.path(member))) {
                            differences.add(key + "/" + member + " is " + entry.path(member));
                        }
                    });
        }
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sapanywhere", "2198", "1468"})
    void tellsAnybodyTheDocumentsAddressForConsent(String element) {
        var path = "/elements/" + element + "/oauth/url";

        var got =
                caller.anonymous("GET", path)
                        .query("apiKey", "fake_sapanywhere_api_key")
                        .query("apiSecret", "fake_sapanywhere_api_secret")
                        .query("callbackUrl", "https://www.mycoolapp.com/auth")
                        .query("state", "sapanywhere")
                        .send();
        var posted =
                caller.anonymous("POST", path)
                        .json(
                                """
                                {"apiKey": "fake_sapanywhere_api_key",
                                 "apiSecret": "fake_sapanywhere_api_secret",
                                 "callbackUrl": "https://www.mycoolapp.com/auth"}
                                """)
                        .send();

        assertThat(got.text("/oauthUrl"))
                .isEqualTo(
                        "https://app1-us.sapanywhere.com/sbo/oauth2/authorize"
                                + "?scope=BusinessData_RW&response_type=code"
                                + "&redirect_uri=https%3A%2F%2Fwww.mycoolapp.com%2Fauth"
                                + "&state=sapanywhere&client_id=fake_sapanywhere_api_key");
        assertThat(got.text("/element")).isEqualTo("sapanywhere");
        assertThat(got.json()).hasSize(2);
        assertThat(posted.json()).isEqualTo(got.json());
    }

    @Test
    void keepsTheCallersOwnStateAndScopeApartFromTheRest() {
        var asked =
                caller.anonymous("GET", "/elements/sapanywhere/oauth/url")
                        .query("apiKey", "a key&client_id=another")
                        .query("callbackUrl", "https://www.mycoolapp.com/auth?a=b")
                        .query("scope", "Business+Data RW")
                        .query("state", "http://a/?x=1&y=2#z")
                        .send();

        assertThat(asked.text("/oauthUrl"))
                .contains("?scope=Business%2BData%20RW&response_type=code&")
                .contains("&redirect_uri=https%3A%2F%2Fwww.mycoolapp.com%2Fauth%3Fa%3Db&")
                .contains("&state=http%3A%2F%2Fa%2F%3Fx%3D1%26y%3D2%23z&")
                .endsWith("&client_id=a%20key%26client_id%3Danother");
    }

    @Test
    void namesEverythingThatIsMissingForConsent() {
        var refused = caller.anonymous("GET", "/elements/sapanywhere/oauth/url").send();
        var strange = caller.anonymous("GET", "/elements/nothing/oauth/url").send();
        var basic = caller.anonymous("GET", "/elements/oraclesalescloud/oauth/url").send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("apiKey", "callbackUrl");
        assertThat(strange.status()).isEqualTo(404);
        assertThat(basic.status()).isEqualTo(400);
        assertThat(basic.message()).contains("basic");
    }

    @Test
    void findsTheDocumentsConfigurationValidInADryRun() {
        var body = DOCUMENT.request("Shop", "a tag", FILLED);
        body.withObject("/providerData").put("code", "a code");

        var tried = caller.post("/elements/sapanywhere/configuration/validate", body.toString());

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.at("/valid").asBoolean()).isTrue();
        var resolved = tried.at("/configuration");
        List<String> differences = new ArrayList<>();
        DOCUMENT.answer()
                .path("configuration")
                .forEachEntry(
                        (key, documented) -> {
                            if (!OF_THE_VENDOR.contains(key)
                                    && !isShownAs(documented, resolved, key)) {
                                differences.add(key + " is " + resolved.path(key));
                            }
                        });
        assertThat(differences).isEmpty();
        assertThat(caller.get("/instances").json().size()).isZero();
    }

    /** As documented, or masked where the sample has what is no longer shown. */
    private static boolean isShownAs(JsonNode documented, JsonNode resolved, String key) {
        var shown = resolved.path(key);
        return shown.equals(documented) || shown.asString("").equals("********");
    }

    @Test
    void namesEveryEntryThatIsMissingInADryRunToo() {
        var tried = caller.post("/elements/sapanywhere/configuration/validate", "{}");

        assertThat(tried.at("/valid").asBoolean()).isFalse();
        assertThat(tried.message())
                .contains("oauth.api.key", "oauth.api.secret", "oauth.callback.url");
    }

    private static Map<String, JsonNode> byKey(JsonNode entries) {
        Map<String, JsonNode> found = new HashMap<>();
        entries.forEach(entry -> found.put(entry.path("key").stringValue(), entry));
        return found;
    }
}
