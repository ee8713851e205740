package io.valence.adapters.persistence;

import io.valence.domain.account.AccountId;
import io.valence.domain.account.Accounts;
import io.valence.domain.account.OperatorSecret;
import io.valence.domain.account.Organization;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.Person;
import io.valence.domain.account.Registered;
import io.valence.domain.account.User;
import io.valence.domain.account.UserId;
import io.valence.domain.account.UserSecret;
import io.valence.domain.secret.Fingerprint;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/** Organizations, accounts and users in their tables. */
final class JdbiAccounts implements Accounts {
    private static final int THE_OPERATOR = 1;

    private final Jdbi jdbi;
    private final Writes writes;
    private final OneRow<User> callers;
    private final OneRow<User> callersWithToken;

    JdbiAccounts(DataSource connections, Jdbi jdbi, Writes writes) {
        this.jdbi = jdbi;
        this.writes = writes;
        this.callers = new OneRow<>(connections, AccountSql.IDENTIFY, JdbiAccounts::user);
        this.callersWithToken =
                new OneRow<>(connections, AccountSql.IDENTIFY_USER, JdbiAccounts::user);
    }

    @Override
    public Optional<User> identify(UserSecret user, OrganizationSecret organization) {
        return identify(user.fingerprint(), organization.fingerprint());
    }

    Optional<User> identify(Fingerprint user, Fingerprint organization) {
        return callers.find(user.hex(), organization.hex());
    }

    @Override
    public Optional<User> identify(UserSecret user) {
        return identify(user.fingerprint());
    }

    Optional<User> identify(Fingerprint user) {
        return callersWithToken.find(user.hex());
    }

    @Override
    public User found(
            String organizationName,
            OrganizationSecret organizationSecret,
            Person firstUser,
            UserSecret userSecret,
            Instant now) {
        return jdbi.inTransaction(
                handle ->
                        Newcomers.found(
                                handle,
                                organizationName,
                                organizationSecret,
                                firstUser,
                                userSecret,
                                now));
    }

    @Override
    public Optional<User> begin(
            String organizationName,
            OrganizationSecret organizationSecret,
            Person firstUser,
            UserSecret userSecret,
            OperatorSecret operatorSecret,
            Instant now) {
        return jdbi.inTransaction(
                handle -> {
                    // One after the other; who comes second sees what the first one committed.
                    handle.createQuery(AccountSql.AWAIT_TURN).mapTo(long.class).list();
                    if (handle.createQuery(AccountSql.HAS_ORGANIZATION)
                            .mapTo(boolean.class)
                            .one()) {
                        return Optional.empty();
                    }
                    User user =
                            Newcomers.found(
                                    handle,
                                    organizationName,
                                    organizationSecret,
                                    firstUser,
                                    userSecret,
                                    now);
                    makeRoomForOperator(handle, operatorSecret);
                    return Optional.of(user);
                });
    }

    /** Appoints the operator where there is none. */
    private static void makeRoomForOperator(Handle handle, OperatorSecret secret) {
        handle.createUpdate(AccountSql.MAKE_ROOM_FOR_OPERATOR)
                .bind("id", THE_OPERATOR)
                .bind("fingerprint", secret.fingerprint().hex())
                .execute();
    }

    @Override
    public Registered register(
            OrganizationId organization, Person person, UserSecret secret, Instant now) {
        try {
            return jdbi.withHandle(
                            handle -> Newcomers.add(handle, organization, person, secret, now))
                    .<Registered>map(Registered.Added::new)
                    .orElseGet(Registered.NoSuchOrganization::new);
        } catch (UnableToExecuteStatementException refused) {
            // The address is one reason among others for which a row can be refused.
            if (hasUser(organization, person.email())) {
                return new Registered.EmailTaken();
            }
            throw refused;
        }
    }

    private boolean hasUser(OrganizationId organization, String email) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(AccountSql.HAS_USER)
                                .bind("organization", organization.value())
                                .bind("folded", Newcomers.folded(email))
                                .mapTo(boolean.class)
                                .one());
    }

    @Override
    public boolean replaceSecret(OrganizationId organization, OrganizationSecret secret) {
        return replaceSecret(
                AccountSql.REPLACE_ORGANIZATION_SECRET,
                organization.value(),
                secret.fingerprint().hex());
    }

    @Override
    public boolean replaceSecret(UserId user, UserSecret secret) {
        return replaceSecret(
                AccountSql.REPLACE_USER_SECRET, user.value(), secret.fingerprint().hex());
    }

    private boolean replaceSecret(String statement, long id, String fingerprint) {
        return writes.duringAccounts(
                () -> jdbi.withHandle(handle -> replaceSecret(handle, statement, id, fingerprint)));
    }

    private static boolean replaceSecret(
            Handle handle, String statement, long id, String fingerprint) {
        return handle.createUpdate(statement)
                        .bind("id", id)
                        .bind("fingerprint", fingerprint)
                        .execute()
                == 1;
    }

    @Override
    public List<Organization> organizations() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(AccountSql.ORGANIZATIONS)
                                .map((row, _) -> organization(row))
                                .list());
    }

    @Override
    public Optional<Organization> organization(OrganizationId id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(AccountSql.ORGANIZATION)
                                .bind("id", id.value())
                                .map((row, _) -> organization(row))
                                .findOne());
    }

    @Override
    public List<User> users(OrganizationId organization) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(AccountSql.USERS)
                                .bind("organization", organization.value())
                                .map((row, _) -> user(row))
                                .list());
    }

    @Override
    public void appointOperator(OperatorSecret secret) {
        String fingerprint = secret.fingerprint().hex();
        jdbi.useTransaction(
                handle -> {
                    makeRoomForOperator(handle, secret);
                    replaceSecret(handle, AccountSql.APPOINT_OPERATOR, THE_OPERATOR, fingerprint);
                });
    }

    @Override
    public boolean isOperator(OperatorSecret secret) {
        return is(AccountSql.IS_OPERATOR, secret.fingerprint().hex());
    }

    @Override
    public boolean hasOperator() {
        return jdbi.withHandle(
                handle -> handle.createQuery(AccountSql.HAS_OPERATOR).mapTo(boolean.class).one());
    }

    @Override
    public boolean isFirst(UserSecret secret) {
        return is(AccountSql.IS_FIRST_USER, secret.fingerprint().hex());
    }

    @Override
    public boolean isFirst(OrganizationSecret secret) {
        return is(AccountSql.IS_FIRST_ORGANIZATION, secret.fingerprint().hex());
    }

    private boolean is(String statement, String fingerprint) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(statement)
                                .bind("fingerprint", fingerprint)
                                .mapTo(boolean.class)
                                .one());
    }

    private static Organization organization(ResultSet row) throws SQLException {
        return new Organization(
                new OrganizationId(row.getLong("id")),
                row.getString("name"),
                new AccountId(row.getLong("account_id")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /** By the places of the columns: by their names H2 would index them anew for every row. */
    private static User user(ResultSet row) throws SQLException {
        return new User(
                new UserId(row.getLong(1)),
                new OrganizationId(row.getLong(2)),
                new AccountId(row.getLong(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}
