package io.valence.server;

import io.valence.adapters.persistence.Database;
import io.valence.adapters.persistence.DatabaseSettings;
import io.valence.adapters.persistence.JdbiPersistence;
import io.valence.domain.account.Accounts;
import io.valence.server.settings.Settings;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The open database with all that a first start puts into it.
 *
 * @param firstSecrets what the first start made, if this was it
 * @param database how the database is called where people read it
 */
record Storage(
        DataFolder folder,
        JdbiPersistence persistence,
        Optional<FirstSecrets> firstSecrets,
        String database)
        implements AutoCloseable {
    static Storage open(Settings settings, InstantSource time, SecureRandom random) {
        DataFolder folder = DataFolder.at(settings.dataFolder());
        String url = settings.database().url().orElseGet(folder::embeddedDatabase);
        try (DataFolder.Turn _ = folder.awaitTurn()) {
            Database database = JdbiPersistence.connect(login(settings.database(), url));
            try {
                JdbiPersistence persistence =
                        new Keys(folder, settings.masterKey(), random).open(database);
                Accounts accounts = persistence.accounts();
                FirstStart firstStart =
                        new FirstStart(accounts, time, folder, settings.secrets(), random);
                return new Storage(folder, persistence, firstStart.carryOut(), shown(url));
            } catch (RuntimeException failure) {
                database.close();
                throw failure;
            }
        }
    }

    private static DatabaseSettings login(Settings.DatabaseLogin login, String url) {
        return new DatabaseSettings(
                url,
                login.user(),
                login.password(),
                login.poolSize(),
                login.connectionTimeout(),
                login.statementTimeout());
    }

    /** Without parameters, which may hold what is nobody's business. */
    private static String shown(String url) {
        return url.split("[?;]", 2)[0];
    }

    /**
     * Not while another server opens the database: H2 puts another file in the place of its own.
     */
    @Override
    public void close() {
        try (DataFolder.Turn _ = folder.awaitTurn()) {
            persistence.close();
        } catch (Refusal folderIsGone) {
            persistence.close();
        }
    }
}
