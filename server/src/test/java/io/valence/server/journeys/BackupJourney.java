package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.server.Caller;
import io.valence.server.RunningServer;
import io.valence.server.ServerProcess;
import io.valence.server.TestDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A backup as docs/operations.md says, and a server that is started on it elsewhere. */
class BackupJourney {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir Path folder;

    @Test
    void copiesTheDataFolderOfAStoppedServer() throws Exception {
        var data = folder.resolve("data");
        var ledger = new Ledger();
        try (var server = RunningServer.start(data, Map.of())) {
            write(ledger, server, "before the backup");
        }
        var backup = folder.resolve("backup");
        run("cp", "-a", data.toString(), backup.toString());
        try (var server = RunningServer.start(data, Map.of())) {
            write(new Ledger(), server, "after the backup");
        }

        assertRestored(ledger, backup, Map.of());

        Files.delete(backup.resolve("master.key"));
        assertRefusedWithoutKey(backup, Map.of());
    }

    @Test
    void backsPostgresUp() throws Exception {
        var data = folder.resolve("data");
        var settings = TestDatabase.POSTGRESQL.fresh();
        var restored = "restored" + COUNT.incrementAndGet();
        var ledger = new Ledger();
        try (var server = RunningServer.start(data, settings)) {
            write(ledger, server, "before the backup");
            if (hasTools()) {
                dump(settings);
                write(new Ledger(), server, "after the backup");
            }
        }
        restore(settings, restored);

        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        assertRefusedWithoutKey(elsewhere, TestDatabase.named(restored));

        Files.copy(data.resolve("master.key"), elsewhere.resolve("master.key"));
        assertRestored(ledger, elsewhere, TestDatabase.named(restored));
    }

    /** PostgreSQL's tools are not on every machine; its servers copy databases without them. */
    private static boolean hasTools() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "pg_restore")));
    }

    private void dump(Map<String, String> settings) throws Exception {
        postgres("pg_dump", "-Fc", "-f", folder.resolve("dump").toString(), name(settings));
    }

    private void restore(Map<String, String> settings, String restored) throws Exception {
        if (!hasTools()) {
            TestDatabase.execute(
                    "create database %s template %s".formatted(restored, name(settings)));
            return;
        }
        TestDatabase.execute("create database " + restored);
        postgres(
                "pg_restore",
                "--exit-on-error",
                "--no-owner",
                "-d",
                restored,
                folder.resolve("dump").toString());
    }

    private static String name(Map<String, String> settings) {
        var url = settings.getOrDefault("VALENCE_DATABASE_URL", "");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static void write(Ledger ledger, RunningServer server, String mark) {
        try (var caller = Caller.first(server.url())) {
            for (int i = 0; i < 3; i++) {
                var write = new Ledger.Write(Optional.empty(), Optional.of(mark + " " + i));
                ledger.answered(write, write.send(caller));
            }
        }
    }

    /** Everything of the backup is there with its secrets, and life goes on. */
    private static void assertRestored(Ledger ledger, Path data, Map<String, String> settings) {
        try (var server = RunningServer.start(data, settings);
                var caller = Caller.first(server.url())) {
            var marks = Stored.marks(server, caller);
            assertThat(marks).hasSize(3);
            assertThat(ledger.contradictions(marks)).isEmpty();
            assertThat(caller.provisioned("New", "password").status()).isEqualTo(200);
        }
    }

    private void assertRefusedWithoutKey(Path data, Map<String, String> settings) throws Exception {
        try (var server = ServerProcess.run(folder, RunningServer.environment(data, settings))) {
            assertThat(server.status()).isEqualTo(2);
            assertThat(server.err())
                    .contains("there is no such key", "master.key back from a backup")
                    .doesNotContain("Exception", "\tat ");
            assertThat(data.resolve("master.key")).doesNotExist();
        }
    }

    private static void postgres(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(program, "-h", "localhost"));
        command.addAll(List.of("-p", Integer.toString(TestDatabase.port()), "-U", "postgres"));
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
