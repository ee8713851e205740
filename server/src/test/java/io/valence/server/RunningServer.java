package io.valence.server;

import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.Vault;
import io.valence.sandbox.Sandbox;
import io.valence.server.settings.Settings;
import io.valence.server.settings.SettingsReader;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

/** The whole server as it is shipped, in this process and on a free port. */
public final class RunningServer implements AutoCloseable {
    private final Server server;

    private RunningServer(Server server) {
        this.server = server;
    }

    /** Starts it on this data folder, with these settings too. */
    public static RunningServer start(Path folder, Map<String, String> more) {
        return new RunningServer(Server.start(settings(folder, more), StandIns.none()));
    }

    /** The same with stand-in vendors beside it, which live as long as it does. */
    public static RunningServer startWithSandbox(Path folder, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("VALENCE_SANDBOX_PORT", "0");
        Settings settings = settings(folder, all);
        return new RunningServer(Server.start(settings, StandIns.started(settings)));
    }

    private static Settings settings(Path folder, Map<String, String> more) {
        SettingsReader.Outcome outcome = new SettingsReader(environment(folder, more)).read();
        return switch (outcome) {
            case SettingsReader.Outcome.Read(var settings, var warnings) -> settings;
            case SettingsReader.Outcome.Refused(var problems, var warnings) ->
                    throw new IllegalArgumentException(problems.toString());
        };
    }

    /**
     * The environment of a server that listens on a free port, knows {@link Caller#first}, and asks
     * no vendor about credentials.
     */
    public static Map<String, String> environment(Path folder, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Caller.SECRETS);
        environment.put("VALENCE_PORT", "0");
        environment.put("VALENCE_DATA_DIR", folder.toString());
        environment.put("VALENCE_LIVE_CHECK", "false");
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

    /** The stand-in vendors beside it. */
    public Sandbox sandbox() {
        return server.standIns().sandbox().orElseThrow();
    }

    /** The database that it has open. */
    public DataSource dataSource() {
        return server.storage().persistence().dataSource();
    }

    /** The token that it calls the vendor of this instance with. */
    public String accessToken(int instance) {
        return server.storage()
                .persistence()
                .grants()
                .find(new InstanceId(instance))
                .orElseThrow()
                .tokens()
                .access()
                .reveal();
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
