package io.valence.server.settings;

import io.valence.domain.secret.Secret;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Every setting there is, in the order in which an operator meets them. */
public final class Definitions {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    static final Definition<String> HOST =
            Definition.defaulted(
                    "VALENCE_HOST",
                    Kinds.host(),
                    "127.0.0.1",
                    "The address to listen on; `0.0.0.0` for every address of the machine.");
    static final Definition<Integer> PORT =
            Definition.defaulted(
                    "VALENCE_PORT",
                    Kinds.whole(0, 65535),
                    "8080",
                    "The port to listen on; `0` takes any free one and prints it.");
    static final Definition<String> PUBLIC_URL =
            Definition.optional(
                    "VALENCE_PUBLIC_URL",
                    Kinds.publicUrl(),
                    "the address listened on",
                    "Where callers reach the server, if that is elsewhere, such as behind a proxy:"
                            + " `https://valence.example.com`.");
    static final Definition<Integer> HTTP_MAX_CONNECTIONS =
            Definition.defaulted(
                    "VALENCE_HTTP_MAX_CONNECTIONS",
                    Kinds.whole(1, 100_000),
                    "2000",
                    "How many connections callers may hold open at once; more wait.");
    static final Definition<Integer> HTTP_MAX_CALLS =
            Definition.defaulted(
                    "VALENCE_HTTP_MAX_CALLS",
                    Kinds.whole(1, 100_000),
                    "200",
                    "How many calls are carried out at once, without those to vendors; more"
                            + " wait.");
    static final Definition<Duration> HTTP_IDLE_TIMEOUT =
            Definition.defaulted(
                    "VALENCE_HTTP_IDLE_TIMEOUT",
                    Kinds.duration(SHORTEST, LONGEST),
                    "30s",
                    "How long a connection may be silent before it is closed.");
    static final Definition<Path> DATA_DIR =
            Definition.defaulted(
                    "VALENCE_DATA_DIR",
                    Kinds.folder(),
                    "./data",
                    "The folder of the embedded database, the master key and the first secrets;"
                            + " made with mode 0700 if it is not there.");
    static final Definition<String> DATABASE_URL =
            Definition.optional(
                    "VALENCE_DATABASE_URL",
                    Kinds.databaseUrl(),
                    "an H2 file in the data folder",
                    "The database: `jdbc:postgresql://host/name` (15 or newer) or"
                            + " `jdbc:h2:file:/path`.");
    static final Definition<String> DATABASE_USER =
            Definition.optional(
                    "VALENCE_DATABASE_USER",
                    Kinds.text("text"),
                    "`sa` for H2",
                    "Who signs in to the database.");
    static final Definition<Secret> DATABASE_PASSWORD =
            Definition.optional(
                    "VALENCE_DATABASE_PASSWORD",
                    SecretKinds.password(),
                    "The password of the database's user.");
    static final Definition<Integer> DATABASE_POOL_SIZE =
            Definition.defaulted(
                    "VALENCE_DATABASE_POOL_SIZE",
                    Kinds.whole(1, 500),
                    "10",
                    "How many connections to the database are held at most.");
    static final Definition<Duration> DATABASE_TIMEOUT =
            Definition.defaulted(
                    "VALENCE_DATABASE_TIMEOUT",
                    Kinds.duration(Duration.ofMillis(250), Duration.ofMinutes(5)),
                    "10s",
                    "How long a call waits for a connection to the database before it is answered"
                            + " 503.");
    static final Definition<Duration> DATABASE_STATEMENT_TIMEOUT =
            Definition.defaulted(
                    "VALENCE_DATABASE_STATEMENT_TIMEOUT",
                    Kinds.duration(Duration.ofMillis(250), LONGEST),
                    "30s",
                    "How long a statement may run in the database.");
    static final Definition<Secret> MASTER_KEY =
            Definition.optional(
                    "VALENCE_MASTER_KEY",
                    SecretKinds.masterKey(),
                    "`master.key` in the data folder, made at the first start",
                    "What stored secrets are sealed with: the base64 of 32 bytes. Every node on one"
                            + " database needs the same.");
    static final Definition<Secret> MASTER_KEY_FILE =
            Definition.optional(
                    "VALENCE_MASTER_KEY_FILE",
                    SecretKinds.masterKeyFile(),
                    "A file that holds the master key; instead of `VALENCE_MASTER_KEY`.");
    static final Definition<Secret> USER_SECRET =
            Definition.optional(
                    "VALENCE_USER_SECRET",
                    SecretKinds.callerSecret(),
                    "generated",
                    "The secret of the first user. Refused when the database holds another.");
    static final Definition<Secret> ORGANIZATION_SECRET =
            Definition.optional(
                    "VALENCE_ORGANIZATION_SECRET",
                    SecretKinds.callerSecret(),
                    "generated",
                    "The secret of the first organization. Refused when the database holds"
                            + " another.");
    static final Definition<Secret> OPERATOR_SECRET =
            Definition.optional(
                    "VALENCE_OPERATOR_SECRET",
                    SecretKinds.callerSecret(),
                    "generated",
                    "The secret that `valence admin` needs. Refused when the database holds"
                            + " another.");
    static final Definition<Path> CATALOG_DIR =
            Definition.optional(
                    "VALENCE_CATALOG_DIR",
                    Kinds.existingFolder(),
                    "Further element files; they override shipped ones of the same key.");
    static final Definition<EgressAllowance> EGRESS_ALLOW =
            Definition.optional(
                    "VALENCE_EGRESS_ALLOW",
                    Kinds.egress(),
                    "Hosts, `host:port` or CIDR blocks, separated by commas, that requests may go"
                            + " out to although they are private. Plain http goes only there.");
    static final Definition<Boolean> LIVE_CHECK =
            Definition.defaulted(
                    "VALENCE_LIVE_CHECK",
                    Kinds.flag(),
                    "true",
                    "Whether the vendor is asked if it lets a new instance in, before the instance"
                            + " is stored. A call turns it off for itself by `check=false`.");
    static final Definition<Duration> VENDOR_CONNECT_TIMEOUT =
            Definition.defaulted(
                    "VALENCE_VENDOR_CONNECT_TIMEOUT",
                    Kinds.duration(SHORTEST, Duration.ofMinutes(5)),
                    "5s",
                    "How long a connection to a vendor may take, its encryption included.");
    static final Definition<Duration> VENDOR_FIRST_BYTE_TIMEOUT =
            Definition.defaulted(
                    "VALENCE_VENDOR_FIRST_BYTE_TIMEOUT",
                    Kinds.duration(SHORTEST, Duration.ofMinutes(10)),
                    "30s",
                    "How long a vendor's API may take from the end of a request to the beginning of"
                        + " its answer, and how long a body may stand still. Token calls have 60 s"
                        + " of their own.");
    static final Definition<Duration> VENDOR_TIMEOUT =
            Definition.defaulted(
                    "VALENCE_VENDOR_TIMEOUT",
                    Kinds.duration(SHORTEST, LONGEST),
                    "120s",
                    "How long a whole call to a vendor may take; bodies that flow may take"
                            + " longer.");
    static final Definition<Integer> ANSWER_CACHE_BYTES =
            Definition.defaulted(
                    "VALENCE_ANSWER_CACHE_BYTES",
                    Kinds.whole(0, Integer.MAX_VALUE),
                    "67108864",
                    "How many bytes the answers of all instances with caching may have together.");
    static final Definition<Integer> INSTANCE_MAX_CALLS =
            Definition.defaulted(
                    "VALENCE_INSTANCE_MAX_CALLS",
                    Kinds.whole(1, 100_000),
                    "250",
                    "How many calls go through one instance at once; more get a 429 at once.");
    static final Definition<Integer> VENDOR_MAX_CALLS =
            Definition.defaulted(
                    "VALENCE_VENDOR_MAX_CALLS",
                    Kinds.whole(1, 100_000),
                    "1000",
                    "How many calls to vendors through instances are under way at once; more get a"
                            + " 503 at once.");
    static final Definition<Integer> VENDOR_MAX_CONNECTIONS =
            Definition.defaulted(
                    "VALENCE_VENDOR_MAX_CONNECTIONS",
                    Kinds.whole(1, 100_000),
                    "512",
                    "How many connections to vendors are open at once.");
    static final Definition<Integer> VENDOR_MAX_CONNECTIONS_PER_HOST =
            Definition.defaulted(
                    "VALENCE_VENDOR_MAX_CONNECTIONS_PER_HOST",
                    Kinds.whole(1, 100_000),
                    "64",
                    "How many of them may be to one host.");
    static final Definition<Boolean> VENDOR_BREAKER =
            Definition.defaulted(
                    "VALENCE_VENDOR_BREAKER",
                    Kinds.flag(),
                    "true",
                    "Whether a vendor's host is left alone for 10 s, with a 503 at once to every"
                            + " call, when half of its last 50 calls (20 at least) were answered"
                            + " with a 502, 503 or 504 or not at all.");
    static final Definition<Integer> SANDBOX_PORT =
            Definition.defaulted(
                    "VALENCE_SANDBOX_PORT",
                    Kinds.whole(0, 65535),
                    "8081",
                    "The port of the stand-in vendors that `--sandbox` starts; `0` takes any free"
                            + " one.");
    static final Definition<LogLevel> LOG_LEVEL =
            Definition.defaulted(
                    "VALENCE_LOG_LEVEL",
                    Kinds.logLevel(),
                    "info",
                    "How much Valence logs: `off`, `error`, `warn`, `info`, `debug` or `trace`."
                            + " Libraries log warnings and errors only. Lines go to the standard"
                            + " error: warnings and errors at once, others within 20 ms.");
    static final Definition<Duration> STOP_TIMEOUT =
            Definition.defaulted(
                    "VALENCE_STOP_TIMEOUT",
                    Kinds.duration(Duration.ZERO, LONGEST),
                    "30s",
                    "How long calls in flight may take to finish when the server stops.");
    static final Definition<Duration> DRAIN_DELAY =
            Definition.defaulted(
                    "VALENCE_DRAIN_DELAY",
                    Kinds.duration(Duration.ZERO, LONGEST),
                    "0s",
                    "How long a stopping server says that it is not ready before it stops taking"
                            + " calls, so that a load balancer can turn away from it.");

