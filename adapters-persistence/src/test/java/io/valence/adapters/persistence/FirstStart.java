package io.valence.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.domain.account.User;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.instance.Instance;
import io.valence.testkit.sample.SampleInstance;
import io.valence.testkit.sample.SampleInstances;
import io.valence.testkit.sample.SampleOrganization;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What a database is at its first start and at every later one. */
interface FirstStart {
    DatabaseSettings emptyDatabase();

    private static MasterKey someKey() {
        return MasterKey.mint(new SecureRandom());
    }

    static void execute(DatabaseSettings settings, String sql) throws SQLException {
        DatabaseUrl url = DatabaseUrl.of(settings.url());
        try (Connection connection =
                        DriverManager.getConnection(url.text(), url.properties(settings));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    default void isEmptyUntilItIsOpened() {
        try (Database database = JdbiPersistence.connect(emptyDatabase())) {
            boolean before = database.isEmpty();
            JdbiPersistence persistence = database.open(someKey());

            assertThat(before).isTrue();
            assertThat(database.isEmpty()).isFalse();
            assertThat(persistence.isReady()).isTrue();
        }
    }

    @Test
    default void keepsEverythingForTheNextStart() {
        DatabaseSettings settings = emptyDatabase();
        MasterKey key = someKey();
        SampleInstance sample;
        User owner;
        Instance added;
        try (JdbiPersistence first = JdbiPersistence.connect(settings).open(key)) {
            owner = SampleOrganization.foundedIn(first.accounts()).user();
            sample = SampleInstances.authorizedFor(owner);
            added = sample.addedTo(first.instances());
        }

        try (JdbiPersistence second = JdbiPersistence.connect(settings).open(key)) {
            assertThat(second.instances().find(owner.organization(), added.token()))
                    .hasValueSatisfying(found -> assertThat(found.isSameAs(added)).isTrue());
            assertThat(second.vault().open(added.id())).isEqualTo(sample.secrets());
            assertThat(second.instances().nextId().value()).isEqualTo(added.id().value() + 1);
        }
    }

    @Test
    default void refusesAnotherMasterKeyAndSaysWhatToDo() {
        DatabaseSettings settings = emptyDatabase();
        MasterKey another = someKey();
        JdbiPersistence.connect(settings).open(someKey()).close();

        try (Database database = JdbiPersistence.connect(settings)) {
            assertThatThrownBy(() -> database.open(another))
                    .isInstanceOf(UnusableDatabase.class)
                    .hasMessageContaining("Give Valence that key")
                    .hasMessageNotContaining(another.text().reveal());
        }
    }

    @Test
    default void refusesTablesThatANewerProgramMade() throws SQLException {
        DatabaseSettings settings = emptyDatabase();
        JdbiPersistence.connect(settings).close();
        execute(
                settings,
                "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\","
                        + " \"description\", \"type\", \"script\", \"checksum\","
                        + " \"installed_by\", \"execution_time\", \"success\") values (999, '9999',"
                        + " 'later', 'SQL', 'V9999__later.sql', 1, 'somebody', 1, true)");

        assertThatThrownBy(() -> JdbiPersistence.connect(settings))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("9999")
                .hasMessageContaining("newer Valence");
    }

    @Test
    default void refusesTablesOfSomebodyElse() throws SQLException {
        DatabaseSettings settings = emptyDatabase();
        execute(settings, "create table somebody_elses (id integer)");

        assertThatThrownBy(() -> JdbiPersistence.connect(settings))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("could not be brought up to date");
    }

    @Test
    default void isNotReadyOnceItIsClosed() {
        JdbiPersistence persistence = JdbiPersistence.connect(emptyDatabase()).open(someKey());

        persistence.close();

        assertThat(persistence.isReady()).isFalse();
        assertThatThrownBy(() -> persistence.instances().nextId())
                .satisfies(failure -> assertThat(JdbiPersistence.isOutage(failure)).isTrue());
    }

    @Test
    default void takesAMistakeOfOursForNoOutage() {
        try (JdbiPersistence persistence =
                JdbiPersistence.connect(emptyDatabase()).open(someKey())) {
            User owner = SampleOrganization.foundedIn(persistence.accounts()).user();
            Instance added = SampleInstances.of(owner).addedTo(persistence.instances());

            assertThatThrownBy(() -> persistence.instances().add(added, Secrets.none()))
                    .hasMessageNotContaining(added.token().secret().reveal())
                    .satisfies(failure -> assertThat(JdbiPersistence.isOutage(failure)).isFalse());
        }
    }

    @Test
    default void isNotReadyWithoutTheKeyThatItSealsWith() throws SQLException {
        DatabaseSettings settings = emptyDatabase();
        try (JdbiPersistence persistence = JdbiPersistence.connect(settings).open(someKey())) {
            boolean before = persistence.isReady();
            execute(settings, "delete from data_key");

            assertThat(before).isTrue();
            assertThat(persistence.isReady()).isFalse();
        }
    }

    @Test
    default void opensNoSecretThatWasMovedToAnotherInstance() throws SQLException {
        DatabaseSettings settings = emptyDatabase();
        try (JdbiPersistence persistence = JdbiPersistence.connect(settings).open(someKey())) {
            User owner = SampleOrganization.foundedIn(persistence.accounts()).user();
            Instance mine = SampleInstances.of(owner).addedTo(persistence.instances());
            Instance theirs = SampleInstances.of(owner).addedTo(persistence.instances());
            execute(
                    settings,
                    "update instance_secret set sealed = (select s.sealed from instance_secret s"
                            + " where s.instance_id = %s) where instance_id = %s"
                                    .formatted(mine.id(), theirs.id()));
            execute(
                    settings,
                    "update instance set token_sealed = (select i.token_sealed from instance i"
                            + " where i.id = %s) where id = %s".formatted(mine.id(), theirs.id()));

            assertThatThrownBy(() -> persistence.vault().open(theirs.id()))
                    .hasMessageContaining("does not open");
            assertThatThrownBy(
                            () -> persistence.instances().find(owner.organization(), theirs.id()))
                    .hasMessageContaining("does not open");
            assertThat(persistence.vault().open(mine.id()).keys()).hasSize(1);
        }
    }
}
