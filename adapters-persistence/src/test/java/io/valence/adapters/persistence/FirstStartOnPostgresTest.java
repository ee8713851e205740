package io.valence.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
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
