package io.valence.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.memory.InMemoryInstances;
import io.valence.testkit.sample.SampleInstances;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MergeTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @AutoClose private final ServedApi api = ServedApi.start();

    private final ApiAnswer created = api.provisioned("Sales");

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\t\r\n ", "null", " null\n", "{}"})
    void changesNothingForABodyThatSaysNothing(String body) {
        var one = "/instances/" + created.at("/id");

        for (String method : new String[] {"POST", "PUT", "PATCH"}) {
            var echo = api.ada(method, one).json(body).send();

            assertThat(echo.status()).isEqualTo(200);
            assertThat(echo.json()).isEqualTo(created.json());
        }
    }

    @Test
    void leavesAsItIsWhatIsLeftOut() {
        assertThat(put("{}").json()).isEqualTo(created.json());
        assertThat(put("{\"configuration\": {}}").json()).isEqualTo(created.json());
        assertThat(put("null").json()).isEqualTo(created.json());
        assertThat(put("{\"name\": null, \"tags\": null, \"configuration\": null}").json())
                .isEqualTo(created.json());
    }

    @Test
    void changesNothingWhenItsOwnAnswerIsSentBack() {
        assertThat(put(created.text()).json()).isEqualTo(created.json());
    }

    @Test
    void refusesSourcesOfEventsThatAreNotThereAndPollingWithoutPause() {
        var refused =
                put(
                        "{\"configuration\": {\"event.vendor.type\": \"pigeon\","
                                + " \"event.poller.refresh_interval\": 0}}");
        var taken =
                put(
                        "{\"configuration\": {\"event.vendor.type\": \"Webhooks\","
                                + " \"event.poller.refresh_interval\": 1}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors").findValuesAsString("key"))
                .containsExactly("event.vendor.type", "event.poller.refresh_interval");
        assertThat(refused.text("/errors/0/suggestions/0")).isEqualTo("polling");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text("/configuration/event.vendor.type")).isEqualTo("Webhooks");
    }

    @Test
    void readsAndSendsBackWhatNobodyCouldStoreToday() {
        var instances = new InMemoryInstances();
        try (var served = ServedApi.over(instances, new Health(() -> true, failure -> false))) {
            var old =
                    SampleInstances.of(served.adaHerself())
                            .holding("event.vendor.type", "pigeon")
                            .addedTo(instances);
            var one = "/instances/" + old.id();

            var shown = served.ada("GET", one).send();
            var echo = served.ada("PUT", one).json(shown.text()).send();

            assertThat(shown.text("/configuration/event.vendor.type")).isEqualTo("pigeon");
            assertThat(echo.status()).isEqualTo(200);
            assertThat(echo.json()).isEqualTo(shown.json());
        }
    }

    @Test
    void goesBackToTheDefaultForNull() {
        put("{\"configuration\": {\"pagination.max\": 50, \"bulk.relations\": \"x\"}}");

        var changed =
                put("{\"configuration\": {\"pagination.max\": null, \"bulk.relations\": null}}");

        assertThat(changed.text("/configuration/pagination.max")).isEqualTo("100");
        assertThat(changed.at("/configuration/bulk.relations").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"username,null", "username,''", "password,null", "password,''", "site.url,'  '"})
    void missesARequiredEntryThatIsTakenAway(String key, String value) {
        var text = value.equals("null") ? "null" : "\"" + value + "\"";

        var refused = put("{\"configuration\": {\"" + key + "\": " + text + "}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/key")).isEqualTo(key);
        assertThat(refused.text("/errors/0/code")).isEqualTo("MISSING_PARAMETER");
        assertThat(shown()).isEqualTo(created.json());
    }

    @Test
    void keepsEmptyTextApartFromNothing() {
        var changed =
                put(
                        "{\"configuration\": {\"bulk.relations\": \"\", \"bulk.query.operator\":"
                                + " \"\"}}");

        assertThat(changed.at("/configuration/bulk.relations").isNull()).isFalse();
        assertThat(changed.text("/configuration/bulk.query.operator")).isEmpty();
    }

    @Test
    void keepsWhatIsNotTextAsText() {
        var changed =
                put(
                        """
                        {"configuration": {"pagination.max": {"users": 50}, "event.notification.enabled": true,
                                           "bulk.relations": [1, "a", null], "pagination.page.startindex": 1}}
                        """);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/configuration/pagination.max")).isEqualTo("{\"users\":50}");
        assertThat(changed.text("/configuration/event.notification.enabled")).isEqualTo("true");
        assertThat(changed.text("/configuration/bulk.relations")).isEqualTo("[1,\"a\",null]");
        assertThat(changed.text("/configuration/pagination.page.startindex")).isEqualTo("1");
        assertThat(changed.at("/eventsEnabled").asBoolean()).isTrue();
    }

    @Test
    void keepsNumbersAsTheyWereWritten() {
        var changed = put("{\"configuration\": {\"bulk.add_metadata\": 100.50}}");

        assertThat(changed.text("/configuration/bulk.add_metadata")).isEqualTo("100.50");
    }

    @Test
    void replacesAllTagsOrLeavesThem() {
        assertThat(created.at("/tags").toString()).isEqualTo("[\"Sales\"]");
        assertThat(put("{\"tags\": [\"a\", \"b\"]}").at("/tags").toString())
                .isEqualTo("[\"a\",\"b\"]");
        assertThat(put("{\"tags\": null}").at("/tags").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(put("{\"name\": \"Other\"}").at("/tags").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(put("{\"tags\": []}").at("/tags").toString()).isEqualTo("[]");
    }

    @Test
    void stripsMarkupFromNamesAndTags() {
        var markup = "<a href=\\\"#\\\" onClick=\\\"alert(1)\\\">clean-name</a>";

        var made = api.ada("POST", "/instances").json(ServedApi.oracle(markup)).send();
        var changed = put("{\"name\": \"" + markup + "\", \"tags\": [\"<b>x</b>\"]}");

        assertThat(made.text("/name")).isEqualTo("clean-name");
        assertThat(made.at("/tags").toString()).isEqualTo("[\"clean-name\"]");
        assertThat(changed.text("/name")).isEqualTo("clean-name");
        assertThat(changed.at("/tags").toString()).isEqualTo("[\"x\"]");
    }

    @Test
    void takesTheLossyUpdateOfAClientThatRenamesKeys() {
        var changed =
                api.ada("PUT", "/elements/1948" + one())
                        .query("reAuthenticate", "false")
                        .json(
                                """
                                {"id": 1, "name": "Sales", "tags": null, "token": "x", "elementId": 1948,
                                 "element": {"id": 1948, "key": "oraclesalescloud"}, "providerData": {},
                                 "configuration": {"base_url": "https://x", "event_metadata": "",
                                   "event_notification_subscription_id": "", "password": "********",
                                   "username": "ada", "user.name": "x", "event.notification.enabled": "true"}}
                                """)
                        .send();

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/eventsEnabled").asBoolean()).isTrue();
        assertThat(changed.text("/configuration/password")).isEqualTo("********");
        assertThat(changed.at("/tags/0").asString()).isEqualTo("Sales");
        assertThat(changed.at("/notices").size()).isEqualTo(4);
        assertThat(changed.at("/notices").toString())
                .contains("\"base_url\"", "\"user.name\"", "[\"username\"]", "UNKNOWN_PARAMETER");
        assertThat(changed.at("/providerData").isMissingNode()).isTrue();
    }

    @Test
    void refusesUnknownKeysFromThoseWhoAskForStrictness() {
        var body =
                ServedApi.oracle("x").replace("\"username\"", "\"passwrod\": \"x\", \"username\"");

        var refused = api.ada("POST", "/instances").query("strict", "true").json(body).send();
        var below =
                api.ada("POST", "/elements/1948/instances")
                        .query("strict", "TRUE")
                        .json(body)
                        .send();
        var updated =
                api.ada("PATCH", one())
                        .query("strict", "true")
                        .json("{\"configuration\": {\"passwrod\": \"x\"}}")
                        .send();

        for (ApiAnswer answer : new ApiAnswer[] {refused, below, updated}) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("/errors/0/code")).isEqualTo("UNKNOWN_PARAMETER");
            assertThat(answer.text("/errors/0/suggestions/0")).isEqualTo("password");
        }
        assertThat(api.ada("POST", "/instances").query("strict", "no").json(body).send().status())
                .isEqualTo(400);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        var refused =
                api.ada("POST", "/instances")
                        .json(
                                """
                                {"element": {"key": "oraclesalescloud"}, "tags": "x", "maxCacheSize": -1,
                                 "externalAuthentication": "maybe", "cachingEnabled": "perhaps",
                                 "configuration": {"username": "<INSERT_USERNAME>", "password": "********",
                                   "site.url": "https://ada.example.com/x", "pagination.max": "many",
                                   "event.notification.type": "email"}}
                                """)
                        .send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/type")).isEqualTo("urn:valence:problem:invalid-configuration");
        assertThat(refused.at("/element").toString())
                .isEqualTo("{\"key\":\"oraclesalescloud\",\"id\":1948}");
        assertThat(refused.at("/errors").valueStream().map(e -> e.path("key").asString()))
                .containsExactlyInAnyOrder(
                        "username",
                        "password",
                        "site.url",
                        "pagination.max",
                        "event.notification.type",
                        "name",
                        "tags",
                        "cachingEnabled",
                        "maxCacheSize",
                        "externalAuthentication");
        assertThat(refused.message()).contains("username", "password", "site.url", "name");
    }

    @Test
    void proposesTheHostOfASiteThatIsGivenAsAnAddress() {
        var body = ServedApi.oracle("x").replace("ada.example.com", "https://ada.example.com");

        var refused = api.ada("POST", "/instances").json(body).send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/reason")).contains("ada.example.com");
        assertThat(refused.text("/errors/0/suggestions/0")).isEqualTo("ada.example.com");
    }

    @Test
    void triesAConfigurationWithoutStoringAnything() {
        var attempt = "/elements/oraclesalescloud/configuration/validate";

        var valid = api.ada("POST", attempt).json(ServedApi.oracle("x")).send();
        var nameless = api.ada("POST", attempt).json("{\"configuration\": {}}").send();
        var empty = api.ada("POST", attempt).send();
        var strict =
                api.ada("POST", attempt)
                        .query("strict", "true")
                        .json("{\"configuration\": {\"x\": 1}}")
                        .send();

        assertThat(valid.at("/valid").asBoolean()).isTrue();
        assertThat(valid.text("/configuration/password")).isEqualTo("********");
        assertThat(nameless.status()).isEqualTo(200);
        assertThat(nameless.at("/valid").asBoolean()).isFalse();
        assertThat(nameless.message()).contains("(username, password, site.url)");
        assertThat(empty.at("/errors").size()).isEqualTo(3);
        assertThat(strict.at("/errors").toString()).contains("UNKNOWN_PARAMETER");
        assertThat(api.ada("GET", "/instances").send().json().size()).isEqualTo(1);
        assertThat(
                        api.ada("POST", "/elements/nosuch/configuration/validate")
                                .json("{}")
                                .send()
                                .status())
                .isEqualTo(404);
    }

    @Test
    void saysTheSameInTheDryRunAsAtTheCreation() {
        var body = (ObjectNode) JSON.readTree(ServedApi.oracle("x"));
        body.withObject("/configuration").put("pagination.max", "many").remove("password");

        var tried =
                api.ada("POST", "/elements/1948/configuration/validate")
                        .json(body.toString())
                        .send();
        var made = api.ada("POST", "/elements/1948/instances").json(body.toString()).send();

        assertThat(tried.at("/errors")).isEqualTo(made.at("/errors"));
        assertThat(tried.at("/element")).isEqualTo(made.at("/element"));
    }

    private ApiAnswer put(String json) {
        return api.ada("PUT", one()).json(json).send();
    }

    private Object shown() {
        return api.ada("GET", one()).send().json();
    }

    private String one() {
        return "/instances/" + created.at("/id").asInt();
    }
}