    private static final List<Definition<?>> ALL =
            List.of(
                    HOST,
                    PORT,
                    PUBLIC_URL,
                    HTTP_MAX_CONNECTIONS,
                    HTTP_MAX_CALLS,
                    HTTP_IDLE_TIMEOUT,
                    DATA_DIR,
                    DATABASE_URL,
                    DATABASE_USER,
                    DATABASE_PASSWORD,
                    DATABASE_POOL_SIZE,
                    DATABASE_TIMEOUT,
                    DATABASE_STATEMENT_TIMEOUT,
                    MASTER_KEY,
                    MASTER_KEY_FILE,
                    USER_SECRET,
                    ORGANIZATION_SECRET,
                    OPERATOR_SECRET,
                    CATALOG_DIR,
                    EGRESS_ALLOW,
                    LIVE_CHECK,
                    VENDOR_CONNECT_TIMEOUT,
                    VENDOR_FIRST_BYTE_TIMEOUT,
                    VENDOR_TIMEOUT,
                    VENDOR_MAX_CALLS,
                    INSTANCE_MAX_CALLS,
                    ANSWER_CACHE_BYTES,
                    VENDOR_MAX_CONNECTIONS,
                    VENDOR_MAX_CONNECTIONS_PER_HOST,
                    VENDOR_BREAKER,
                    SANDBOX_PORT,
                    LOG_LEVEL,
                    STOP_TIMEOUT,
                    DRAIN_DELAY);

    /** Read by the launcher, before there is a server. */
    static final Set<String> OF_THE_LAUNCHER = Set.of("VALENCE_JAVA_OPTIONS");

    private Definitions() {}

    /** All of them. */
    public static List<Definition<?>> all() {
        return ALL;
    }
}
