package io.valence.adapters.rest;

import static io.valence.adapters.rest.ServedApi.V2;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.adapters.catalog.ShippedElements;
import io.valence.domain.account.Viewer;
import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.api.ApiRequest;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class ShapesTest {
    private static final String DEFINITION =
            """
            {"fields": [{"path": "id", "type": "number"},
                        {"path": "address.city", "type": "string", "associatedLevel": "x"}]}
            """;

    private static final String TRANSFORMATION =
            """
            {"vendorName": "contacts", "level": "instance", "script": null,
             "fields": [{"path": "id", "vendorPath": "PartyId", "type": "string"},
                        {"path": "lines[*].sku", "vendorPath": "items[*].code",
                         "configuration": [{"type": "remove", "properties": {"toVendor": "false"}}]}],
             "configuration": [{"type": "passThrough",
                                "properties": {"fromVendor": true, "toVendor": false}},
                               {"type": "inherit"}]}
            """;

    @AutoClose private final ServedApi api = ServedApi.start();

    private final ApiAnswer created = api.provisioned("Sales");

    private ApiRequest byId(String method, String rest) {
        return api.ada(method, "/instances/" + created.at("/id") + rest);
    }

    private ApiRequest byToken(String method, String rest) {
        return api.anybody(method, V2 + "/instances" + rest)
                .as(api.ada() + ", Element " + created.text("/token"));
    }

    @Test
    void showsADefinitionAsItWasMade() {
        var made = byId("POST", "/objects/myContact/definitions").json(DEFINITION).send();

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text("/objectName")).isEqualTo("myContact");
        assertThat(made.text("/fields/1/path")).isEqualTo("address.city");
        assertThat(made.at("/fields").findValuesAsString("type"))
                .containsExactly("number", "string");
        assertThat(made.at("/fields").findValuesAsString("level")).containsOnly("instance");
        assertThat(byToken("GET", "/objects/myContact/definitions").send().json())
                .isEqualTo(made.json());
        assertThat(byId("GET", "/objects/definitions").send().json().path("myContact"))
                .isEqualTo(made.json());
    }

    @Test
    void showsATransformationAsItWasMade() {
        var made = byToken("POST", "/transformations/myContact").json(TRANSFORMATION).send();

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text("/vendorName")).isEqualTo("contacts");
        assertThat(made.text("/fields/0/type")).isEqualTo("string");
        assertThat(made.at("/fields/1/configuration/0/properties/fromVendor").asBoolean()).isTrue();
        assertThat(made.at("/fields/1/configuration/0/properties/toVendor").asBoolean()).isFalse();
        assertThat(made.text("/configuration/1/type")).isEqualTo("inherit");
        assertThat(byId("GET", "/transformations/myContact").send().json()).isEqualTo(made.json());
        assertThat(byId("GET", "/transformations").send().json().path("myContact"))
                .isEqualTo(made.json());
    }

    @Test
    void showsWithTheInstanceWhatIsTransformed() {
        assertThat(byId("GET", "").send().json().has("transformationData")).isFalse();
        byToken("POST", "/transformations/myContact").json(TRANSFORMATION).send();

        var shown = byId("GET", "").send();
        var patched = byToken("PATCH", "").json("{\"name\": \"Other\"}").send();

        assertThat(shown.at("/transformationData").toString())
                .isEqualTo("[{\"objectName\":\"myContact\",\"vendorName\":\"contacts\"}]");
        assertThat(patched.at("/transformationData")).isEqualTo(shown.at("/transformationData"));
        for (String hydrated : List.of("true", "false")) {
            assertThat(
                            api.ada("GET", "/instances")
                                    .query("hydrate", hydrated)
                                    .send()
                                    .at("/0/transformationData"))
                    .isEqualTo(shown.at("/transformationData"));
        }
        byToken("DELETE", "/transformations").send();
        assertThat(byId("GET", "").send().json().has("transformationData")).isFalse();
    }

    @Test
    void takesBackWhatItShows() {
        var made = byId("POST", "/transformations/myContact").json(TRANSFORMATION).send();

        var again = byId("PUT", "/transformations/myContact").json(made.text()).send();

        assertThat(again.json()).isEqualTo(made.json());
    }

    @Test
    void takesAndReplacesSeveralAtOnce() {
        var two = "{\"a\": %s, \"b/c\": {\"fields\": []}}".formatted(DEFINITION);
        assertThat(byId("POST", "/objects/definitions").json(two).send().status()).isEqualTo(400);

        var made = byId("POST", "/objects/definitions").json(two.replace("b/c", "b c")).send();
        var replaced =
                byToken("PUT", "/objects/definitions").json("{\"a\": {\"fields\": []}}").send();

        assertThat(made.json().propertyNames()).containsExactly("a", "b c");
        assertThat(replaced.at("/a/fields").isEmpty()).isTrue();
        assertThat(byId("GET", "/objects/b%20c/definitions").send().status()).isEqualTo(200);
        assertThat(
                        byId("POST", "/transformations")
                                .json("{\"t\": %s}".formatted(TRANSFORMATION))
                                .send()
                                .json()
                                .propertyNames())
                .containsExactly("t");
        assertThat(
                        byId("PUT", "/transformations")
                                .json("{\"u\": %s}".formatted(TRANSFORMATION))
                                .send()
                                .status())
                .isEqualTo(404);
    }

    @Test
    void makesNothingTwice() {
        byId("POST", "/objects/a/definitions").json(DEFINITION).send();
        byId("POST", "/transformations/a").json(TRANSFORMATION).send();

        var definition = byId("POST", "/objects/a/definitions").json(DEFINITION).send();
        var transformation = byToken("POST", "/transformations/a").json(TRANSFORMATION).send();

        assertThat(List.of(definition.status(), transformation.status())).containsOnly(409);
        assertThat(definition.message()).contains("already");
        assertThat(transformation.message()).contains("transformation");
    }

    @Test
    void findsNothingThatIsNotThere() {
        for (String one : List.of("/objects/a/definitions", "/transformations/a")) {
            assertThat(byId("GET", one).send().status()).isEqualTo(404);
            assertThat(byId("DELETE", one).send().message()).startsWith("No ").endsWith("found");
            var body = one.startsWith("/o") ? DEFINITION : TRANSFORMATION;
            assertThat(byId("PUT", one).json(body).send().status()).isEqualTo(404);
        }
        for (String all : List.of("/objects/definitions", "/transformations")) {
            assertThat(byId("GET", all).send().text()).isEqualTo("{}");
            assertThat(byToken("DELETE", all).send().status()).isEqualTo(404);
        }
    }

    @Test
    void deletesNoDefinitionThatATransformationUses() {
        byId("POST", "/objects/a/definitions").json(DEFINITION).send();
        byId("POST", "/transformations/a").json(TRANSFORMATION).send();

        assertThat(byId("DELETE", "/objects/a/definitions").send().status()).isEqualTo(409);
        assertThat(byId("DELETE", "/objects/definitions").send().status()).isEqualTo(409);
        assertThat(byId("DELETE", "/transformations/a").send().status()).isEqualTo(200);
        assertThat(byToken("DELETE", "/objects/a/definitions").send().status()).isEqualTo(200);
        assertThat(byId("GET", "/objects/definitions").send().text()).isEqualTo("{}");
    }

    @Test
    void deletesAll() {
        byId("POST", "/objects/a/definitions").json(DEFINITION).send();
        byId("POST", "/transformations/a").json(TRANSFORMATION).send();

        assertThat(byToken("DELETE", "/transformations").send().status()).isEqualTo(200);
        assertThat(byToken("DELETE", "/objects/definitions").send().status()).isEqualTo(200);

        assertThat(byId("GET", "/transformations").send().text()).isEqualTo("{}");
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        var refused =
                byId("POST", "/transformations/a")
                        .json(
                                """
                                {"script": {"body": "done()"}, "isLegacy": "perhaps",
                                 "fields": [{"vendorPath": "a..b", "type": 7},
                                            {"path": "x[*]", "vendorPath": "y"},
                                            "z",
                                            {"path": "p", "vendorPath": "q"},
                                            {"path": "p", "vendorPath": "r"}],
                                 "configuration": [{"type": "explode"}]}
                                """)
                        .send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/vendorName",
                        "/fields/0/path",
                        "/fields/0/vendorPath",
                        "/fields/0/type",
                        "/fields/1/vendorPath",
                        "/fields/2",
                        "/fields",
                        "/configuration/0/type",
                        "/isLegacy",
                        "/script");
        assertThat(refused.text()).doesNotContain("explode", "a..b", "done()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping", "objects", "instances", "elements", "hubs", "docs", "bulk"})
    void refusesNamesThatAreTheServersOwn(String name) {
        var definition = byId("POST", "/objects/" + name + "/definitions").json(DEFINITION);
        var transformation = byToken("PUT", "/transformations/" + name).json(TRANSFORMATION);

        for (var refused : List.of(definition.send(), transformation.send())) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).contains("a path of its own");
            assertThat(refused.text("/errors/0/pointer")).isEqualTo("/objectName");
        }
    }

    @Test
    void refusesWhatCouldNotBeCalledAllAtOnce() {
        try (var shipped =
                ServedApi.offering(ShippedElements.load().visibleTo(new Viewer.Anonymous()))) {
            var path = "/instances/" + shipped.provisioned("Sales").at("/id") + "/transformations";

            var refused =
                    shipped.ada("POST", path)
                            .json(
                                    """
                                    {"ping": {"vendorName": "nosuch", "fields": []},
                                     "own": {"vendorName": "accounts/{id}", "fields": 7},
                                     "accounts": {"vendorName": "accounts", "fields": []}}
                                    """)
                            .send();

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.at("/errors").findValuesAsString("pointer"))
                    .containsExactlyInAnyOrder(
                            "/ping", "/ping/vendorName", "/own/vendorName", "/own/fields");
            assertThat(refused.text()).doesNotContain("nosuch");
            assertThat(shipped.ada("GET", path).send().text()).isEqualTo("{}");
        }
    }

    @Test
    void refusesBodiesThatAreNoShapes() {
        for (String all : List.of("/objects/definitions", "/transformations")) {
            assertThat(byId("POST", all).json("{}").send().status()).isEqualTo(400);
            assertThat(byId("PUT", all).json("{\"a\": 7}").send().text("/errors/0/pointer"))
                    .isEqualTo("/a");
        }
        assertThat(byId("POST", "/objects/a/definitions").json("{}").send().message())
                .contains("fields");
        assertThat(
                        byId("POST", "/objects/" + "a".repeat(256) + "/definitions")
                                .json(DEFINITION)
                                .send()
                                .status())
                .isEqualTo(400);
    }

    @Test
    void holdsNoMoreThanItsBounds() {
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 101; i++) {
            many.append(i == 0 ? "" : ",").append("\"d").append(i).append("\": {\"fields\": []}");
        }

        var refused = byId("POST", "/objects/definitions").json(many + "}").send();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.message()).contains("100");
    }

    @Test
    void isForTheOrganizationOfTheInstanceAlone() {
        byId("POST", "/transformations/a").json(TRANSFORMATION).send();
        var path = V2 + "/instances/" + created.at("/id") + "/transformations/a";

        assertThat(api.anybody("GET", path).as(api.zoe()).send().status()).isEqualTo(404);
        assertThat(api.anybody("DELETE", path).as(api.zoe()).send().status()).isEqualTo(404);
        assertThat(api.anybody("PUT", path).as(api.zoe()).json(TRANSFORMATION).send().message())
                .isEqualTo("No instance '" + created.at("/id") + "' found");
        assertThat(
                        api.anybody("GET", V2 + "/instances/transformations")
                                .as(api.zoe() + ", Element " + created.text("/token"))
                                .send()
                                .status())
                .isEqualTo(401);
        assertThat(api.ada("GET", "/instances/transformations").send().status()).isEqualTo(401);
        assertThat(byId("GET", "/transformations/a").send().status()).isEqualTo(200);
    }
}
