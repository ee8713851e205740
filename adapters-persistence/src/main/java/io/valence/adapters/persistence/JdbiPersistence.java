package io.valence.adapters.persistence;

import io.valence.domain.account.Accounts;
import io.valence.domain.authorization.PendingAuthorizations;
import io.valence.domain.call.Connections;
import io.valence.domain.instance.GiveBacks;
import io.valence.domain.instance.Grants;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Vault;
import io.valence.domain.secret.Seals;
import io.valence.domain.trace.Traces;
import io.valence.domain.transformation.Transformations;

import org.jdbi.v3.core.Jdbi;

import java.time.Instant;

import javax.sql.DataSource;

/**
 * The door of this adapter: the ports that are kept in a database, opened by its master key.
 *
 * <p>First {@link #connect}, then, with the key at hand, {@link Database#open}.
 */
public final class JdbiPersistence implements AutoCloseable {
    private final Database database;
    private final DataSource dataSource;
    private final Jdbi jdbi;
    private final JdbiAccounts accounts;
    private final CachedAccounts callers;
    private final JdbiInstances instances;
    private final AesSeals seals;
    private final JdbiVault vault;
    private final JdbiGrants grants;
    private final JdbiGiveBacks giveBacks;
    private final JdbiPendingAuthorizations pendingAuthorizations;
    private final JdbiTransformations transformations;
    private final JdbiTraces traces;
    private final JdbiConnections storedConnections;
    private final CachedConnections connections;
    private final Readiness readiness;

    JdbiPersistence(
            Database database,
            DataSource dataSource,
            Jdbi jdbi,
            DataKeys dataKeys,
            MasterKey masterKey) {
        Sealing sealing = dataKeys.open(masterKey, Instant.now());
        this.database = database;
        this.dataSource = dataSource;
        this.jdbi = jdbi;
        Writes writes = new Writes();
        Homes homes = new Homes();
        this.accounts = new JdbiAccounts(dataSource, jdbi, writes);
        this.callers = new CachedAccounts(accounts, writes);
        this.giveBacks = new JdbiGiveBacks(jdbi, sealing);
        this.instances = new JdbiInstances(dataSource, jdbi, sealing, writes, giveBacks);
        this.grants = new JdbiGrants(dataSource, jdbi, sealing, writes, homes);
        this.pendingAuthorizations = new JdbiPendingAuthorizations(jdbi, sealing);
        this.transformations = new JdbiTransformations(dataSource, jdbi, writes);
        this.traces = new JdbiTraces(jdbi, sealing);
        this.storedConnections = new JdbiConnections(dataSource, sealing, homes);
        this.connections = new CachedConnections(storedConnections, writes);
        this.vault = new JdbiVault(jdbi, sealing);
        this.seals = new AesSeals(sealing);
        this.readiness = new Readiness(() -> dataKeys.isOpenedBy(masterKey, sealing.keyId()));
    }

    /**
     * Connects to a database and brings its tables up to date, from nothing if need be.
     *
     * @throws UnusableDatabase if that cannot be done
     */
    public static Database connect(DatabaseSettings settings) {
        return Database.connect(settings);
    }

    /** The organizations, accounts and users. */
    public Accounts accounts() {
        return accounts;
    }

    /**
     * The same accounts as calls need them: who identifies themselves may be known as of two
     * seconds ago, but never as of before something that this server process itself has written.
     */
    public Accounts callers() {
        return callers;
    }

    /** The instances. */
    public Instances instances() {
        return instances;
    }

    /** The secrets of the instances. */
    public Vault vault() {
        return vault;
    }

    /** The tokens of the instances. */
    public Grants grants() {
        return grants;
    }

    /** Seals on what is handed out to be handed back. */
    public Seals seals() {
        return seals;
    }

    /** What is still to be given back to vendors. */
    public GiveBacks giveBacks() {
        return giveBacks;
    }

    /** The questions whose answers are awaited. */
    public PendingAuthorizations pendingAuthorizations() {
        return pendingAuthorizations;
    }

    /** What shapes the records of the instances. */
    public Transformations transformations() {
        return transformations;
    }

    /** What went on in calls through the instances. */
    public Traces traces() {
        return traces;
    }

    /** The instances as calls need them. */
    public Connections connections() {
        return connections;
    }

    /** The same, each time from the database. */
    Connections storedConnections() {
        return storedConnections;
    }

    /** How many instances their vendors do not let in. */
    public long brokenInstances() {
        return jdbi.withHandle(
                handle -> handle.createQuery(InstanceSql.COUNT_BROKEN).mapTo(long.class).one());
    }

    /** The database itself, for a library that keeps tables of its own in it. */
    public DataSource dataSource() {
        return dataSource;
    }

    /**
     * Whether the database answers and the master key opens what is sealed in it; says so within
     * two seconds.
     */
    public boolean isReady() {
        return readiness.isGiven();
    }

    /**
     * Whether a port threw this because the database does not serve just now, and not because of a
     * mistake: trying again later may help.
     */
    public static boolean isOutage(Throwable failure) {
        return Outage.isCauseOf(failure);
    }

    /** Closes the database too. */
    @Override
    public void close() {
        database.close();
    }
}
