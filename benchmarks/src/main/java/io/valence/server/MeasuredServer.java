package io.valence.server;

import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.User;
import io.valence.domain.account.UserSecret;
import io.valence.domain.instance.Instances;
import io.valence.domain.secret.Secret;
import io.valence.sandbox.Sandbox;
import io.valence.server.settings.Settings;
import io.valence.server.settings.SettingsReader;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The whole server inside of the program that measures it, on any free port. */
public final class MeasuredServer implements AutoCloseable {
    private static final String USER = "measuring-is-knowing-user-0123456789";
    private static final String ORGANIZATION = "measuring-is-knowing-organization-0123456789";

    private final Server server;

    private MeasuredServer(Server server) {
        this.server = server;
    }

    /** Starts it on this database. */
    public static MeasuredServer start(Path dataFolder, String database) {
        return new MeasuredServer(Server.start(settings(dataFolder, database), StandIns.none()));
    }

    /** Starts it on this database, with the vendors of this sandbox, which ends with it. */
    public static MeasuredServer start(Path dataFolder, String database, Sandbox sandbox) {
        return new MeasuredServer(
                Server.start(settings(dataFolder, database), new StandIns(Optional.of(sandbox))));
    }

    /** What is put into a database before a server is started on it. */
    public interface Seeding {
        /** Puts it in, for the first user. */
        void seed(Instances instances, User owner) throws Exception;
    }

    /** Founds what a server finds in this database when it starts, and nothing else happens. */
    public static void seed(Path dataFolder, String database, Seeding seeding) throws Exception {
        try (Storage storage =
                Storage.open(
                        settings(dataFolder, database),
                        InstantSource.system(),
                        new SecureRandom())) {
            storage.folder().standInsMark().write("Its instances are of stand-ins.\n");
            User owner =
                    storage.persistence()
                            .accounts()
                            .identify(
                                    new UserSecret(Secret.of(USER)),
                                    new OrganizationSecret(Secret.of(ORGANIZATION)))
                            .orElseThrow();
            seeding.seed(storage.persistence().instances(), owner);
        }
    }

    private static Settings settings(Path dataFolder, String database) {
        Map<String, String> environment =
                Map.of(
                        "VALENCE_PORT", "0",
                        "VALENCE_DATA_DIR", dataFolder.toString(),
                        "VALENCE_DATABASE_URL", database,
                        "VALENCE_USER_SECRET", USER,
                        "VALENCE_ORGANIZATION_SECRET", ORGANIZATION);
        return switch (new SettingsReader(environment).read()) {
            case SettingsReader.Outcome.Read(var settings, _) -> settings;
            case SettingsReader.Outcome.Refused(var problems, _) ->
                    throw new IllegalStateException(String.join("; ", problems));
        };
    }

    /** Where it listens. */
    public String url() {
        return server.address().url();
    }

    /** The secret of its first user. */
    public UserSecret userSecret() {
        return new UserSecret(Secret.of(USER));
    }

    /** The secret of its first organization. */
    public OrganizationSecret organizationSecret() {
        return new OrganizationSecret(Secret.of(ORGANIZATION));
    }

    /** The header of a caller who is its first user. */
    public String authorization() {
        return "User " + USER + ", Organization " + ORGANIZATION;
    }

    @Override
    public void close() {
        server.close();
    }
}
