package io.valence.adapters.persistence;

import io.valence.domain.account.AccountId;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.Person;
import io.valence.domain.account.User;
import io.valence.domain.account.UserId;
import io.valence.domain.account.UserSecret;

import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The rows of new organizations and users, in the transaction of whoever adds them. */
final class Newcomers {
    private Newcomers() {}

    /** Adds an organization with its default account and its first user. */
    static User found(
            Handle handle,
            String organizationName,
            OrganizationSecret organizationSecret,
            Person firstUser,
            UserSecret userSecret,
            Instant now) {
        long organization =
                handle.createUpdate(AccountSql.ADD_ORGANIZATION)
                        .bind("name", organizationName)
                        .bind("fingerprint", organizationSecret.fingerprint().hex())
                        .bind("now", Statements.moment(now))
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(long.class)
                        .one();
        handle.createUpdate(AccountSql.ADD_DEFAULT_ACCOUNT)
                .bind("organization", organization)
                .execute();
        return add(handle, new OrganizationId(organization), firstUser, userSecret, now)
                .orElseThrow();
    }

    /**
     * Adds a user. Empty if there is no such organization, which then has no default account
     * either.
     */
    static Optional<User> add(
            Handle handle,
            OrganizationId organization,
            Person person,
            UserSecret secret,
            Instant now) {
        return handle.createUpdate(AccountSql.ADD_USER)
                .bind("organization", organization.value())
                .bind("email", person.email())
                .bind("folded", folded(person.email()))
                .bind("firstName", person.firstName())
                .bind("lastName", person.lastName())
                .bind("fingerprint", secret.fingerprint().hex())
                .bind("now", Statements.moment(now))
                .executeAndReturnGeneratedKeys("id", "account_id")
                .map(
                        (row, _) ->
                                new User(
                                        new UserId(row.getLong("id")),
                                        organization,
                                        new AccountId(row.getLong("account_id")),
                                        person.email(),
                                        person.firstName(),
                                        person.lastName(),
                                        Statements.stored(now)))
                .findOne();
    }

    /** An address as two of them are compared. */
    static String folded(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
