package io.valence.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.server.settings.Settings;
import io.valence.server.settings.SettingsReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

class ServerTest {
    @TempDir Path folder;

    @Test
    void showsSecretsOnATerminalAlone() {
        try (var server = Server.start(settings(Map.of()), StandIns.none())) {
            var secrets = server.storage().firstSecrets().orElseThrow();

            assertThat(Banner.of(server, true))
                    .contains(secrets.user().secret().reveal())
                    .contains(secrets.organization().secret().reveal())
                    .contains(secrets.operator().secret().reveal());
            assertThat(Banner.of(server, false))
                    .doesNotContain(secrets.user().secret().reveal())
                    .doesNotContain(secrets.organization().secret().reveal())
                    .doesNotContain(secrets.operator().secret().reveal());
        }
    }

    @Test
    void namesThePublicAddressWhereCallersReadIt() {
        try (var server =
                Server.start(
                        settings(Map.of("VALENCE_PUBLIC_URL", "https://valence.example.com/")),
                        StandIns.none())) {
            assertThat(Banner.of(server, false))
                    .contains("listens on http://127.0.0.1:")
                    .contains(
                            "curl -X POST"
                                + " 'https://valence.example.com/elements/api-v2/instances?check=false'");
        }
    }

    @Test
    void isReadyFromStartToStopAndCountsItsCalls() throws Exception {
        var server = Server.start(settings(Map.of()), StandIns.none());
        var url = server.url();
        var ready = ServerProcess.get(url + "/elements/health/ready");
        var metrics = ServerProcess.get(url + "/elements/metrics");

        server.close();

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(metrics.body())
                .contains(
                        "jvm_memory_used_bytes",
                        "jvm_gc_pause_seconds_count",
                        "jvm_gc_pause_seconds_sum",
                        "process_uptime_seconds");
        assertThatThrownBy(() -> ServerProcess.get(url + "/elements/health/ready"))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void leavesNothingOpenWhenItCannotStart() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{");
        var settings = settings(Map.of("VALENCE_CATALOG_DIR", folder.toString()));

        assertThatThrownBy(() -> Server.start(settings, StandIns.none()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("broken.json");

        try (var database =
                        FileChannel.open(
                                folder.resolve("data/valence.mv.db"), StandardOpenOption.WRITE);
                var lock = database.tryLock()) {
            assertThat(lock.isValid()).isTrue();
        }
    }

    private Settings settings(Map<String, String> given) {
        var environment = new HashMap<>(given);
        environment.put("VALENCE_PORT", "0");
        environment.put("VALENCE_DATA_DIR", folder.resolve("data").toString());
        return ((SettingsReader.Outcome.Read) new SettingsReader(environment).read()).settings();
    }
}
