package io.valence.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.adapters.persistence.DatabaseSettings;
import io.valence.adapters.persistence.JdbiPersistence;
import io.valence.adapters.persistence.MasterKey;
import io.valence.adapters.persistence.UnusableDatabase;
import io.valence.domain.account.Person;
import io.valence.domain.account.UserSecret;
import io.valence.server.settings.Settings;
import io.valence.server.settings.SettingsReader;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

class StorageTest {
    private static final String ANOTHER_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String A_SECRET = "a-secret-of-more-than-20-characters";
    private static final String ANOTHER_SECRET = "quite-another-secret-that-is-long";

    @TempDir Path root;

    @Nested
    class OnTheFirstStart {
        @Test
        void makesAKeyAndSecretsThatTheOwnerAloneCanRead() throws IOException {
            try (var storage = open(Map.of())) {
                var secrets = storage.firstSecrets().orElseThrow();
                var accounts = storage.persistence().accounts();

                assertThat(mode(data())).isEqualTo("rwx------");
                assertThat(mode(key())).isEqualTo("rw-------");
                assertThat(mode(secretsFile())).isEqualTo("rw-------");
                assertThat(Files.readString(secretsFile())).isEqualTo(secrets.lines());
                assertThat(accounts.identify(secrets.user(), secrets.organization())).isPresent();
                assertThat(accounts.isOperator(secrets.operator())).isTrue();
                assertThat(data().resolve("master.key.new")).doesNotExist();
            }
        }

        @Test
        void takesTheSecretsAndTheKeyThatAreGiven() {
            var given =
                    Map.of(
                            "VALENCE_USER_SECRET", A_SECRET,
                            "VALENCE_ORGANIZATION_SECRET", A_SECRET,
                            "VALENCE_MASTER_KEY", ANOTHER_KEY);

            try (var storage = open(given)) {
                var secrets = storage.firstSecrets().orElseThrow();

                assertThat(secrets.user().secret().reveal()).isEqualTo(A_SECRET);
                assertThat(secrets.organization().secret().reveal()).isEqualTo(A_SECRET);
                assertThat(key()).doesNotExist();
            }
        }

