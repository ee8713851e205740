package io.valence.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a sandbox is set up.
 *
 * @param port the port on loopback; 0 takes any that is free
 * @param folder where grants are written to, so that they outlive the sandbox
 * @param oraclePassword the password of the only user of Oracle Sales Cloud
 * @param accessTokenLifetime how long access tokens of SAP Anywhere live
 * @param applications the applications that SAP Anywhere knows beside the one that anybody may use
 */
public record SandboxOptions(
        int port,
        Optional<Path> folder,
        String oraclePassword,
        Duration accessTokenLifetime,
        List<Application> applications) {
    /** What the vendor's own answers name. */
    private static final Duration USUAL_LIFETIME = Duration.ofSeconds(43_199);

    /** Keeps its own list. */
    public SandboxOptions {
        applications = List.copyOf(applications);
    }

    /**
     * An application that was registered with SAP Anywhere.
     *
     * @param redirects the only addresses that users are sent back to
     */
    public record Application(String id, String secret, String name, List<String> redirects) {
        /** Keeps its own list. */
        public Application {
            redirects = List.copyOf(redirects);
        }

        @Override
        public String toString() {
            return "Application[id=" + id + "]";
        }
    }

    /** Any port, nothing remembered, and the well-known credentials. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                0, Optional.empty(), OracleSalesCloud.PASSWORD, USUAL_LIFETIME, List.of());
    }

    /** These, with another port. */
    public SandboxOptions port(int other) {
        return new SandboxOptions(other, folder, oraclePassword, accessTokenLifetime, applications);
    }

    /** These, with a folder to remember grants in. */
    public SandboxOptions folder(Path other) {
        return new SandboxOptions(
                port, Optional.of(other), oraclePassword, accessTokenLifetime, applications);
    }

    /** These, with another password. */
    public SandboxOptions oraclePassword(String other) {
        return new SandboxOptions(port, folder, other, accessTokenLifetime, applications);
    }

    /** These, with access tokens that live so long. */
    public SandboxOptions accessTokenLifetime(Duration other) {
        return new SandboxOptions(port, folder, oraclePassword, other, applications);
    }

    /** These, and one more application. */
    public SandboxOptions with(Application another) {
        List<Application> all = new ArrayList<>(applications);
        all.add(another);
        return new SandboxOptions(port, folder, oraclePassword, accessTokenLifetime, all);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "SandboxOptions[port=" + port + ", folder=" + folder + "]";
    }
}
