package io.valence.adapters.persistence;

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

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accounts that know who identified themselves a moment ago; everything else is asked anew. */
final class CachedAccounts implements Accounts {
    private final JdbiAccounts source;
    private final Recent<Caller, User> callers;
    private final Recent<Fingerprint, User> callersWithToken;

    CachedAccounts(JdbiAccounts source, Writes writes) {
        this.source = source;
        this.callers =
                new Recent<>(
                        caller -> writes.toAccounts(),
                        caller -> source.identify(caller.user(), caller.organization()));
        this.callersWithToken = new Recent<>(user -> writes.toAccounts(), source::identify);
    }

    /** Who says so, by the fingerprints of two secrets. */
    private record Caller(Fingerprint user, Fingerprint organization) {}

    @Override
    public Optional<User> identify(UserSecret user, OrganizationSecret organization) {
        return callers.find(new Caller(user.fingerprint(), organization.fingerprint()));
    }

    @Override
    public Optional<User> identify(UserSecret user) {
        return callersWithToken.find(user.fingerprint());
    }

    @Override
    public User found(
            String organizationName,
            OrganizationSecret organizationSecret,
            Person firstUser,
            UserSecret userSecret,
            Instant now) {
        return source.found(organizationName, organizationSecret, firstUser, userSecret, now);
    }

    @Override
    public Optional<User> begin(
            String organizationName,
            OrganizationSecret organizationSecret,
            Person firstUser,
            UserSecret userSecret,
            OperatorSecret operatorSecret,
            Instant now) {
        return source.begin(
                organizationName, organizationSecret, firstUser, userSecret, operatorSecret, now);
    }

    @Override
    public Registered register(
            OrganizationId organization, Person person, UserSecret secret, Instant now) {
        return source.register(organization, person, secret, now);
    }

    @Override
    public boolean replaceSecret(OrganizationId organization, OrganizationSecret secret) {
        return source.replaceSecret(organization, secret);
    }

    @Override
    public boolean replaceSecret(UserId user, UserSecret secret) {
        return source.replaceSecret(user, secret);
    }

    @Override
    public List<Organization> organizations() {
        return source.organizations();
    }

    @Override
    public Optional<Organization> organization(OrganizationId id) {
        return source.organization(id);
    }

    @Override
    public List<User> users(OrganizationId organization) {
        return source.users(organization);
    }

    @Override
    public void appointOperator(OperatorSecret secret) {
        source.appointOperator(secret);
    }

    @Override
    public boolean isOperator(OperatorSecret secret) {
        return source.isOperator(secret);
    }

    @Override
    public boolean hasOperator() {
        return source.hasOperator();
    }

    @Override
    public boolean isFirst(UserSecret secret) {
        return source.isFirst(secret);
    }

    @Override
    public boolean isFirst(OrganizationSecret secret) {
        return source.isFirst(secret);
    }
}
