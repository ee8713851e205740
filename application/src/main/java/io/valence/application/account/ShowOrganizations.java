package io.valence.application.account;

import io.valence.domain.account.Accounts;
import io.valence.domain.account.Organization;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.User;

import java.util.List;
import java.util.Optional;

/** Shows the operator which organizations and users there are. */
public final class ShowOrganizations {
    private final Accounts accounts;

    /** A use case over these accounts. */
    public ShowOrganizations(Accounts accounts) {
        this.accounts = accounts;
    }

    /** All of them, the oldest first. */
    public List<Organization> all() {
        return accounts.organizations();
    }

    /** One of them. */
    public Optional<Organization> one(OrganizationId id) {
        return accounts.organization(id);
    }

    /** The users of one of them, the oldest first; empty if there is no such organization. */
    public Optional<List<User>> usersOf(OrganizationId id) {
        return accounts.organization(id).map(organization -> accounts.users(organization.id()));
    }
}
