package io.valence.testkit.memory;

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

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Organizations and users that are forgotten when the program ends. */
public final class InMemoryAccounts implements Accounts {
    private final Map<OrganizationId, Organization> organizations = new LinkedHashMap<>();
    private final Map<UserId, User> users = new LinkedHashMap<>();
    private final Map<OrganizationId, Fingerprint> organizationSecrets = new LinkedHashMap<>();
    private final Map<UserId, Fingerprint> userSecrets = new LinkedHashMap<>();
    private Optional<Fingerprint> operator = Optional.empty();

    /** Accounts of nobody yet. */
    public InMemoryAccounts() {}

    @Override
    public synchronized Optional<User> identify(UserSecret user, OrganizationSecret organization) {
        return users.values().stream()
                .filter(one -> holds(userSecrets, one.id(), user.fingerprint()))
                .filter(
                        one ->
                                holds(
                                        organizationSecrets,
                                        one.organization(),
                                        organization.fingerprint()))
                .findFirst();
    }

    @Override
    public synchronized Optional<User> identify(UserSecret user) {
        return users.values().stream()
                .filter(one -> holds(userSecrets, one.id(), user.fingerprint()))
                .findFirst();
    }

    @Override
    public synchronized User found(
            String organizationName,
            OrganizationSecret organizationSecret,
            Person firstUser,
            UserSecret userSecret,
            Instant now) {
        refuseIfTaken(organizationSecrets, organizationSecret.fingerprint());
        refuseIfTaken(userSecrets, userSecret.fingerprint());
        long number = organizations.size() + 1L;
        Organization organization =
                new Organization(
                        new OrganizationId(number), organizationName, new AccountId(number), now);
        organizations.put(organization.id(), organization);
        organizationSecrets.put(organization.id(), organizationSecret.fingerprint());
        return add(organization, firstUser, userSecret, now);
    }

    @Override
    public synchronized Optional<User> begin(
            String organizationName,
            OrganizationSecret organizationSecret,
            Person firstUser,
            UserSecret userSecret,
            OperatorSecret operatorSecret,
            Instant now) {
        if (!organizations.isEmpty()) {
            return Optional.empty();
        }
        User user = found(organizationName, organizationSecret, firstUser, userSecret, now);
        operator = operator.or(() -> Optional.of(operatorSecret.fingerprint()));
        return Optional.of(user);
    }

    @Override
    public synchronized Registered register(
            OrganizationId organization, Person person, UserSecret secret, Instant now) {
        Organization home = organizations.get(organization);
        if (home == null) {
            return new Registered.NoSuchOrganization();
        }
        String email = folded(person.email());
        if (users(organization).stream().anyMatch(user -> folded(user.email()).equals(email))) {
            return new Registered.EmailTaken();
        }
        refuseIfTaken(userSecrets, secret.fingerprint());
        return new Registered.Added(add(home, person, secret, now));
    }

    @Override
    public synchronized boolean replaceSecret(
            OrganizationId organization, OrganizationSecret secret) {
        return replace(organizationSecrets, organization, secret.fingerprint());
    }

    @Override
    public synchronized boolean replaceSecret(UserId user, UserSecret secret) {
        return replace(userSecrets, user, secret.fingerprint());
    }

    @Override
    public synchronized List<Organization> organizations() {
        return List.copyOf(organizations.values());
    }

    @Override
    public synchronized Optional<Organization> organization(OrganizationId id) {
        return Optional.ofNullable(organizations.get(id));
    }

    @Override
    public synchronized List<User> users(OrganizationId organization) {
        return users.values().stream()
                .filter(user -> user.organization().equals(organization))
                .toList();
    }

    @Override
    public synchronized void appointOperator(OperatorSecret secret) {
        operator = Optional.of(secret.fingerprint());
    }

    @Override
    public synchronized boolean isOperator(OperatorSecret secret) {
        return operator.equals(Optional.of(secret.fingerprint()));
    }

    @Override
    public synchronized boolean hasOperator() {
        return operator.isPresent();
    }

    @Override
    public synchronized boolean isFirst(UserSecret secret) {
        return isFirst(userSecrets, secret.fingerprint());
    }

    @Override
    public synchronized boolean isFirst(OrganizationSecret secret) {
        return isFirst(organizationSecrets, secret.fingerprint());
    }

    private User add(Organization home, Person person, UserSecret secret, Instant now) {
        User user =
                new User(
                        new UserId(users.size() + 1L),
                        home.id(),
                        home.defaultAccount(),
                        person.email(),
                        person.firstName(),
                        person.lastName(),
                        now);
        users.put(user.id(), user);
        userSecrets.put(user.id(), secret.fingerprint());
        return user;
    }

    private static <K> boolean holds(Map<K, Fingerprint> secrets, K holder, Fingerprint secret) {
        return Optional.ofNullable(secrets.get(holder)).equals(Optional.of(secret));
    }

    private static <K> boolean replace(Map<K, Fingerprint> secrets, K holder, Fingerprint secret) {
        Fingerprint before = secrets.get(holder);
        if (before == null) {
            return false;
        }
        if (!before.equals(secret)) {
            refuseIfTaken(secrets, secret);
            // Replacing the value keeps the holder's place, and with it who is the oldest.
            secrets.put(holder, secret);
        }
        return true;
    }

    private static <K> void refuseIfTaken(Map<K, Fingerprint> secrets, Fingerprint secret) {
        if (secrets.containsValue(secret)) {
            throw new IllegalStateException("somebody else has this secret");
        }
    }

    private static <K> boolean isFirst(Map<K, Fingerprint> secrets, Fingerprint secret) {
        return secrets.values().stream().findFirst().equals(Optional.of(secret));
    }

    private static String folded(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
