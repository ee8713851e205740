package io.valence.server;

import io.valence.adapters.persistence.JdbiPersistence;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.Viewer;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementKey;
import io.valence.domain.element.Elements;
import io.valence.domain.instance.Selection;
import io.valence.sandbox.Sandbox;
import io.valence.sandbox.SandboxOptions;
import io.valence.server.settings.Settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    /**
     * Refuses a database with instances that were made for the vendors themselves, since they would
     * all lead to the stand-ins, with their credentials. Those that were made since the data folder
     * was first used with stand-ins are theirs.
     */
    void requireOwn(Storage storage, Elements elements) {
        PrivateFile mark = storage.folder().standInsMark();
        if (sandbox.isEmpty() || mark.exists()) {
            return;
        }
        if (hasInstances(storage.persistence(), elements)) {
            throw Refusal.ofWish(
                    "--sandbox would lead the instances of oraclesalescloud and sapanywhere that"
                            + " are in this database to the stand-ins. Name an empty data folder by"
                            + " VALENCE_DATA_DIR, or leave --sandbox out.");
        }
        try {
            mark.write("This data folder was first used with --sandbox while it was empty.\n");
        } catch (IOException failure) {
            throw Refusal.ofCircumstance(mark.path() + " cannot be written.");
        }
    }

    private static boolean hasInstances(JdbiPersistence persistence, Elements elements) {
        return Stream.of(ORACLE, SAP)
                .map(key -> elements.find(new Viewer.Anonymous(), key))
                .flatMap(Optional::stream)
                .anyMatch(
                        element ->
                                persistence.accounts().organizations().stream()
                                        .anyMatch(
                                                organization ->
                                                        hasInstances(
                                                                persistence,
                                                                organization.id(),
                                                                element.id())));
    }

    private static boolean hasInstances(
            JdbiPersistence persistence, OrganizationId organization, ElementId element) {
        Selection first =
                new Selection(
                        organization,
                        Set.of(),
                        Optional.empty(),
                        Optional.of(element),
                        Optional.empty(),
                        0,
                        1);
        return !persistence.instances().select(first).instances().isEmpty();
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
