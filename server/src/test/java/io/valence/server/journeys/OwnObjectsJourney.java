package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.server.Caller;
import io.valence.server.RunningServer;
import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/** An application's own objects over a stand-in's, and what can be seen of calls. */
class OwnObjectsJourney {
    private static final String PASSWORD = "sandbox-password";

    private static final String FIRMS =
            """
            {"vendorName": "accounts",
             "fields": [{"path": "id", "vendorPath": "PartyNumber", "type": "string"},
                        {"path": "name", "vendorPath": "OrganizationName"},
                        {"path": "since", "vendorPath": "YearEstablished"},
                        {"path": "home.city", "vendorPath": "PrimaryAddress[0].City"}]}
            """;

    @TempDir Path folder;

    @Test
    void showsTheVendorsRecordsAsTheApplicationsOwn() {
        try (var server = RunningServer.startWithSandbox(folder, Map.of());
                var owner = Caller.first(server.url())) {
            var made = provisioned(server, owner);
            var caller = owner.withToken(made.text("/token"));
            var instance = "/instances/" + made.at("/id");

            assertThat(owner.post(instance + "/transformations/firms", FIRMS).status())
                    .isEqualTo(200);

            reads(caller);
            picks(caller);
            asksInTheVendorsTypes(owner, caller, instance);
            writes(caller);
            describes(owner, caller, instance);
            refusesWhatTheApplicationIsNotShown(caller);
        }
    }

    private static ApiAnswer provisioned(RunningServer server, Caller owner) {
        var vendor = server.sandbox().oracleSalesCloud();
        var made =
                owner.post(
                        "/instances",
                        """
                        {"element": {"key": "oraclesalescloud"}, "name": "Sales",
                         "configuration": {"username": "%s", "password": "%s",
                                           "site.url": "sales.example.com"}}
                        """
                                .formatted(vendor.user(), vendor.password()));
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        return made;
    }

    private static void reads(Caller caller) {
        var found =
                caller.request("GET", "/hubs/crm/firms")
                        .query("where", "since > 1955 and name = 'Silver Logistics'")
                        .query("orderBy", "since desc")
                        .query("pageSize", "2")
                        .send();

        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        assertThat(found.json()).hasSizeLessThanOrEqualTo(2).isNotEmpty();
        found.json()
                .forEach(
                        firm -> {
                            assertThat(firm.propertyNames())
                                    .containsExactlyInAnyOrder("id", "name", "since", "home");
                            assertThat(firm.path("name").asString()).isEqualTo("Silver Logistics");
                            assertThat(firm.at("/home/city").asString()).isNotBlank();
                        });
    }

    private static void asksInTheVendorsTypes(Caller owner, Caller caller, String instance) {
        owner.post(
                instance + "/transformations/dated",
                """
                {"vendorName": "accounts",
                 "fields": [{"path": "since", "type": "string",
                             "vendorPath": "YearEstablished", "vendorType": "number"}]}
                """);
        var one = caller.request("GET", "/dated").query("pageSize", "1").send().text("/0/since");

        var found = caller.request("GET", "/dated").query("where", "since = '" + one + "'").send();
        var explained =
                caller.request("GET", "/dated")
                        .query("where", "since = '1958'")
                        .query("explain", "true")
                        .send();
        var refused =
                caller.request("GET", "/dated")
                        .query("where", "since = '1958' AND since > '1955'")
                        .send();

        assertThat(found.json()).isNotEmpty();
        assertThat(found.json().findValuesAsString("since")).containsOnly(one);
        assertThat(explained.text("/url")).contains("q=YearEstablished%3D1958");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("At character 20", "another order");
    }

    private static void picks(Caller caller) {
        for (String fields : new String[] {"home,id", "home.city,id"}) {
            var found =
                    caller.request("GET", "/firms")
                            .query("fields", fields)
                            .query("pageSize", "1")
                            .send();

            assertThat(found.status()).as(found.toString()).isEqualTo(200);
            assertThat(found.at("/0").propertyNames()).containsExactly("home", "id");
            assertThat(found.text("/0/home/city")).isNotBlank();
        }
    }

    private static void writes(Caller caller) {
        var made =
                caller.request("POST", "/firms")
                        .json("{\"name\": \"Own Ltd\", \"since\": 2020}")
                        .send();
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        assertThat(made.text("/name")).isEqualTo("Own Ltd");

        var changed =
                caller.request("PATCH", "/firms/" + made.text("/id"))
                        .json("{\"since\": 2021}")
                        .send();
        var read = caller.request("GET", "/accounts/" + made.text("/id")).send();

        assertThat(changed.at("/since").asInt()).isEqualTo(2021);
        assertThat(read.at("/YearEstablished").asInt()).isEqualTo(2021);
        assertThat(read.text("/OrganizationName")).isEqualTo("Own Ltd");
    }

    private static void describes(Caller owner, Caller caller, String instance) {
        var docs = owner.request("GET", instance + "/docs").send();
        var objects = caller.request("GET", "/objects").send();
        var metadata = caller.request("GET", "/hubs/crm/objects/firms/metadata").send();

        var kinds = caller.request("GET", "/objects").header("Elements-Version", "Helium").send();
        assertThat(kinds.text())
                .contains(
                        "{\"name\":\"firms\",\"vendorName\":\"accounts\",\"type\":\"ceCanonical\"}")
                .contains("\"name\":\"accounts\"", "\"type\":\"vendor\"");

        assertThat(docs.at("/paths/~1firms/get").isObject()).isTrue();
        assertThat(docs.at("/paths/~1firms~1{id}/patch").isObject()).isTrue();
        assertThat(docs.at("/definitions/firms/properties").propertyNames())
                .contains("id", "name", "since");
        assertThat(objects.text()).contains("\"firms\"", "\"accounts\"");
        assertThat(metadata.at("/fields").findValuesAsString("path")).contains("name", "since");
        assertThat(caller.request("GET", "/objects/nosuch/metadata").send().status())
                .isEqualTo(404);
    }

