package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.server.Caller;
import io.valence.server.RunningServer;
import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.api.ApiRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of a stand-in for Oracle Sales Cloud, through the whole server. */
class OracleResourcesJourney {
    private static final int ACCOUNTS = 240;

    @TempDir Path folder;

    @Test
    void leadsThroughTheAccounts() {
        String token;
        String next;
        try (var server = RunningServer.startWithSandbox(folder, Map.of());
                var owner = Caller.first(server.url())) {
            token = provisioned(server, owner);
            var caller = owner.withToken(token);
            findsWhatItLooksFor(caller);
            putsInOrder(caller);
            findsAgainByWhatItCallsId(caller);
            pagesToTheEnd(server, caller);
            takesItsLongestTokenBack(caller);
            leadsALife(caller);
            translatesOrRefuses(caller);
            refusesTokensThatAreNotItsOwn(owner, server, caller);
            next = next(list(caller, "pageSize", "7")).orElseThrow();
        }

        try (var server = RunningServer.startWithSandbox(folder, Map.of());
                var owner = Caller.first(server.url())) {
            var seventh = list(owner.withToken(token), "pageSize", "1", "page", "8");
            var after = list(owner.withToken(token), "nextPage", next);

            assertThat(after.json()).hasSize(7);
            assertThat(after.text("/0/id")).isEqualTo(seventh.text("/0/id"));
        }
    }

    private static String provisioned(RunningServer server, Caller owner) {
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
        return made.text("/token");
    }

    private static ApiAnswer list(Caller caller, String... query) {
        ApiRequest request = caller.request("GET", "/hubs/crm/accounts");
        for (int i = 0; i < query.length; i += 2) {
            request = request.query(query[i], query[i + 1]);
        }
        ApiAnswer answer = request.send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private static Optional<String> next(ApiAnswer answer) {
        return answer.header("Elements-Next-Page-Token");
    }

    private static List<String> all(ApiAnswer answer, String field) {
        List<String> all = new ArrayList<>();
        answer.json().forEach(record -> all.add(record.path(field).asString()));
        return all;
    }

    private static void findsWhatItLooksFor(Caller caller) {
        var inactive = list(caller, "where", "SalesProfileStatus = 'I'");
        var old = list(caller, "where", "YearEstablished < 1955 and SalesProfileStatus = 'A'");
        var none = list(caller, "where", "OrganizationName = 'x'' or ''1''=''1'");

        assertThat(inactive.header("Elements-Total-Count")).contains("24");
        assertThat(all(inactive, "SalesProfileStatus")).hasSize(24).containsOnly("I");
        assertThat(old.json()).isNotEmpty();
        old.json()
                .forEach(
                        record ->
                                assertThat(record.path("YearEstablished").asInt())
                                        .isLessThan(1955));
        assertThat(none.text()).isEqualTo("[]");
        assertThat(none.header("Elements-Returned-Count")).contains("0");
    }

    /** Sealed as it is in earnest, in an address as long as they get. */
    private static void takesItsLongestTokenBack(Caller caller) {
        String where = "OrganizationName != '" + "x".repeat(8_000) + "'";
        String fields = "PartyNumber" + ",PartyNumber".repeat(70);
        fields += " ".repeat(9_000 - 5 - where.length() - 6 - fields.length());

        var first = list(caller, "where", where, "fields", fields, "pageSize", "3");
        var second = list(caller, "nextPage", next(first).orElseThrow());
        var tooLong =
                caller.request("GET", "/hubs/crm/accounts")
                        .query("where", where)
                        .query("fields", fields + " ")
                        .send();

        assertThat(next(first).orElseThrow()).hasSizeGreaterThan(12_000);
        assertThat(second.json()).hasSize(3);
        assertThat(second.text("/0/id")).isNotEqualTo(first.text("/0/id"));
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.message()).contains("send at most 9000 bytes");
    }

    private static void putsInOrder(Caller caller) {
        var descending =
                list(caller, "orderBy", "YearEstablished desc", "fields", "YearEstablished");

        var years = all(descending, "YearEstablished").stream().map(Integer::valueOf).toList();
        assertThat(years).hasSize(200).isSortedAccordingTo((a, b) -> b - a);
        descending.json().forEach(record -> assertThat(record.has("OrganizationName")).isFalse());
    }

    /** The vendor has no member of this name. */
    private static void findsAgainByWhatItCallsId(Caller caller) {
        String id = list(caller, "pageSize", "1").text("/0/id");

        var again = list(caller, "where", "id = '" + id + "'", "fields", "id", "orderBy", "id");

        assertThat(again.text()).isEqualTo("[{\"id\":\"" + id + "\"}]");
    }

