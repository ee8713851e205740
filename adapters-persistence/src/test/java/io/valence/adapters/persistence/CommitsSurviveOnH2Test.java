package io.valence.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Commits that were answered, in an H2 file whose process was killed. */
class CommitsSurviveOnH2Test {
    @TempDir Path folder;
    private final Random random = new Random(6);

    @Test
    void everyOneIsFoundAfterAKill() throws Exception {
        var database = folder.resolve("valence");
        JdbiPersistence.connect(OnH2.in(database)).close();
        createTable(database);
        List<Integer> lost = new ArrayList<>();

        try (var _ = JdbiPersistence.connect(OnH2.in(database));
                var connection = connect(database)) {
            for (int commit = 1; commit <= 80; commit++) {
                write(connection, commit);
                if (newest(killed(database)) != commit) {
                    lost.add(commit);
                }
            }
        }

        assertThat(lost).isEmpty();
        assertThat(newest(database)).isEqualTo(80);
    }

    @Test
    void closingLeavesTheFileAloneUntilItsCopyIsComplete() throws Exception {
        var database = folder.resolve("valence");
        createTable(database);
        Object before;

        try (var connection = connect(database)) {
            write(connection, 1);
            before = identity(database);
        }

        assertThat(identity(database)).isNotEqualTo(before);
        assertThat(newest(database)).isEqualTo(1);
    }

    /** The database as the next process finds it if this one is killed now. */
    private Path killed(Path database) throws IOException {
        Path killed = folder.resolve("killed");
        Files.copy(file(database), file(killed), StandardCopyOption.REPLACE_EXISTING);
        return killed;
    }

    /** Of the file, which changes when another one is put in its place. */
    private static Object identity(Path database) throws IOException {
        return Files.readAttributes(file(database), BasicFileAttributes.class).fileKey();
    }

    private static Path file(Path database) {
        return Path.of(database + ".mv.db");
    }

    private static Connection connect(Path database) throws SQLException {
        return DriverManager.getConnection(
                DatabaseUrl.of("jdbc:h2:file:" + database).text(), "sa", "");
    }

    /** And has places that became free used at once, not after 45 seconds. */
    private static void createTable(Path database) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute("set retention_time 0");
            statement.execute("create table written (number int primary key, text varchar)");
        }
    }

    /** Some short, some long, some of it overwritten: free places of all sizes come to be. */
    private void write(Connection connection, int number) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert =
                        connection.prepareStatement("insert into written values (?, ?)");
                PreparedStatement clear =
                        connection.prepareStatement(
                                "update written set text = '' where number = ?")) {
            insert.setInt(1, number);
            insert.setString(2, "x".repeat(random.nextInt(number % 5 == 0 ? 20_000 : 900)));
            insert.executeUpdate();
            clear.setInt(1, number - 1 - random.nextInt(20));
            clear.executeUpdate();
        }
        connection.commit();
    }

    private static int newest(Path database) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select max(number) from written")) {
            row.next();
            return row.getInt(1);
        }
    }
}
