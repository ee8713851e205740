package io.valence.domain.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The organizations, accounts and users of this server. Secrets are found by fingerprint and never
 * given out.
 */
public interface Accounts {
    /** The user of this secret, if the organization of that secret is its own. */
    Optional<User> identify(UserSecret user, OrganizationSecret organization);

    /** The user of this secret, of whichever organization. */
    Optional<User> identify(UserSecret user);

    /** Adds an organization with its default account and its first user: all three or none. */
    User found(
            String organizationName,
            OrganizationSecret organizationSecret,
            Person firstUser,
            UserSecret userSecret,
            Instant now);

    /**
     * Makes what a new server begins with: an organization with its default account and its first
     * user, and an operator, unless there is one; all of it, or nothing where an organization is
     * there already. Of those who ask at the same moment one is answered with the user, and the
     * others, empty, once what that one made is there.
     */
    Optional<User> begin(
            String organizationName,
            OrganizationSecret organizationSecret,
            Person firstUser,
            UserSecret userSecret,
            OperatorSecret operatorSecret,
            Instant now);

    /** Adds a user to the default account of an organization. */
    Registered register(OrganizationId organization, Person person, UserSecret secret, Instant now);

    /**
     * Gives an organization another secret; the old one is void at once. False if there is no such
     * organization.
     */
    boolean replaceSecret(OrganizationId organization, OrganizationSecret secret);

    /** Gives a user another secret; the old one is void at once. False if there is no such user. */
    boolean replaceSecret(UserId user, UserSecret secret);

    /** Every organization, the oldest first. */
    List<Organization> organizations();

    /** The organization of this number. */
    Optional<Organization> organization(OrganizationId id);

    /** The users of an organization, the oldest first. */
    List<User> users(OrganizationId organization);

    /** Makes this the operator's secret; one that was there before is void at once. */
    void appointOperator(OperatorSecret secret);

    /** Whether this is the operator's secret. */
    boolean isOperator(OperatorSecret secret);

    /** Whether an operator has been appointed. */
    boolean hasOperator();

    /** Whether this is the secret of the oldest user. */
    boolean isFirst(UserSecret secret);

    /** Whether this is the secret of the oldest organization. */
    boolean isFirst(OrganizationSecret secret);
}
