package io.valence.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.domain.account.User;
import io.valence.domain.secret.Secret;
import io.valence.testkit.sample.SampleOrganization;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class FirstStartOnPostgresTest implements FirstStart {
    @Override
    public DatabaseSettings emptyDatabase() {
        return Postgres.emptyDatabase();
    }

    /** Whether a node gets in that starts now with a key of its own. */
    private static boolean starts(DatabaseSettings settings) {
        try (Database database = JdbiPersistence.connect(settings)) {
            JdbiPersistence persistence = database.open(MasterKey.mint(new SecureRandom()));
            return persistence.isReady();
        } catch (UnusableDatabase refused) {
            return false;
        }
    }

    @Test
    void letsOneOfManyNodesInThatStartTogetherWithKeysOfTheirOwn() throws Exception {
        DatabaseSettings settings = emptyDatabase();
        Callable<Boolean> node = () -> starts(settings);

        List<Future<Boolean>> answers;
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            answers = nodes.invokeAll(Collections.nCopies(4, node));
        }

        assertThat(answers).extracting(Future::get).containsOnlyOnce(true);
    }

    @Test
    void endsAStatementThatTakesTooLongAndCallsItAnOutage() throws Exception {
        DatabaseSettings roomy = emptyDatabase();
        DatabaseSettings settings =
                new DatabaseSettings(
                        roomy.url(),
                        roomy.user(),
                        roomy.password(),
                        1,
                        Duration.ofMillis(300),
                        Duration.ofMillis(400));
        try (JdbiPersistence persistence =
                JdbiPersistence.connect(settings).open(MasterKey.mint(new SecureRandom()))) {
            User owner = SampleOrganization.foundedIn(persistence.accounts()).user();
            DatabaseUrl url = DatabaseUrl.of(roomy.url());
            try (Connection locking =
                            DriverManager.getConnection(url.text(), url.properties(roomy));
                    Statement statement = locking.createStatement()) {
                locking.setAutoCommit(false);
                statement.execute("lock table app_user in access exclusive mode");

                assertThatThrownBy(() -> persistence.accounts().users(owner.organization()))
                        .satisfies(f -> assertThat(JdbiPersistence.isOutage(f)).isTrue());
            }
            assertThat(persistence.accounts().users(owner.organization())).containsExactly(owner);
        }
    }

    @Test
    void logsNoPasswordHoweverMuchIsLogged() {
        DatabaseSettings there = emptyDatabase();
        String separator = there.url().contains("?") ? "&" : "?";
        DatabaseSettings settings =
                DatabaseSettings.of(
                        there.url() + separator + "password=canary-in-url",
                        Optional.empty(),
                        Optional.of(Secret.of("canary-in-settings")));

        List<String> lines =
                Log.linesOf(
                        "ROOT",
                        () ->
                                JdbiPersistence.connect(settings)
                                        .open(MasterKey.mint(new SecureRandom()))
                                        .close());

        assertThat(lines).isNotEmpty().noneMatch(line -> line.contains("canary"));
    }

    @Test
    void saysThatAServerDoesNotAnswer() {
        DatabaseSettings settings =
                DatabaseSettings.of(
                        "jdbc:postgresql://127.0.0.1:1/valence?password=geheim",
                        Optional.of("ada"),
                        Optional.empty());

        assertThatThrownBy(() -> JdbiPersistence.connect(settings))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("does not answer")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void saysThatThereIsNoSuchDatabase() {
        DatabaseSettings there = emptyDatabase();
        String url = there.url().replaceFirst("/valence\\d+", "/nowhere");

        assertThatThrownBy(
                        () ->
                                JdbiPersistence.connect(
                                        DatabaseSettings.of(
                                                url, Optional.empty(), Optional.empty())))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("create it first");
    }
}
