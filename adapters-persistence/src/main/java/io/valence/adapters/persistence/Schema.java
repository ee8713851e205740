package io.valence.adapters.persistence;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The tables, as the migrations of this program make them. */
final class Schema {
    private final DatabaseUrl url;
    private final Flyway flyway;

    Schema(DatabaseUrl url, DatabaseSettings settings) {
        Properties properties = url.properties(settings);
        Map<String, String> further = new HashMap<>();
        properties.stringPropertyNames().forEach(n -> further.put(n, properties.getProperty(n)));
        this.url = url;
        this.flyway =
                Flyway.configure()
                        .dataSource(
                                url.text(),
                                properties.getProperty("user"),
                                properties.getProperty("password"))
                        .jdbcProperties(further)
                        .locations("classpath:db/migration")
                        .validateMigrationNaming(true)
                        .placeholderReplacement(false)
                        .load();
    }

    /** Brings the tables to where this program expects them, from nothing if need be. */
    void migrate() {
        try {
            refuseWhatIsNewer();
            forgetFailures();
            flyway.migrate();
        } catch (FlywayException failure) {
            throw new UnusableDatabase(
                    "The tables of the database %s could not be brought up to date: %s"
                            .formatted(url, failure.getMessage()),
                    failure);
        }
    }

    /**
     * H2 cannot take a migration back as a whole: one that was cut off by a kill or a full disk is
     * carried out again, and its statements pass over what is there already.
     */
    private void forgetFailures() {
        if (Arrays.stream(flyway.info().all()).anyMatch(one -> one.getState().isFailed())) {
            flyway.repair();
        }
    }

    private void refuseWhatIsNewer() {
        MigrationInfo[] all = flyway.info().all();
        Arrays.stream(all)
                .filter(migration -> migration.getState().isApplied())
                .filter(migration -> !migration.getState().isResolved())
                .reduce((earlier, later) -> later)
                .ifPresent(
                        newest -> {
                            throw new UnusableDatabase(
                                    "The database %s has tables of version %s, which this program does not know: it was used by a newer Valence. Start that one, or restore a backup made before."
                                            .formatted(url, newest.getVersion()));
                        });
    }
}