    /** More pages of the vendor's for one of ours, and the reverse; nothing is lost or doubled. */
    private static void pagesToTheEnd(RunningServer server, Caller caller) {
        for (String size : List.of("37", "100", "170", "5000")) {
            List<String> seen = new ArrayList<>();
            var page = list(caller, "pageSize", size);
            seen.addAll(all(page, "id"));
            while (next(page).isPresent()) {
                page = list(caller, "nextPage", next(page).get());
                assertThat(page.header("Elements-Total-Count")).contains("" + ACCOUNTS);
                seen.addAll(all(page, "id"));
            }
            assertThat(seen).as(size).hasSize(ACCOUNTS);
            assertThat(new HashSet<>(seen)).hasSize(ACCOUNTS);
        }
        var calls = server.sandbox().oracleSalesCloud().calls();
        list(caller, "pageSize", "240");
        assertThat(server.sandbox().oracleSalesCloud().calls() - calls).isEqualTo(3);
        var first = all(list(caller, "page", "1", "pageSize", "2"), "id");
        var second = all(list(caller, "page", "2", "pageSize", "2"), "id");
        var both = all(list(caller, "page", "1", "pageSize", "4"), "id");
        first.addAll(second);
        assertThat(both).isEqualTo(first);
    }

    private static void leadsALife(Caller caller) {
        var made =
                caller.post(
                        "/hubs/crm/accounts",
                        """
                        {"OrganizationName": "Grüße & Söhne; 100%", "Type": "ZCA_CUSTOMER",
                         "PrimaryAddress": [{"City": "Köln"}]}
                        """);
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        var path = "/hubs/crm/accounts/" + made.text("/id");
        assertThat(made.text("/id")).isEqualTo(made.text("/PartyNumber")).isNotBlank();

        var read = caller.get(path);
        assertThat(read.text("/OrganizationName")).isEqualTo("Grüße & Söhne; 100%");
        assertThat(read.text("/PrimaryAddress/0/City")).isEqualTo("Köln");
        assertThat(all(list(caller, "where", "OrganizationName = 'Grüße & Söhne; 100%'"), "id"))
                .containsExactly(made.text("/id"));

        var changed = caller.request("PATCH", path).json("{\"Type\": \"ZCA_PROSPECT\"}").send();
        assertThat(changed.text("/Type")).isEqualTo("ZCA_PROSPECT");
        assertThat(caller.get(path).text("/Type")).isEqualTo("ZCA_PROSPECT");
        assertThat(caller.get(path + "?fields=Type").json()).hasSize(1);

        assertThat(caller.delete(path).status()).isEqualTo(200);
        var gone = caller.get(path);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.text("/providerMessage")).isNotBlank();
        assertThat(caller.post("/hubs/crm/accounts", "{}").status()).isEqualTo(400);
    }

    private static void translatesOrRefuses(Caller caller) {
        for (String where :
                List.of("OrganizationName", "= 1", "a = 'b", "Name ~ 1", "a.b.c = 1 and")) {
            var answer = caller.request("GET", "/accounts").query("where", where).send();
            assertThat(answer.status()).as(where).isEqualTo(400);
            assertThat(answer.message()).as(where).contains("At character ");
        }
    }

    private static void refusesTokensThatAreNotItsOwn(
            Caller owner, RunningServer server, Caller caller) {
        var token =
                next(list(caller, "pageSize", "5", "where", "SalesProfileStatus = 'A'"))
                        .orElseThrow();
        var other = owner.withToken(provisioned(server, owner));

        assertThat(page(caller, token)).isEqualTo(200);
        assertThat(page(other, token)).isEqualTo(400);
        assertThat(
                        caller.request("GET", "/hubs/crm/contacts")
                                .query("nextPage", token)
                                .send()
                                .status())
                .isEqualTo(400);
        for (int i = 0; i < token.length() - 1; i++) {
            char c = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(page(caller, token.substring(0, i) + c + token.substring(i + 1)))
                    .as("%d", i)
                    .isEqualTo(400);
        }
    }

    private static int page(Caller caller, String token) {
        return caller.request("GET", "/accounts").query("nextPage", token).send().status();
    }

    @Test
    void givesATokenForTheLongestQuery() {
        try (var server = RunningServer.startWithSandbox(folder, Map.of());
                var owner = Caller.first(server.url())) {
            var caller = owner.withToken(provisioned(server, owner));

            var list = "'" + "x".repeat(2_000) + "', '" + "y".repeat(1_900) + "'";
            var answer =
                    caller.request("GET", "/accounts")
                            .query("pageSize", "2")
                            .query("where", "OrganizationName not in (" + list + ")")
                            .query("unknown", "z".repeat(3_000))
                            .send();

            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(page(caller, next(answer).orElseThrow())).isEqualTo(200);
        }
    }
}
