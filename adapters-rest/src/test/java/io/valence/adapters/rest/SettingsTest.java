package io.valence.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.api.ApiRequest;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SettingsTest {
    @AutoClose private final ServedApi api = ServedApi.start();

    private final ApiAnswer created = api.provisioned("Sales");

    @Test
    void listsEveryEntryWithItsValue() {
        var answer = byId("GET", "").send();

        assertThat(answer.json().size()).isEqualTo(20);
        assertThat(answer.header("Elements-Returned-Count")).contains("20");
        assertThat(answer.header("Elements-Total-Count")).contains("20");
        assertThat(value(answer, "username")).isEqualTo("ada");
        assertThat(value(answer, "password")).isEqualTo("********");
        assertThat(value(answer, "pagination.max")).isEqualTo("100");
        assertThat(entry(answer, "bulk.relations").path("propertyValue").isNull()).isTrue();
        assertThat(entry(answer, "event.notification.type").path("options").size()).isEqualTo(1);
    }

    @Test
    void givesEntriesTheSameIdsByIdAndByToken() {
        assertThat(byToken("GET", "").send().json()).isEqualTo(byId("GET", "").send().json());
    }

    @Test
    void showsOneEntryInBothForms() {
        var entry = entry(byId("GET", "").send(), "username");

        assertThat(byId("GET", "/" + entry.path("id")).send().json()).isEqualTo(entry);
        assertThat(byToken("GET", "/" + entry.path("id")).send().json()).isEqualTo(entry);
    }

    @Test
    void changesAnEntryThatWasReadInOneFormByTheOther() {
        var entry = (ObjectNode) entry(byId("GET", "").send(), "pagination.max");
        entry.put("propertyValue", "50");

        var changed = byToken("PATCH", "/" + entry.path("id")).json(entry.toString()).send();

        assertThat(changed.json()).isEqualTo(entry);
        assertThat(byId("GET", "/" + entry.path("id")).send().json()).isEqualTo(entry);
        assertThat(
                        byId("PATCH", "/" + entry.path("id"))
                                .json("{\"propertyValue\": null}")
                                .send()
                                .text("/propertyValue"))
                .isEqualTo("100");
    }

    @Test
    void leavesASecretForTheMaskAndTakesAnother() {
        var id = "/" + entry(byId("GET", "").send(), "password").path("id");

        assertThat(byId("PATCH", id).json("{\"propertyValue\": \"********\"}").send().status())
                .isEqualTo(200);
        assertThat(byId("PATCH", id).json("{\"propertyValue\": \"new\"}").send().text())
                .contains("\"propertyValue\":\"********\"");
        assertThat(byId("PATCH", id).json("{\"propertyValue\": \"\"}").send().status())
                .isEqualTo(400);
    }

    @Test
    void refusesAValueThatTheEntryCannotTake() {
        var id = "/" + entry(byId("GET", "").send(), "pagination.max").path("id");

        var refused = byId("PATCH", id).json("{\"propertyValue\": \"many\"}").send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/key")).isEqualTo("pagination.max");
        assertThat(refused.text()).doesNotContain("many");
    }

    @Test
    void refusesAChangeWithoutAValue() {
        var id = "/" + entry(byId("GET", "").send(), "pagination.max").path("id");

        assertThat(byId("PATCH", id).json("{}").send().message()).contains("propertyValue");
        assertThat(byId("PATCH", id).send().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/1", "/0", "/x", "/-1", "/99999999999999999999"})
    void findsNoEntryOfAnotherId(String id) {
        assertThat(byId("GET", id).send().status()).isEqualTo(404);
        assertThat(byId("GET", id).send().message())
                .isEqualTo("No configuration '" + id.substring(1) + "' found");
        assertThat(byToken("GET", id).send().status()).isEqualTo(404);
        assertThat(byId("PATCH", id).json("{\"propertyValue\": \"x\"}").send().status())
                .isEqualTo(404);
    }

    @Test
    void needsATokenWhereThePathNamesNoInstance() {
        var refused = api.ada("GET", "/instances/configuration").send();

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.message()).contains("Element");
    }

    private ApiRequest byId(String method, String rest) {
        return api.ada(method, "/instances/" + created.at("/id") + "/configuration" + rest);
    }

    private ApiRequest byToken(String method, String rest) {
        return api.anybody(method, ServedApi.V2 + "/instances/configuration" + rest)
                .as(api.ada() + ", Element " + created.text("/token"));
    }

    private static String value(ApiAnswer list, String key) {
        return entry(list, key).path("propertyValue").asString();
    }

    private static JsonNode entry(ApiAnswer list, String key) {
        return list.json()
                .valueStream()
                .filter(entry -> entry.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
