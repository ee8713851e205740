package io.valence.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.server.settings.SettingsReader;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

class SecondNodeTest {
    private static final String A_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String A_SECRET = "a-secret-of-more-than-20-characters";

    private static EmbeddedPostgres postgres;

    @TempDir Path root;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void neverMakesAKeyOfItsOwnAndTakesTheFirstOnes() throws Exception {
        create("taken_over");
        open("first", "taken_over", Map.of()).close();

        assertThatThrownBy(() -> open("second", "taken_over", Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("copy it from another node");
        assertThat(root.resolve("second/master.key")).doesNotExist();

        var key = Map.of("VALENCE_MASTER_KEY_FILE", root.resolve("first/master.key").toString());
        try (var second = open("second", "taken_over", key)) {
            assertThat(second.persistence().isReady()).isTrue();
            assertThat(second.firstSecrets()).isEmpty();
            assertThat(root.resolve("second/first-secrets")).doesNotExist();
        }
    }

    @Test
    void losesTheRaceForAnEmptyDatabaseInWordsAndLeavesNoKey() throws Exception {
        for (int round = 0; round < 5; round++) {
            var database = "race_" + round;
            create(database);
            int opened = 0;
            try (var threads = Executors.newFixedThreadPool(2)) {
                var nodes =
                        threads.invokeAll(
                                List.<Callable<Boolean>>of(
                                        () -> isOpened(database + "/a", database),
                                        () -> isOpened(database + "/b", database)));
                for (var node : nodes) {
                    opened += node.get() ? 1 : 0;
                }
            }

            assertThat(opened).isEqualTo(1);
        }
    }

    @Test
    void goesOnWithWhatAFasterNodeOfTheSameKeyMade() throws Exception {
        for (int round = 0; round < 5; round++) {
            var database = "common_" + round;
            create(database);
            var key = Map.of("VALENCE_MASTER_KEY", A_KEY);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var nodes =
                        threads.invokeAll(
                                List.<Callable<Boolean>>of(
                                        () -> isFirst(database + "/a", database, key),
                                        () -> isFirst(database + "/b", database, key)));

                assertThat(List.of(nodes.get(0).get(), nodes.get(1).get()))
                        .containsExactlyInAnyOrder(true, false);
            }
        }
    }

    @Test
    void goesOnAsSecondWithTheSameSecretsAndIsRefusedWithOthers() throws Exception {
        create("secrets");
        var common = Map.of("VALENCE_MASTER_KEY", A_KEY, "VALENCE_USER_SECRET", A_SECRET);
        var other = Map.of("VALENCE_MASTER_KEY", A_KEY, "VALENCE_USER_SECRET", "x" + A_SECRET);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var nodes =
                    threads.invokeAll(
                            List.<Callable<Boolean>>of(
                                    () -> isFirst("secrets/a", "secrets", common),
                                    () -> isFirst("secrets/b", "secrets", common)));

            assertThat(List.of(nodes.get(0).get(), nodes.get(1).get()))
                    .containsExactlyInAnyOrder(true, false);
        }

        assertThatThrownBy(() -> open("secrets/c", "secrets", other))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("VALENCE_USER_SECRET");
    }

    /** Whether this node made what is there; the other one has no secrets to show. */
    private boolean isFirst(String folder, String database, Map<String, String> settings) {
        try (var storage = open(folder, database, settings)) {
            var accounts = storage.persistence().accounts();
            var file = root.resolve(folder).resolve("first-secrets");
            assertThat(accounts.organizations()).hasSize(1);
            assertThat(accounts.hasOperator()).isTrue();
            if (storage.firstSecrets().isEmpty()) {
                assertThat(file).doesNotExist();
                return false;
            }
            var secrets = storage.firstSecrets().get();
            assertThat(accounts.identify(secrets.user(), secrets.organization())).isPresent();
            assertThat(accounts.isOperator(secrets.operator())).isTrue();
            assertThat(file).exists();
            return true;
        }
    }

    /** Whether this node is the one; the other one is refused, with nothing left behind. */
    private boolean isOpened(String folder, String database) {
        try (var storage = open(folder, database, Map.of())) {
            assertThat(storage.persistence().accounts().organizations()).hasSize(1);
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal).hasMessageContaining("key");
            assertThat(root.resolve(folder).resolve("master.key")).doesNotExist();
            assertThat(root.resolve(folder).resolve("master.key.new")).doesNotExist();
            return false;
        }
    }

    private Storage open(String folder, String database, Map<String, String> more) {
        var environment = new HashMap<>(more);
        environment.put("VALENCE_DATA_DIR", root.resolve(folder).toString());
        environment.put("VALENCE_DATABASE_USER", "postgres");
        environment.put("VALENCE_DATABASE_POOL_SIZE", "2");
        environment.put(
                "VALENCE_DATABASE_URL",
                "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), database));
        var settings = (SettingsReader.Outcome.Read) new SettingsReader(environment).read();
        return Storage.open(settings.settings(), InstantSource.system(), new SecureRandom());
    }

    private static void create(String database) throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
    }
}