        @Test
        void saysWhatIsWrongWithTheDataFolder() throws IOException {
            Files.writeString(data(), "a file");

            assertThatThrownBy(() -> open(Map.of()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("is a file, not a folder");
        }
    }

    @Nested
    class OnALaterStart {
        @Test
        void findsWhatIsThereAndMakesNothing() throws IOException {
            open(Map.of()).close();
            var keyBefore = Files.readString(key());
            var secretsBefore = Files.readString(secretsFile());

            try (var storage = open(Map.of())) {
                assertThat(storage.firstSecrets()).isEmpty();
                assertThat(storage.persistence().accounts().organizations()).hasSize(1);
            }

            assertThat(Files.readString(key())).isEqualTo(keyBefore);
            assertThat(Files.readString(secretsFile())).isEqualTo(secretsBefore);
        }

        @Test
        void strikesTheFirstSecretsThatHaveBeenReplaced() throws IOException {
            FirstSecrets secrets;
            try (var storage = open(Map.of())) {
                secrets = storage.firstSecrets().orElseThrow();
                var accounts = storage.persistence().accounts();
                var user = accounts.identify(secrets.user(), secrets.organization()).orElseThrow();
                accounts.replaceSecret(user.id(), UserSecret.mint(new SecureRandom()));
            }

            open(Map.of()).close();

            assertThat(Files.readString(secretsFile()))
                    .doesNotContain(secrets.user().secret().reveal())
                    .contains("# VALENCE_USER_SECRET has been replaced")
                    .contains(secrets.organization().secret().reveal())
                    .contains(secrets.operator().secret().reveal());
            assertThat(mode(secretsFile())).isEqualTo("rw-------");
        }

        @Test
        void acceptsTheSecretsThatItHolds() {
            var given = Map.of("VALENCE_OPERATOR_SECRET", A_SECRET);
            open(given).close();

            try (var storage = open(given)) {
                assertThat(storage.firstSecrets()).isEmpty();
            }
        }

        @Test
        void refusesEverySecretThatDiffersAndNamesThemAllAtOnce() {
            open(Map.of()).close();

            assertThatThrownBy(
                            () ->
                                    open(
                                            Map.of(
                                                    "VALENCE_USER_SECRET", ANOTHER_SECRET,
                                                    "VALENCE_ORGANIZATION_SECRET", ANOTHER_SECRET,
                                                    "VALENCE_OPERATOR_SECRET", ANOTHER_SECRET)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(2))
                    .hasMessageContainingAll(
                            "VALENCE_USER_SECRET",
                            "VALENCE_ORGANIZATION_SECRET",
                            "VALENCE_OPERATOR_SECRET")
                    .hasMessageNotContaining(ANOTHER_SECRET);
        }

        @Test
        void refusesAnotherMasterKey() {
            open(Map.of()).close();

            assertThatThrownBy(() -> open(Map.of("VALENCE_MASTER_KEY", ANOTHER_KEY)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(2))
                    .hasMessageContaining("does not fit this database")
                    .hasMessageNotContaining(ANOTHER_KEY);
        }

        @Test
        void refusesToGoWithoutTheKeyAndSaysWhatToDo() throws IOException {
            open(Map.of()).close();
            Files.delete(key());

            assertThatThrownBy(() -> open(Map.of()))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(2))
                    .hasMessageContainingAll("back from a backup", "VALENCE_MASTER_KEY_FILE");
            assertThat(key()).doesNotExist();
        }

        @Test
        void refusesAKeyFileThatIsNoKey() throws IOException {
            open(Map.of()).close();
            Files.writeString(key(), "canary");

            assertThatThrownBy(() -> open(Map.of()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("master.key")
                    .hasMessageNotContaining("canary");
        }

        @Test
        void leavesTheDatabaseFreeWhenItRefuses() throws IOException {
            open(Map.of()).close();
            var right = Files.readString(key());
            Files.writeString(key(), ANOTHER_KEY);
            assertThatThrownBy(() -> open(Map.of())).isInstanceOf(Refusal.class);

            Files.writeString(key(), right);

            try (var storage = open(Map.of())) {
                assertThat(storage.persistence().isReady()).isTrue();
            }
        }
    }

    /** The states that a crash between two steps leaves behind, made by hand. */
    @Nested
    class AfterACrash {
        @Test
        void replacesADraftThatNothingWasSealedWith() throws IOException {
            Files.createDirectories(data());
            Files.writeString(data().resolve("master.key.new"), ANOTHER_KEY);
            Files.writeString(data().resolve("master.key.new.tmp"), "half");

            open(Map.of()).close();

            assertThat(Files.readString(key())).isNotEqualTo(ANOTHER_KEY);
            assertThat(data().resolve("master.key.new")).doesNotExist();
        }

        @Test
        void givesTheDraftThatSealedTheDatabaseItsName() throws IOException {
            open(Map.of()).close();
            var right = Files.readString(key());
            Files.move(key(), data().resolve("master.key.new"));

            open(Map.of()).close();

            assertThat(Files.readString(key())).isEqualTo(right);
        }

        @Test
        void keepsADraftThatDoesNotFitAndRefuses() throws IOException {
            open(Map.of()).close();
            Files.delete(key());
            Files.writeString(data().resolve("master.key.new"), ANOTHER_KEY);

            assertThatThrownBy(() -> open(Map.of()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("back from a backup");
            assertThat(data().resolve("master.key.new")).exists();
        }

        @Test
        void goesOnWithTheSecretsThatWereWrittenBeforeTheyWereStored() throws IOException {
            sealed().close();
            var secrets =
                    FirstSecrets.of(
                            settings(Map.of()).secrets(),
                            new PrivateFile(secretsFile()),
                            new SecureRandom());
            Files.writeString(secretsFile(), secrets.lines());

            try (var storage = open(Map.of())) {
                assertThat(storage.firstSecrets()).contains(secrets);
                assertThat(storage.persistence().accounts().isFirst(secrets.user())).isTrue();
            }
        }

        @Test
        void appointsTheOperatorWhomItHadNoTimeFor() throws IOException {
            var secrets =
                    FirstSecrets.of(
                            settings(Map.of()).secrets(),
                            new PrivateFile(secretsFile()),
                            new SecureRandom());
            try (var persistence = sealed()) {
                Files.writeString(secretsFile(), secrets.lines());
                persistence
                        .accounts()
                        .found(
                                "Default organization",
                                secrets.organization(),
                                new Person("a@example.com", "", ""),
                                secrets.user(),
                                Instant.EPOCH);
            }

            try (var storage = open(Map.of())) {
                var accounts = storage.persistence().accounts();

                assertThat(accounts.organizations()).hasSize(1);
                assertThat(accounts.isOperator(secrets.operator())).isTrue();
                assertThat(Files.readString(secretsFile())).isEqualTo(secrets.lines());
            }
        }

        private JdbiPersistence sealed() throws IOException {
            Files.createDirectories(data());
            var masterKey = MasterKey.mint(new SecureRandom());
            Files.writeString(key(), masterKey.text().reveal());
            return JdbiPersistence.connect(
                            DatabaseSettings.of(
                                    "jdbc:h2:file:" + data().resolve("valence"),
                                    Optional.empty(),
                                    Optional.empty()))
                    .open(masterKey);
        }
    }

    @Test
    void saysThatTheDatabaseDoesNotAnswer() {
        try (var storage = open(Map.of())) {
            assertThat(storage.persistence().isReady()).isTrue();
            assertThatThrownBy(
                            () ->
                                    open(
                                            Map.of(
                                                    "VALENCE_DATABASE_URL",
                                                    "jdbc:postgresql://127.0.0.1:1/none",
                                                    "VALENCE_DATABASE_TIMEOUT",
                                                    "500ms")))
                    .isInstanceOf(UnusableDatabase.class)
                    .hasMessageContaining("does not answer");
        }
    }

    private Storage open(Map<String, String> environment) {
        return Storage.open(settings(environment), InstantSource.system(), new SecureRandom());
    }

    private Settings settings(Map<String, String> environment) {
        var whole = new HashMap<>(environment);
        whole.put("VALENCE_DATA_DIR", data().toString());
        return ((SettingsReader.Outcome.Read) new SettingsReader(whole).read()).settings();
    }

    private Path data() {
        return root.resolve("data");
    }

    private Path key() {
        return data().resolve("master.key");
    }

    private Path secretsFile() {
        return data().resolve("first-secrets");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
