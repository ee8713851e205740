package io.valence.server.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.server.Caller;
import io.valence.server.RunningServer;
import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class OracleSalesCloudTest {
    private static final Document DOCUMENT = new Document("oraclesalescloud");
    private static final List<String> REQUIRED = List.of("username", "password", "site.url");
    private static final Map<String, String> FILLED =
            Map.of(
                    "username", "USERNAME",
                    "password", "PASSWORD",
                    "site.url", "MySite.oracle.com");

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

    @Test
    void answersTheDocumentsRequestWithTheDocumentsAnswer() {
        var created = posted(DOCUMENT.request("Test", "a tag", FILLED));

        assertThat(created.status()).isEqualTo(200);
        assertThat(DOCUMENT.answer().path("configuration").size()).isEqualTo(18);
        assertThat(DOCUMENT.differences(created, Set.of("/id", "/token"))).isEmpty();
        assertThat(created.text("/tags/0")).isEqualTo("a tag");
        assertThat(created.text("/token")).hasSizeBetween(28, 44);
    }

    @Test
    void keepsAbsenceAndEmptyTextApart() {
        var created = posted(DOCUMENT.request("Test", "a tag", FILLED));
        var read = caller.get("/instances/" + created.at("/id").asInt());

        for (var answer : List.of(created, read)) {
            assertThat(setting(answer, "bulk.add_metadata").isNull()).isTrue();
            assertThat(setting(answer, "bulk.relations").isNull()).isTrue();
            assertThat(setting(answer, "event.notification.callback.url").isNull()).isTrue();
            assertThat(setting(answer, "bulk.query.field_name").stringValue()).isEmpty();
            assertThat(setting(answer, "base.url").stringValue()).isEqualTo("https://{site.url}");
            assertThat(setting(answer, "password").stringValue()).isEqualTo("********");
        }
        assertThat(read.json()).isEqualTo(created.json());
    }

    @Test
    void makesTheSameInstanceBelowTheElement() {
        for (var element : List.of("oraclesalescloud", "1948")) {
            var created =
                    caller.post(
                            "/elements/" + element + "/instances",
                            DOCUMENT.request("Test", "a tag", FILLED).toString());

            assertThat(DOCUMENT.differences(created, Set.of("/id", "/token"))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void namesExactlyTheEntriesThatAreMissing(List<String> missing) {
        var request = DOCUMENT.request("Test", "a tag", FILLED);
        request.withObject("/configuration").remove(missing);

        var refused = posted(request);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(errors(refused, "key")).containsExactlyElementsOf(missing);
        assertThat(errors(refused, "code")).containsOnly("MISSING_PARAMETER");
        assertThat(refused.message()).contains(missing);
        for (var present : REQUIRED) {
            if (!missing.contains(present)) {
                assertThat(refused.message()).doesNotContain(present);
            }
        }
        assertThat(refused.text()).doesNotContain(FILLED.values());
    }

    static Stream<List<String>> combinations() {
        return IntStream.range(1, 1 << REQUIRED.size())
                .mapToObj(
                        bits ->
                                IntStream.range(0, REQUIRED.size())
                                        .filter(i -> (bits >> i & 1) == 1)
                                        .mapToObj(REQUIRED::get)
                                        .toList());
    }

    @Test
    void namesEveryPlaceholderThatWasLeftUnfilled() {
        var before = caller.get("/instances").json().size();

        var refused = posted(DOCUMENT.request());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(errors(refused, "key")).containsAll(REQUIRED);
        assertThat(refused.message()).contains(REQUIRED);
        assertThat(refused.text()).doesNotContain("INSERT_ORACLE");
        assertThat(caller.get("/instances").json().size()).isEqualTo(before);
    }

    @Test
    void asksTheVendorWhetherItLetsTheUserIn() {
        try (var checking =
                        RunningServer.startWithSandbox(
                                folder.resolve("checking"), Map.of("VALENCE_LIVE_CHECK", "true"));
                var owner = Caller.first(checking.url())) {
            var vendor = checking.sandbox().oracleSalesCloud();
            var right = Map.of("username", vendor.user(), "password", vendor.password());
            var wrong = Map.of("username", vendor.user(), "password", "another-password");

            var refused = owner.post("/instances", filled(wrong).toString());
            var unchecked =
                    owner.request("POST", "/instances")
                            .query("check", "false")
                            .json(filled(wrong).toString())
                            .send();
            var created = owner.post("/instances", filled(right).toString());
            vendor.answerNext(1, 503, "text/plain", "closed for repairs");
            var failed = owner.post("/instances", filled(right).toString());
            var instances = owner.get("/instances").json();

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.message()).contains("401", "check=false");
            assertThat(refused.text("/providerMessage")).isNotBlank();
            assertThat(refused.text()).doesNotContain("another-password");
            assertThat(unchecked.status()).isEqualTo(200);
            assertThat(created.status()).isEqualTo(200);
            assertThat(failed.status()).isEqualTo(502);
            assertThat(failed.text("/providerMessage")).contains("closed for repairs");
            assertThat(instances).hasSize(2);
            assertThat(owner.get(accounts(created)).json().path("items")).hasSize(1);
            assertThat(owner.get(accounts(unchecked)).status()).isEqualTo(401);
        }
    }

    private static ObjectNode filled(Map<String, String> credentials) {
        var request = DOCUMENT.request("Test", "a tag", FILLED);
        credentials.forEach(request.withObject("/configuration")::put);
        return request;
    }

    private static String accounts(ApiAnswer instance) {
        return "/instances/"
                + instance.at("/id").asInt()
                + "/proxy/crmRestApi/resources/latest/accounts?limit=1&onlyData=true";
    }

    @Test
    void proposesTheHostOfAnAddress() {
        var request = DOCUMENT.request("Test", "a tag", FILLED);
        request.withObject("/configuration").put("site.url", "https://mysite.oracle.com");

        var refused = posted(request);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(errors(refused, "key")).containsExactly("site.url");
        assertThat(refused.text("/errors/0/suggestions/0")).isEqualTo("mysite.oracle.com");
    }

    private static ApiAnswer posted(ObjectNode request) {
        return caller.post("/instances", request.toString());
    }

    private static JsonNode setting(ApiAnswer answer, String key) {
        return answer.json().path("configuration").path(key);
    }

    private static List<String> errors(ApiAnswer refused, String member) {
        List<String> values = new ArrayList<>();
        refused.at("/errors").forEach(error -> values.add(error.path(member).asString()));
        return values;
    }
}
