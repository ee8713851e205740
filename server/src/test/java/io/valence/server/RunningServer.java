package io.valence.server;

import io.valence.domain.instance.Vault;
import io.valence.server.settings.Settings;
import io.valence.server.settings.SettingsReader;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The whole server as it is shipped, in this process and on a free port. */
public final class RunningServer implements AutoCloseable {
    private final Server server;

    private RunningServer(Server server) {
        this.server = server;
    }

    /** Starts it on this data folder, with these settings too. */
    public static RunningServer start(Path folder, Map<String, String> more) {
        return new RunningServer(Server.start(settings(folder, more)));
    }

    private static Settings settings(Path folder, Map<String, String> more) {
        SettingsReader.Outcome outcome = new SettingsReader(environment(folder, more)).read();
        return switch (outcome) {
            case SettingsReader.Outcome.Read(var settings, var warnings) -> settings;
            case SettingsReader.Outcome.Refused(var problems, var warnings) ->
                    throw new IllegalArgumentException(problems.toString());
        };
    }

    /** The environment of a server that listens on a free port and knows {@link Caller#first}. */
    public static Map<String, String> environment(Path folder, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Caller.SECRETS);
        environment.put("VALENCE_PORT", "0");
        environment.put("VALENCE_DATA_DIR", folder.toString());
        environment.putAll(more);
        return environment;
    }

    /** Where it listens. */
    public String url() {
        return server.address().url();
    }

    /** The port it listens on. */
    public int port() {
        return server.address().port();
    }

    /** What it keeps of the secrets that it was sent. */
    public Vault vault() {
        return server.storage().persistence().vault();
    }

    @Override
    public void close() {
        server.close();
    }
}
