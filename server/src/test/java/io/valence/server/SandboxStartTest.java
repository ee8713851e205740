package io.valence.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

class SandboxStartTest {
    @TempDir Path folder;

    private Map<String, String> environment() {
        Map<String, String> environment =
                new HashMap<>(RunningServer.environment(folder.resolve("data"), Map.of()));
        environment.put("VALENCE_SANDBOX_PORT", "0");
        return environment;
    }

    private static void provision(String url) {
        try (var caller = Caller.first(url)) {
            assertThat(caller.post("/instances", Caller.oracle("Sales", "password")).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void refusesToLeadInstancesOfVendorsToStandIns() throws Exception {
        try (var server = RunningServer.start(folder.resolve("data"), Map.of())) {
            provision(server.url());
        }

        for (int i = 0; i < 2; i++) {
            try (var refused = ServerProcess.run(folder, environment(), "--sandbox")) {
                assertThat(refused.status()).isEqualTo(2);
                assertThat(refused.err().lines())
                        .filteredOn(line -> line.startsWith("valence: "))
                        .singleElement()
                        .asString()
                        .contains("oraclesalescloud", "VALENCE_DATA_DIR");
                assertThat(refused.err()).doesNotContain("\tat ", "Exception");
            }
        }
    }

    @Test
    void goesOnWithTheInstancesOfStandIns() {
        for (int i = 0; i < 2; i++) {
            try (var server = RunningServer.startWithSandbox(folder.resolve("data"), Map.of())) {
                provision(server.url());
            }
        }

        try (var server = RunningServer.start(folder.resolve("data"), Map.of())) {
            provision(server.url());
        }
    }

    @Test
    void beginsOnADatabaseThatHasNoSuchInstanceYet() {
        try (var server = RunningServer.start(folder.resolve("data"), Map.of())) {
            assertThat(server.url()).isNotBlank();
        }

        try (var server = RunningServer.startWithSandbox(folder.resolve("data"), Map.of())) {
            provision(server.url());
        }
    }
}
