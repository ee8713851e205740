package io.valence.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.domain.account.User;
import io.valence.testkit.sample.SampleInstances;
import io.valence.testkit.sample.SampleOrganization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

final class FirstStartOnH2Test implements FirstStart {
    @TempDir Path folder;

    @Override
    public DatabaseSettings emptyDatabase() {
        return OnH2.in(folder.resolve(UUID.randomUUID().toString()));
    }

    @Test
    void refusesAFileThatIsOpenElsewhere() throws IOException {
        Path file = folder.resolve("locked");
        JdbiPersistence.connect(OnH2.in(file)).close();

        try (FileChannel channel =
                        FileChannel.open(
                                folder.resolve("locked.mv.db"),
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> JdbiPersistence.connect(OnH2.in(file)))
                    .isInstanceOf(UnusableDatabase.class)
                    .hasMessageContaining("open in another process");
        }
    }

    @Test
    void writesNothingReadableThatIsSecret() throws SQLException {
        MasterKey key = MasterKey.mint(new SecureRandom());
        JdbiPersistence persistence =
                JdbiPersistence.connect(OnH2.in(folder.resolve("canary"))).open(key);
        SampleOrganization acme = SampleOrganization.foundedIn(persistence.accounts());
        User owner = acme.user();
        String token =
                SampleInstances.of(owner)
                        .holding("site.url", "a-value-that-anyone-may-see")
                        .hiding("password", "canary-password")
                        .addedTo(persistence.instances())
                        .token()
                        .secret()
                        .reveal();

        String whileOpen = everyByte();
        persistence.close();
        String afterwards = everyRow(folder.resolve("canary"));

        assertThat(List.of(whileOpen, afterwards))
                .allSatisfy(
                        bytes ->
                                assertThat(bytes)
                                        .contains("a-value-that-anyone-may-see")
                                        .doesNotContain(
                                                "canary-password",
                                                token,
                                                key.text().reveal(),
                                                acme.userSecret().secret().reveal(),
                                                acme.organizationSecret().secret().reveal()));
    }

    /** Closed, its file is compressed. */
    private static String everyRow(Path database) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                DatabaseUrl.of("jdbc:h2:file:" + database).text(), "sa", "");
                var statement = connection.createStatement();
                var lines = statement.executeQuery("script")) {
            var rows = new StringBuilder();
            while (lines.next()) {
                rows.append(lines.getString(1)).append('\n');
            }
            return rows.toString();
        }
    }

    private String everyByte() {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder bytes = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return bytes.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
