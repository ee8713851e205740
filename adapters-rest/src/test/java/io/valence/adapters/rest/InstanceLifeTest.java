package io.valence.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationSchema;
import io.valence.domain.configuration.ValueType;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementKey;
import io.valence.domain.element.Trait;
import io.valence.domain.resource.VendorApi;
import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.sample.SampleElements;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class InstanceLifeTest {
    @AutoClose
    private final ServedApi api =
            ServedApi.offering(
                    List.of(
                            SampleElements.oracleSalesCloud(),
                            SampleElements.sapAnywhere(),
                            copy(1_000_001, "copy", Trait.ACTIVE, Trait.PRIVATE),
                            copy(1_000_002, "retired")));

    private static Element copy(long id, String key, Trait... traits) {
        Element original = SampleElements.oracleSalesCloud();
        return new Element(
                new ElementId(id),
                Set.of(),
                new ElementKey(key),
                "Copy",
                "",
                "crm",
                "",
                "",
                "http",
                original.scheme(),
                original.schema(),
                Set.of(traits),
                List.of(),
                Optional.empty(),
                VendorApi.UNKNOWN);
    }

    @Test
    void answersWithTheWholeInstance() {
        var created = api.provisioned("Sales");

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.header("Cache-Control")).contains("no-store");
        assertThat(created.json().propertyNames())
                .containsExactly(
                        "id",
                        "name",
                        "createdDate",
                        "token",
                        "element",
                        "elementId",
                        "tags",
                        "provisionInteractions",
                        "valid",
                        "disabled",
                        "maxCacheSize",
                        "cacheTimeToLive",
                        "configuration",
                        "eventsEnabled",
                        "traceLoggingEnabled",
                        "cachingEnabled",
                        "externalAuthentication",
                        "user");
        assertThat(created.text("/configuration/password")).isEqualTo("********");
        assertThat(created.text("/configuration/base.url")).isEqualTo("https://{site.url}");
        assertThat(created.at("/configuration/bulk.relations").isNull()).isTrue();
        assertThat(created.text("/user/emailAddress")).isEqualTo("ada@example.com");
    }

    @Test
    void showsTheSameInstanceByIdAndBelowItsElement() {
        var created = api.provisioned("Sales");

        assertThat(api.ada("GET", one(created)).send().json()).isEqualTo(created.json());
        assertThat(api.ada("GET", "/elements/oraclesalescloud" + one(created)).send().json())
                .isEqualTo(created.json());
        assertThat(api.ada("GET", "/elements/1948" + one(created)).send().json())
                .isEqualTo(created.json());
        assertThat(api.ada("GET", "/elements/sapanywhere" + one(created)).send().status())
                .isEqualTo(404);
    }

    @Test
    void makesInstancesBelowAnElementWhateverTheBodySays() {
        var body = ServedApi.oracle("Sales").replace("\"oraclesalescloud\"", "\"sapanywhere\"");

        var created = api.ada("POST", "/elements/1948/instances").json(body).send();

        assertThat(created.text("/element/key")).isEqualTo("oraclesalescloud");
    }

    @Test
    void numbersInstancesOneAfterTheOther() {
        var first = api.provisioned("a").at("/id").asInt();
        api.ada("POST", "/instances").json("{\"element\": {\"id\": 1948}}").send();

        assertThat(api.provisioned("b").at("/id").asInt()).isEqualTo(first + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "POST"})
    void updatesByIdAndBelowTheElement(String method) {
        var created = api.provisioned("Sales");

        var byId = api.ada(method, one(created)).json("{\"name\": \"One\"}").send();
        var below =
                api.ada(method, "/elements/oraclesalescloud" + one(created))
                        .query("reAuthenticate", "false")
                        .json("{\"tags\": [\"t\"]}")
                        .send();

        assertThat(byId.text("/name")).isEqualTo("One");
        assertThat(below.text("/name")).isEqualTo("One");
        assertThat(below.text("/tags/0")).isEqualTo("t");
        assertThat(below.text("/token")).isEqualTo(created.text("/token"));
        assertThat(api.ada("GET", one(created)).send().json()).isEqualTo(below.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void updatesByTokenAndIgnoresAnIdInTheBody(String method) {
        var created = api.provisioned("Sales");
        var other = api.provisioned("Other");

        var changed =
                api.anybody(method, ServedApi.V2 + "/instances")
                        .as(withToken(created))
                        .json("{\"id\": " + other.at("/id") + ", \"name\": \"New\"}")
                        .send();

        assertThat(changed.at("/id")).isEqualTo(created.at("/id"));
        assertThat(changed.text("/name")).isEqualTo("New");
    }

    @Test
    void staysAListWithAnElementToken() {
        var created = api.provisioned("Sales");

        var list = api.anybody("GET", ServedApi.V2 + "/instances").as(withToken(created)).send();

        assertThat(list.json().isArray()).isTrue();
    }

    @Test
    void readsNamesOfMembersInAnyCase() {
        var created = api.provisioned("Sales");

        var changed =
                api.ada("POST", one(created))
                        .json(
                                """
                                {"ID": 7, "Name": "New", "TraceLoggingEnabled": true, "CachingEnabled": "true",
                                 "MaxCacheSize": 5, "CacheTimeToLive": "6", "Tags": null, "Token": "x",
                                 "Element": {"ID": 1948, "Key": "oraclesalescloud"}, "User": {}}
                                """)
                        .send();

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/name")).isEqualTo("New");
        assertThat(changed.at("/traceLoggingEnabled").asBoolean()).isTrue();
        assertThat(changed.at("/cachingEnabled").asBoolean()).isTrue();
        assertThat(changed.at("/maxCacheSize").asInt()).isEqualTo(5);
        assertThat(changed.at("/cacheTimeToLive").asInt()).isEqualTo(6);
        assertThat(changed.text("/token")).isEqualTo(created.text("/token"));
    }

    @Test
    void takesAnElementOfEmptyMembersAsNone() {
        var created = api.provisioned("Sales");

        var changed =
                api.ada("PUT", one(created))
                        .json("{\"element\": {\"key\": \"\", \"id\": 0}}")
                        .send();
        var refused =
                api.ada("POST", "/instances").json("{\"element\": {}, \"name\": \"x\"}").send();

        assertThat(changed.status()).isEqualTo(200);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/code")).isEqualTo("MISSING_PARAMETER");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/element");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"key\": \"oraclesalescloud\", \"id\": true}",
                "{\"key\": 1948}",
                "{\"key\": -1, \"id\": 1948}",
                "{\"id\": [1948]}",
                "1948"
            })
    void refusesAnElementThatIsNamedByNeitherKeyNorId(String element) {
        var created = api.provisioned("Sales");

        var refused = api.ada("PATCH", one(created)).json("{\"element\": " + element + "}").send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/element");
    }

    @Test
    void movesAnInstanceToAnElementThatAuthenticatesAlike() {
        var created = api.provisioned("Sales");

        var moved = api.ada("PATCH", one(created)).json("{\"element\": {\"id\": 1000001}}").send();

        assertThat(moved.at("/element/id").asInt()).isEqualTo(1_000_001);
        assertThat(moved.at("/elementId").asInt()).isEqualTo(1_000_001);
        assertThat(moved.text("/configuration/password")).isEqualTo("********");
        assertThat(moved.text("/token")).isEqualTo(created.text("/token"));
        assertThat(api.ada("GET", "/elements/copy" + one(created)).send().status()).isEqualTo(200);
    }

    @Test
    void doesNotMoveAnInstanceToAnyOtherElement() {
        var created = api.provisioned("Sales");

        var other = patched(created, "{\"element\": {\"key\": \"sapanywhere\"}}");

        assertThat(other.status()).isEqualTo(400);
        assertThat(other.message())
                .startsWith("Cannot move the instance of 'oraclesalescloud' to 'sapanywhere': ");
        assertThat(patched(created, "{\"name\": \"\"}").message())
                .startsWith("Cannot update the instance of 'oraclesalescloud': ");
        assertThat(patched(created, "{\"element\": {\"key\": \"nosuch\"}}").status())
                .isEqualTo(404);
    }

    @Test
    void takesNoInstancesOfAnInactiveElement() {
        var answer =
                api.ada("POST", "/elements/retired/instances").json(ServedApi.oracle("x")).send();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.message()).contains("retired");
    }

    @Test
    void switchesAnInstanceOffAndOn() {
        var created = api.provisioned("Sales");

        assertThat(api.ada("DELETE", one(created) + "/enabled").send().text()).isEqualTo("{}");
        assertThat(shown(created).at("/disabled").asBoolean()).isTrue();
        assertThat(shown(created).at("/valid").asBoolean()).isTrue();
        assertThat(api.ada("DELETE", one(created) + "/enabled").send().status()).isEqualTo(200);
        assertThat(api.ada("PUT", one(created) + "/enabled").json("null").send().status())
                .isEqualTo(200);
        assertThat(shown(created).at("/disabled").asBoolean()).isFalse();
    }

    @Test
    void switchesByTokenUnlessThePathNamesAnother() {
        var created = api.provisioned("Sales");
        var other = api.provisioned("Other");

        api.anybody("DELETE", ServedApi.V2 + "/instances/enabled").as(withToken(created)).send();
        api.anybody("DELETE", ServedApi.V2 + one(other) + "/enabled").as(withToken(created)).send();
        assertThat(shown(created).at("/disabled").asBoolean()).isTrue();
        assertThat(shown(other).at("/disabled").asBoolean()).isTrue();
        api.anybody("PUT", ServedApi.V2 + "/instances/enabled").as(withToken(created)).send();

        assertThat(shown(created).at("/disabled").asBoolean()).isFalse();
        assertThat(shown(other).at("/disabled").asBoolean()).isTrue();
    }

    @Test
    void knowsNothingOfADeletedInstance() {
        var created = api.provisioned("Sales");

        assertThat(api.ada("DELETE", one(created)).send().text()).isEqualTo("{}");

        for (String method : List.of("GET", "PUT", "PATCH", "POST", "DELETE")) {
            var gone = api.ada(method, one(created)).send();
            assertThat(gone.status()).as(method).isEqualTo(404);
            assertThat(gone.message()).isEqualTo("No instance '" + created.at("/id") + "' found");
        }
        for (String method : List.of("PUT", "PATCH", "DELETE")) {
            assertThat(
                            api.anybody(method, ServedApi.V2 + "/instances")
                                    .as(withToken(created))
                                    .send()
                                    .status())
                    .as(method)
                    .isEqualTo(401);
        }
        assertThat(api.ada("PUT", one(created) + "/enabled").send().status()).isEqualTo(404);
        assertThat(api.ada("GET", one(created) + "/configuration").send().status()).isEqualTo(404);
        assertThat(
                        api.anybody("GET", ServedApi.V2 + "/instances/configuration")
                                .as(withToken(created))
                                .send()
                                .status())
                .isEqualTo(401);
    }

    @Test
    void deletesByTokenAndBelowAnyElement() {
        var byToken = api.provisioned("a");
        var below = api.provisioned("b");

        assertThat(
                        api.anybody("DELETE", ServedApi.V2 + "/instances")
                                .as(withToken(byToken))
                                .body(new byte[0])
                                .send()
                                .status())
                .isEqualTo(200);
        assertThat(api.ada("DELETE", "/elements/sapanywhere" + one(below)).send().status())
                .isEqualTo(200);
        assertThat(api.ada("GET", "/instances").send().json().size()).isZero();
    }

    @Test
    void keepsOrganizationsApart() {
        var created = api.provisioned("Sales");

        for (String path : List.of(one(created), "/elements/1948" + one(created))) {
            for (String method : List.of("GET", "PUT", "PATCH", "POST", "DELETE")) {
                assertThat(api.anybody(method, ServedApi.V2 + path).as(api.zoe()).send().status())
                        .as(method + path)
                        .isEqualTo(404);
            }
        }
        var stolen = api.zoe() + ", Element " + created.text("/token");
        assertThat(api.anybody("DELETE", ServedApi.V2 + "/instances").as(stolen).send().status())
                .isEqualTo(401);
        assertThat(
                        api.anybody("GET", ServedApi.V2 + "/instances")
                                .as(api.zoe())
                                .send()
                                .json()
                                .size())
                .isZero();
        assertThat(shown(created).status()).isEqualTo(200);
    }

    @Test
    void doesNotOfferTheExchangeOfTokensOfTheOldProtocol() {
        try (var old = ServedApi.offering(List.of(requestTokens()))) {
            var complete =
                    """
                    {"element": {"key": "requesttokens"}, "name": "Shop",
                     "providerData": {"code": "c0de"}, "configuration": {"oauth.api.key": "k"}}
                    """;

            var refused = old.ada("POST", "/instances").json(complete).send();
            var incomplete =
                    old.ada("POST", "/instances")
                            .json(complete.replace("oauth.api.key", "x"))
                            .send();

            assertThat(refused.status()).isEqualTo(501);
            assertThat(refused.message()).contains("requesttokens", "Nothing was stored");
            assertThat(incomplete.status()).isEqualTo(400);
            assertThat(incomplete.message()).contains("oauth.api.key");
            assertThat(old.ada("GET", "/instances").send().json().size()).isZero();
        }
    }

    /** An element of OAuth 1.0a. */
    private static Element requestTokens() {
        Element like = SampleElements.clientCredentials();
        return new Element(
                new ElementId(9003),
                Set.of(),
                new ElementKey("requesttokens"),
                "Request Tokens",
                "Connects an account at a vendor of the old protocol.",
                like.hub(),
                like.image(),
                "requesttokens",
                like.protocol(),
                new AuthenticationScheme.OAuth1(),
                ConfigurationSchema.of(
                        List.of(
                                ConfigurationEntry.required(
                                        1, "oauth.api.key", ValueType.text(128)))),
                like.traits(),
                List.of(),
                Optional.empty(),
                VendorApi.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "1.0", "99999999999999999999", "%20", "%00", "1;x=2"})
    void findsNoInstanceOfABadId(String id) {
        for (String method : List.of("GET", "PUT", "DELETE")) {
            assertThat(api.ada(method, "/instances/" + id).send().status())
                    .as(method)
                    .isIn(400, 404);
        }
    }

    private ApiAnswer shown(ApiAnswer created) {
        return api.ada("GET", one(created)).send();
    }

    private ApiAnswer patched(ApiAnswer created, String json) {
        return api.ada("PATCH", one(created)).json(json).send();
    }

    private String withToken(ApiAnswer created) {
        return "Element " + created.text("/token") + ", " + api.ada();
    }

    private static String one(ApiAnswer created) {
        return "/instances/" + created.at("/id").asInt();
    }
}
