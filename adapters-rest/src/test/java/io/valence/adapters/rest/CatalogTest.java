package io.valence.adapters.rest;

import static io.valence.adapters.rest.ServedApi.V2;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

class CatalogTest {
    @AutoClose private final ServedApi api = ServedApi.start();

    private ApiAnswer get(String path) {
        return api.anybody("GET", V2 + path).send();
    }

    @Test
    void listsTheElementsToAnybody() {
        var answer = get("/elements");

        assertThat(keys(answer)).containsExactly("oraclesalescloud", "sapanywhere");
        assertThat(answer.header("Elements-Returned-Count")).contains("2");
        assertThat(answer.header("Elements-Total-Count")).contains("2");
        assertThat(answer.header("Elements-Next-Page-Token")).isEmpty();
    }

    @Test
    void listsTheirKeys() {
        var answer = get("/elements/keys");

        assertThat(answer.text()).isEqualTo("[\"oraclesalescloud\",\"sapanywhere\"]");
        assertThat(answer.header("Elements-Total-Count")).contains("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sapanywhere", "2198", "1468"})
    void showsAnElementByKeyNumberAndAlias(String reference) {
        var answer = get("/elements/" + reference);

        assertThat(answer.text("/key")).isEqualTo("sapanywhere");
        assertThat(answer.at("/id").asInt()).isEqualTo(2198);
    }

    @Test
    void showsEveryMemberOfAnElement() {
        var element = get("/elements/oraclesalescloud").json();

        assertThat(element.propertyNames())
                .contains("id", "name", "key", "description", "image", "logo", "active", "deleted")
                .contains("typeOauth", "trialAccount", "hub", "authentication", "protocolType")
                .contains("configuration", "parameters", "hooks", "resources", "objects", "models")
                .contains("transformationsEnabled", "childTransformationsEnabled")
                .contains("bulkDownloadEnabled", "bulkUploadEnabled", "cloneable", "extendable")
                .contains("extended", "beta", "private", "useModelsForMetadata");
        assertThat(element.at("/authentication/type").asString()).isEqualTo("basic");
    }

    @Test
    void showsEveryMemberOfAnEntry() {
        var entries = get("/elements/oraclesalescloud/configuration").at("/configuration");

        assertThat(entries.size()).isEqualTo(20);
        assertThat(entries.get(0).propertyNames())
                .containsExactly(
                        "id",
                        "name",
                        "key",
                        "description",
                        "type",
                        "resellerConfig",
                        "companyConfig",
                        "active",
                        "internal",
                        "groupControl",
                        "displayOrder",
                        "hideFromConsole",
                        "required");
        assertThat(entry(entries, "base.url").path("defaultValue").asString())
                .isEqualTo("https://{site.url}");
        assertThat(entry(entries, "event.notification.type").path("options").toString())
                .isEqualTo("[\"webhook\"]");
        assertThat(get("/elements/oraclesalescloud").at("/configuration")).isEqualTo(entries);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "99", "0", "-1", "99999999999999999999", "a.b", "%20", "%00"})
    void findsNoElementThatIsNotThere(String reference) {
        assertThat(get("/elements/" + reference).status()).isIn(400, 404);
        assertThat(get("/elements/" + reference + "/configuration").status()).isIn(400, 404);
    }

    @Test
    void saysNoElementFoundInWordsThatClientsRecognize() {
        assertThat(get("/elements/nosuch").message())
                .isEqualTo("No element 'nosuch' found")
                .matches("^No (.*) found$");
        assertThat(get("/hubs/nosuch/elements").message()).isEqualTo("No hub 'nosuch' found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%C2%85b", "a%E2%80%A8b", "%E2%80%AEab", "a%E2%80%8Bb"})
    void repeatsOfAReferenceWhatCanBeSeen(String reference) throws Exception {
        try (var connection = api.connect()) {
            var path = ServedApi.V2 + "/elements/" + reference;
            var answer = connection.send("GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n").receive();

            assertThat(answer.message()).isEqualTo("No element 'ab' found");
        }
    }

    @Test
    void repeatsNoMoreOfAReferenceThanHelps() {
        var answer = get("/elements/" + "x".repeat(1_000));

        assertThat(answer.message()).isEqualTo("No element '" + "x".repeat(64) + "' found");
    }

    @Test
    void listsHubs() {
        var answer = get("/hubs");

        assertThat(keys(answer)).containsExactly("crm", "ecommerce", "general");
        assertThat(answer.header("Elements-Returned-Count")).contains("3");
        assertThat(answer.header("Elements-Total-Count")).contains("3");
        assertThat(answer.at("/0").propertyNames())
                .containsExactly("id", "name", "key", "description", "active", "videoLink");
    }

    @Test
    void listsTheElementsOfAHub() {
        assertThat(keys(get("/hubs/crm/elements"))).containsExactly("oraclesalescloud");
        assertThat(keys(get("/hubs/general/elements"))).isEmpty();
        assertThat(get("/hubs/nosuch/elements").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key='sapanywhere' | sapanywhere",
                "key in ('sapanywhere','x') | sapanywhere",
                "private='true' | ''",
                "private=false and hub LIKE 'cr%' | oraclesalescloud",
                "id > 2000 or key = 'oraclesalescloud' | oraclesalescloud,sapanywhere",
                "authentication.type = 'oauth2' | sapanywhere"
            })
    void narrowsTheListByAnExpression(String where, String expected) {
        var answer = api.anybody("GET", V2 + "/elements").query("where", where).send();

        assertThat(String.join(",", keys(answer))).isEqualTo(expected);
        assertThat(answer.header("Elements-Total-Count"))
                .contains(answer.header("Elements-Returned-Count").orElseThrow());
    }

    @Test
    void abridgesTheListOnRequest() {
        var answer = api.anybody("GET", V2 + "/elements").query("where", "abridged='true'").send();

        assertThat(answer.json().size()).isEqualTo(2);
        assertThat(answer.at("/0/configuration").isMissingNode()).isTrue();
    }

    @Test
    void takesAnEmptyExpressionAsNone() {
        assertThat(api.anybody("GET", V2 + "/elements").query("where", "").send().json().size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"key= | At character 5", "key='x | At character", "(key='x' | At character 9"})
    void namesThePlaceWhereAnExpressionGoesWrong(String where, String place) {
        var answer = api.anybody("GET", V2 + "/elements").query("where", where.strip()).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("where").contains(place);
    }

    @Test
    void namesTheMembersThatAnExpressionCanAskFor() {
        var answer = api.anybody("GET", V2 + "/elements").query("where", "colour='x'").send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("hub", "private").doesNotContain("colour");
    }

    @Test
    void refusesABrokenHeaderEvenWhereNoneIsNeeded() {
        assertThat(api.anybody("GET", V2 + "/elements").as("User").send().status()).isEqualTo(401);
        assertThat(api.anybody("GET", V2 + "/hubs").as("User a, Organization b").send().status())
                .isEqualTo(401);
        assertThat(api.ada("GET", "/elements").send().status()).isEqualTo(200);
    }

    private static JsonNode entry(JsonNode entries, String key) {
        for (JsonNode entry : entries) {
            if (entry.path("key").asString().equals(key)) {
                return entry;
            }
        }
        throw new AssertionError("no entry " + key);
    }

    private static List<String> keys(ApiAnswer answer) {
        List<String> keys = new ArrayList<>();
        answer.json().forEach(each -> keys.add(each.path("key").asString()));
        return keys;
    }
}
