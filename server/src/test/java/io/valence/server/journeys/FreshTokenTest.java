package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.server.Caller;
import io.valence.server.Consent;
import io.valence.server.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/** What the database hears of calls whose token is fresh. */
class FreshTokenTest {
    private static final int CALLS = 200;

    /** What is remembered is read anew after this many milliseconds, by a few statements. */
    private static final int MOMENT = 1_500;

    private static final int STATEMENTS = 4;

    @TempDir Path folder;

    @Test
    void addsNoStatementToACall() {
        try (var server = RunningServer.startWithSandbox(folder, Map.of());
                var caller = Caller.first(server.url());
                var heard = Statements.heard()) {
            var sap = server.sandbox().sapAnywhere();
            var byToken = caller.withToken(Consent.provisioned(caller, sap).text("/token"));
            var requests = sap.tokenRequests();
            assertThat(byToken.get("/instances/proxy/Customers").status()).isEqualTo(200);
            var before = heard.count();
            var began = System.nanoTime();

            for (int i = 0; i < CALLS; i++) {
                assertThat(byToken.get("/instances/proxy/Customers").status()).isEqualTo(200);
            }

            var moments = 1 + (System.nanoTime() - began) / 1_000_000 / MOMENT;
            var since = heard.since(before);
            assertThat(before).as("the tap is open").isPositive();
            assertThat(since).allMatch(statement -> statement.contains(": select "));
            assertThat(since).noneMatch(statement -> statement.contains("for update"));
            assertThat((long) since.size()).isLessThanOrEqualTo(moments * STATEMENTS);
            assertThat(since.size()).isLessThan(CALLS / 4);
            assertThat(sap.tokenRequests()).isEqualTo(requests);
        }
    }
}
