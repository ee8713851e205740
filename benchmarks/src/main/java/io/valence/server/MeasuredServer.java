package io.valence.server;

import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.UserSecret;
import io.valence.domain.secret.Secret;
import io.valence.server.settings.Settings;
import io.valence.server.settings.SettingsReader;

import java.nio.file.Path;
import java.util.Map;

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
        Map<String, String> environment =
                Map.of(
                        "VALENCE_PORT", "0",
                        "VALENCE_DATA_DIR", dataFolder.toString(),
                        "VALENCE_DATABASE_URL", database,
                        "VALENCE_USER_SECRET", USER,
                        "VALENCE_ORGANIZATION_SECRET", ORGANIZATION);
        return new MeasuredServer(Server.start(settings(environment)));
    }

    private static Settings settings(Map<String, String> environment) {
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
