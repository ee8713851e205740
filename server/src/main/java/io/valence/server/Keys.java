package io.valence.server;

import io.valence.adapters.persistence.Database;
import io.valence.adapters.persistence.JdbiPersistence;
import io.valence.adapters.persistence.MasterKey;
import io.valence.adapters.persistence.UnusableDatabase;
import io.valence.domain.secret.Secret;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The way from a database to its master key: the one that the operator gives, the one in the data
 * folder, or, for an empty database alone, a fresh one.
 *
 * <p>A fresh key is written as a draft, then seals the database, then gets its name. If the server
 * dies in between, the next start finds one of three states: an empty database, whose draft means
 * nothing and is replaced; a sealed one with a draft, which is its key if it opens it; or the key
 * under its name.
 */
final class Keys {
    private final DataFolder folder;
    private final Optional<Secret> given;
    private final SecureRandom random;

    Keys(DataFolder folder, Optional<Secret> given, SecureRandom random) {
        this.folder = folder;
        this.given = given;
        this.random = random;
    }

    JdbiPersistence open(Database database) {
        try {
            if (given.isPresent()) {
                return open(database, given.get().reveal(), "the master key in the settings");
            }
            PrivateFile file = folder.masterKey();
            if (file.exists()) {
                return open(database, file.read(), "the master key in " + file.path());
            }
            return database.isEmpty() ? openWithFreshKey(database) : openWithDraft(database);
        } catch (IOException failure) {
            throw Refusal.ofCircumstance(
                    "The master key in " + folder.path() + " cannot be read or written.");
        }
    }

    private static JdbiPersistence open(Database database, String text, String origin) {
        MasterKey key =
                MasterKey.parse(text)
                        .orElseThrow(
                                () ->
                                        Refusal.ofWish(
                                                "There is no base64 of 32 bytes in "
                                                        + origin
                                                        + "; put back the key of this database"
                                                        + " from a backup."));
        try {
            return database.open(key);
        } catch (UnusableDatabase wrong) {
            throw Refusal.ofWish(wrong.getMessage() + " (It was " + origin + ".)");
        }
    }

    private JdbiPersistence openWithFreshKey(Database database) throws IOException {
        MasterKey key = MasterKey.mint(random);
        folder.masterKeyDraft().write(key.text().reveal() + "\n");
        JdbiPersistence persistence;
        try {
            persistence = database.open(key);
        } catch (UnusableDatabase sealedMeanwhile) {
            folder.masterKeyDraft().delete();
            throw Refusal.ofWish(
                    "Another server set this database up at the same moment, with its own master"
                            + " key. Give that key to this one by VALENCE_MASTER_KEY_FILE or"
                            + " VALENCE_MASTER_KEY.");
        }
        folder.masterKeyDraft().moveTo(folder.masterKey());
        return persistence;
    }

    private JdbiPersistence openWithDraft(Database database) throws IOException {
        PrivateFile draft = folder.masterKeyDraft();
        Optional<MasterKey> key = draft.exists() ? MasterKey.parse(draft.read()) : Optional.empty();
        try {
            JdbiPersistence persistence = database.open(key.orElseThrow(this::missing));
            draft.moveTo(folder.masterKey());
            return persistence;
        } catch (UnusableDatabase wrong) {
            throw missing();
        }
    }

    private Refusal missing() {
        return Refusal.ofWish(
                "The database holds data that was sealed with a master key, and there is no such"
                        + " key: put "
                        + folder.masterKey().path()
                        + " back from a backup or copy it from another node, or set"
                        + " VALENCE_MASTER_KEY or VALENCE_MASTER_KEY_FILE. A new key is made for"
                        + " an empty database only.");
    }
}
