package io.valence.server;

import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.element.ElementKey;
import io.valence.sandbox.Sandbox;
import io.valence.sandbox.SandboxOptions;
import io.valence.server.settings.Settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.Map;
import java.util.Optional;

/** The stand-in vendors beside the server, if they were asked for. */
record StandIns(Optional<Sandbox> sandbox) implements AutoCloseable {
    static final ElementKey ORACLE = new ElementKey("oraclesalescloud");
    static final ElementKey SAP = new ElementKey("sapanywhere");
    private static final String FOLDER = "sandbox";

    static StandIns none() {
        return new StandIns(Optional.empty());
    }

    static StandIns started(Settings settings) {
        DataFolder folder = DataFolder.at(settings.dataFolder());
        try {
            return new StandIns(
                    Optional.of(
                            Sandbox.start(
                                    SandboxOptions.defaults()
                                            .port(settings.sandboxPort())
                                            .folder(folder.path().resolve(FOLDER)))));
        } catch (UncheckedIOException failure) {
            if (isBound(failure)) {
                throw Refusal.ofCircumstance(
                        "Port "
                                + settings.sandboxPort()
                                + " is taken, which the sandbox would listen on. Set"
                                + " VALENCE_SANDBOX_PORT, or stop who has it.");
            }
            throw failure;
        }
    }

    private static boolean isBound(UncheckedIOException failure) {
        IOException cause = failure.getCause();
        return cause instanceof BindException
                || (cause != null && cause.getCause() instanceof BindException);
    }

    /** What elements have in place of their own defaults: the addresses of the stand-ins. */
    Map<ElementKey, Map<ConfigurationKey, String>> defaults() {
        return sandbox.map(StandIns::defaults).orElseGet(Map::of);
    }

    private static Map<ElementKey, Map<ConfigurationKey, String>> defaults(Sandbox sandbox) {
        return Map.of(
                ORACLE,
                Map.of(new ConfigurationKey("base.url"), sandbox.oracleSalesCloud().baseUrl()),
                SAP,
                Map.of(
                        new ConfigurationKey("base.url"),
                        sandbox.sapAnywhere().baseUrl(),
                        new ConfigurationKey("oauth.authorization.url"),
                        sandbox.sapAnywhere().authorizationUrl(),
                        new ConfigurationKey("oauth.token.url"),
                        sandbox.sapAnywhere().tokenUrl(),
                        new ConfigurationKey("oauth.token.revoke_url"),
                        sandbox.sapAnywhere().revocationUrl()));
    }

    @Override
    public void close() {
        sandbox.ifPresent(Sandbox::close);
    }
}
