package io.valence.sandbox;

import io.valence.sandbox.http.Listener;
import io.valence.sandbox.oauth.Client;
import io.valence.sandbox.oauth.OAuthServer;
import io.valence.sandbox.oracle.OracleApi;
import io.valence.sandbox.sap.SapApi;
import io.valence.sandbox.sap.Shelf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All stand-in vendors on one port of loopback, from {@link #start} until {@link #close}. */
public final class Sandbox implements AutoCloseable {
    private static final String ORACLE = "oracle";
    private static final String SAP = "sap";
    private static final String GRANTS = "sap-anywhere.json";

    private final Listener listener;
    private final Shelf shelf;
    private final OracleSalesCloud oracleSalesCloud;
    private final SapAnywhere sapAnywhere;

    private Sandbox(
            Listener listener,
            Shelf shelf,
            OracleSalesCloud oracleSalesCloud,
            SapAnywhere sapAnywhere) {
        this.listener = listener;
        this.shelf = shelf;
        this.oracleSalesCloud = oracleSalesCloud;
        this.sapAnywhere = sapAnywhere;
    }

    /**
     * Starts them. Throws an {@link UncheckedIOException} if the port or the folder cannot be had.
     */
    public static Sandbox start(SandboxOptions options) {
        // The port first: who has it may write to the folder.
        Listener listener = new Listener(options.port());
        try {
            return start(options, listener);
        } catch (RuntimeException failure) {
            listener.close();
            throw failure;
        }
    }

    private static Sandbox start(SandboxOptions options, Listener listener) {
        OAuthServer oauth =
                new OAuthServer(
                        options.folder().map(Sandbox::file),
                        clients(options),
                        options.accessTokenLifetime());
        String oracleAddress = listener.address() + "/" + ORACLE;
        OracleApi oracle =
                new OracleApi(oracleAddress, OracleSalesCloud.USER, options.oraclePassword());
        Shelf shelf = new Shelf();
        SapApi sap = new SapApi(oauth.grants()::admits, shelf);
        SapAnywhere sapAnywhere = new SapAnywhere(listener.address() + "/" + SAP, oauth, sap);
        listener.start(Map.of(ORACLE, oracle, SAP, sapAnywhere.action()));
        return new Sandbox(
                listener,
                shelf,
                new OracleSalesCloud(oracleAddress, options.oraclePassword(), oracle),
                sapAnywhere);
    }

    private static Path file(Path folder) {
        try {
            return Files.createDirectories(folder).resolve(GRANTS);
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }

    private static List<Client> clients(SandboxOptions options) {
        List<Client> clients = new ArrayList<>();
        clients.add(
                new Client(
                        SapAnywhere.CLIENT_ID,
                        SapAnywhere.CLIENT_SECRET,
                        "Valence (sandbox)",
                        List.of()));
        options.applications()
                .forEach(
                        each ->
                                clients.add(
                                        new Client(
                                                each.id(),
                                                each.secret(),
                                                each.name(),
                                                each.redirects())));
        return clients;
    }

    /** The only address and port that all vendors are at, such as {@code 127.0.0.1:8765}. */
    public String hostAndPort() {
        return Listener.HOST + ":" + port();
    }

    /** The port that is listened on. */
    public int port() {
        return listener.port();
    }

    /** Oracle Sales Cloud. */
    public OracleSalesCloud oracleSalesCloud() {
        return oracleSalesCloud;
    }

    /** SAP Anywhere. */
    public SapAnywhere sapAnywhere() {
        return sapAnywhere;
    }

    /** Stops at once. */
    @Override
    public void close() {
        listener.close();
        shelf.close();
    }
}
