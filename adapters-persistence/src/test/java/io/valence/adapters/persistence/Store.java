package io.valence.adapters.persistence;

import io.valence.domain.account.Accounts;
import io.valence.domain.account.User;
import io.valence.domain.authorization.PendingAuthorizations;
import io.valence.domain.call.Connections;
import io.valence.domain.instance.GiveBacks;
import io.valence.domain.instance.Grants;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Vault;
import io.valence.domain.trace.Traces;
import io.valence.domain.transformation.Transformations;
import io.valence.testkit.sample.SampleOrganization;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A database of the test class's own, opened before its tests and closed after them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Store {
    private static final String PASS =
            """
            update instance_grant
               set lease_until = lease_until - cast(? as bigint) * interval '0.001' second,
                   intent_at = intent_at - cast(? as bigint) * interval '0.001' second,
                   intent_until = intent_until - cast(? as bigint) * interval '0.001' second
            """;

    private final Deque<JdbiPersistence> opened = new ArrayDeque<>();

    /** Settings of a database that is empty. */
    abstract DatabaseSettings emptyDatabase();

    private final MasterKey key = MasterKey.mint(new SecureRandom());
    private Optional<DatabaseSettings> settings = Optional.empty();

    @BeforeAll
    void open() {
        settings = Optional.of(emptyDatabase());
        open(settings.get());
    }

    @AfterAll
    void close() {
        opened.forEach(JdbiPersistence::close);
    }

    /** One of a database of its own. */
    JdbiPersistence newPersistence() {
        return open(emptyDatabase());
    }

    /** What another server process has of the same database. */
    public JdbiPersistence anotherNode() {
        return open(settings.orElseThrow());
    }

    private JdbiPersistence open(DatabaseSettings database) {
        opened.push(JdbiPersistence.connect(database).open(key));
        return opened.getFirst();
    }

    public JdbiPersistence persistence() {
        return opened.getLast();
    }

    public Accounts accounts() {
        return persistence().accounts();
    }

    public Accounts untouchedAccounts() {
        return newPersistence().accounts();
    }

    public Instances instances() {
        return persistence().instances();
    }

    public Vault vault() {
        return persistence().vault();
    }

    public Grants grants() {
        return persistence().grants();
    }

    public GiveBacks giveBacks() {
        return persistence().giveBacks();
    }

    public PendingAuthorizations pendingAuthorizations() {
        return persistence().pendingAuthorizations();
    }

    public Transformations transformations() {
        return persistence().transformations();
    }

    public Traces traces() {
        return persistence().traces();
    }

    public Connections connections() {
        return persistence().connections();
    }

    /** Nobody sets the database's clock: what it is compared with is put back instead. */
    public void pass(Duration time) {
        try (Connection connection = persistence().dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(PASS)) {
            for (int i = 1; i <= 3; i++) {
                statement.setLong(i, time.toMillis());
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public User newcomer() {
        return SampleOrganization.foundedIn(accounts()).user();
    }
}
