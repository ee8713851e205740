package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.sandbox.OracleSalesCloud;
import io.valence.server.Caller;
import io.valence.server.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/** What the database hears of calls of resources while their instance is held in memory. */
class HeldInstanceTest {
    private static final int CALLS = 200;

    /** The caller and the instance are read anew after this many milliseconds, by a call each. */
    private static final int MOMENT = 1_500;

    private static final int READ_ANEW = 2;

    @TempDir Path folder;

    @Test
    void addsNoStatementToAListOfRecords() throws Exception {
        try (var server = RunningServer.startWithSandbox(folder, Map.of());
                var caller = Caller.first(server.url());
                var http = HttpClient.newHttpClient();
                var heard = Statements.heard()) {
            var vendor = server.sandbox().oracleSalesCloud();
            var list = list(server, caller.authorization() + ", Element " + token(caller, vendor));
            var accounts = answered(http, list);
            var before = heard.count();
            var calls = vendor.calls();
            var began = System.nanoTime();
            var withStatements = 0;

            for (int i = 0; i < CALLS; i++) {
                var heardBefore = heard.count();
                assertThat(answered(http, list)).isEqualTo(accounts);
                withStatements += heard.count() > heardBefore ? 1 : 0;
            }

            var moments = 1 + (System.nanoTime() - began) / 1_000_000 / MOMENT;
            assertThat(before).as("the tap is open").isPositive();
            assertThat(accounts.split("\"PartyNumber\":", -1)).hasSize(1 + 5);
            assertThat(vendor.calls()).isEqualTo(calls + CALLS);
            assertThat((long) withStatements).isLessThanOrEqualTo(READ_ANEW * moments);
            assertThat(withStatements).isLessThan(CALLS / 4);
            assertThat(heard.since(before)).allMatch(statement -> statement.contains(": select "));
        }
    }

    private static String token(Caller caller, OracleSalesCloud vendor) {
        return caller.post(
                        "/instances",
                        """
                        {"element": {"key": "oraclesalescloud"}, "name": "Sales",
                         "configuration": {"username": "%s", "password": "%s",
                                           "site.url": "ada.example.com"}}
                        """
                                .formatted(vendor.user(), vendor.password()))
                .text("/token");
    }

    private static HttpRequest list(RunningServer server, String authorization) {
        return HttpRequest.newBuilder(
                        URI.create(server.url() + Caller.API + "/hubs/crm/accounts?pageSize=5"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", authorization)
                .build();
    }

    private static String answered(HttpClient http, HttpRequest request) throws Exception {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