    private static void refusesWhatTheApplicationIsNotShown(Caller caller) {
        var refused =
                caller.request("GET", "/firms")
                        .query("where", "name = 'x' and OwnerName = 'y'")
                        .query("orderBy", "Type")
                        .query("fields", "name,Type")
                        .send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/message"))
                .contains("where", "At character 16", "orderBy", "At character 1", "Type");
    }

    @Test
    void keepsWhatGoesOnInCalls() {
        try (var server = RunningServer.startWithSandbox(folder, Map.of());
                var owner = Caller.first(server.url())) {
            var made = provisioned(server, owner);
            var caller = owner.withToken(made.text("/token"));
            var instance = "/instances/" + made.at("/id");
            var quiet = caller.request("GET", "/accounts").query("pageSize", "1").send();
            assertThat(quiet.header("Elements-Trace-Id")).isEmpty();
            var once =
                    caller.request("GET", "/accounts")
                            .query("pageSize", "1")
                            .query("debug", "true")
                            .send();
            assertThat(shown(owner, instance, once).at("/vendor")).hasSize(1);
            owner.request("PATCH", instance).json("{\"traceLoggingEnabled\": true}").send();

            var made1 =
                    caller.request("POST", "/hubs/crm/accounts")
                            .json("{\"OrganizationName\": \"Traced\"}")
                            .send();
            var list = caller.request("GET", "/accounts").query("pageSize", "250").send();
            var refused = caller.request("GET", "/accounts/nosuch").send();
            var raw =
                    caller.request("GET", "/instances/proxy/crmRestApi/resources/latest/deals")
                            .send();

            var trace = shown(owner, instance, made1);
            assertThat(trace.text("/call/request/body")).contains("Traced");
            assertThat(trace.text("/call/response/body")).contains("PartyNumber");
            assertThat(trace.at("/vendor/0/response/status").asInt()).isEqualTo(201);
            assertThat(trace.text("/vendor/0/request/body")).contains("Traced");
            assertThat(trace.text("/vendor/0/response/body")).contains("PartyNumber");
            assertThat(trace.text("/vendor/0/request/url"))
                    .contains("/crmRestApi/resources/latest/accounts");
            assertThat(trace.text()).contains("Basic ********").doesNotContain(PASSWORD);
            assertThat(shown(owner, instance, list).at("/vendor")).hasSize(3);
            assertThat(shown(owner, instance, refused).at("/call/response/status").asInt())
                    .isEqualTo(404);
            assertThat(shown(owner, instance, raw).text("/vendor/0/response/body"))
                    .contains("items");
            assertThat(owner.request("GET", instance + "/traces").send().json()).hasSize(5);
            var old =
                    owner.request(
                                    "GET",
                                    "/elements/oraclesalescloud/trace/"
                                            + made1.header("Elements-Trace-Id").orElseThrow())
                            .send();
            assertThat(old.status()).isEqualTo(200);
            assertThat(old.text()).contains("POST:/").doesNotContain(PASSWORD);
        }
    }

    private static ApiAnswer shown(Caller owner, String instance, ApiAnswer call) {
        var trace =
                owner.request(
                                "GET",
                                instance
                                        + "/traces/"
                                        + call.header("Elements-Trace-Id").orElseThrow())
                        .send();
        assertThat(trace.status()).as(trace.toString()).isEqualTo(200);
        return trace;
    }

    @Test
    void explainsPingsAndGivesAnswersAgain() {
        try (var server = RunningServer.startWithSandbox(folder, Map.of());
                var owner = Caller.first(server.url())) {
            var made = provisioned(server, owner);
            var caller = owner.withToken(made.text("/token"));

            var explained =
                    caller.request("GET", "/accounts")
                            .query("where", "OrganizationName = 'O''Neill'")
                            .query("explain", "true")
                            .send();
            assertThat(explained.status()).isEqualTo(200);
            assertThat(explained.text("/url")).contains("q=OrganizationName%3D%27O%27%27Neill%27");
            assertThat(explained.text("/headers/Authorization")).isEqualTo("Basic ********");
            assertThat(explained.text("/curl")).startsWith("curl -X GET 'http");
            assertThat(explained.text()).doesNotContain(PASSWORD);
            var raw =
                    caller.request("POST", "/instances/proxy/anything")
                            .header("Elements-Explain", "true")
                            .json("{}")
                            .send();
            assertThat(raw.text("/headers/Authorization")).isEqualTo("Basic ********");

            var pong = caller.request("GET", "/hubs/crm/ping").send();
            assertThat(pong.text("/endpoint")).isEqualTo("oraclesalescloud");
            assertThat(pong.at("/valid").asBoolean()).isTrue();

            owner.request("PATCH", "/instances/" + made.at("/id"))
                    .json("{\"cachingEnabled\": true, \"cacheTimeToLive\": 60}")
                    .send();
            var first = caller.request("GET", "/accounts/300000001000001").send();
            var again = caller.request("GET", "/accounts/300000001000001").send();
            assertThat(first.header("Age")).isEmpty();
            assertThat(again.header("Age")).isPresent();
            assertThat(again.text()).isEqualTo(first.text());
            caller.request("PATCH", "/accounts/300000001000001")
                    .json("{\"EmailAddress\": \"new@firm.example\"}")
                    .send();
            var changed = caller.request("GET", "/accounts/300000001000001").send();
            assertThat(changed.header("Age")).isEmpty();
            assertThat(changed.text("/EmailAddress")).isEqualTo("new@firm.example");
        }
    }
}
