package io.valence.server.settings;

import io.valence.domain.account.OperatorSecret;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.UserSecret;
import io.valence.domain.secret.Secret;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What the operator set, read and checked as a whole. */
public record Settings(
        Listening listening,
        Path dataFolder,
        DatabaseLogin database,
        Optional<Secret> masterKey,
        GivenSecrets secrets,
        Optional<Path> catalogFolder,
        Outgoing outgoing,
        int sandboxPort,
        LogLevel logLevel,
        Stopping stopping) {

    /** Where and how callers are listened to. */
    public record Listening(
            String host,
            int port,
            Optional<String> publicUrl,
            int maxConnections,
            int maxCalls,
            Duration idleTimeout) {}

    /** How the database is reached; without a URL it is a file in the data folder. */
    public record DatabaseLogin(
            Optional<String> url,
            Optional<String> user,
            Optional<Secret> password,
            int poolSize,
            Duration connectionTimeout,
            Duration statementTimeout) {}

    /**
     * How vendors are spoken to.
     *
     * @param liveCheck whether vendors are asked about credentials before an instance is stored
     * @param connect how long a connection may take
     * @param firstByte how long a vendor may take to begin its answer
     * @param call how long a whole call may take
     * @param calls how many calls through instances may be under way
     * @param callsPerInstance how many through one instance
     * @param keptBytes what answers that may be given again may have together
     * @param breaker whether hosts that fail are left alone for a while
     */
    public record Outgoing(
            EgressAllowance egress,
            boolean liveCheck,
            Duration connect,
            Duration firstByte,
            Duration call,
            int calls,
            int callsPerInstance,
            int keptBytes,
            int connections,
            int connectionsPerHost,
            boolean breaker) {}

    /** Secrets that the operator chose instead of leaving them to chance. */
    public record GivenSecrets(
            Optional<UserSecret> user,
            Optional<OrganizationSecret> organization,
            Optional<OperatorSecret> operator) {}

    /** How long stopping may take. */
    public record Stopping(Duration drainDelay, Duration timeout) {}
}
