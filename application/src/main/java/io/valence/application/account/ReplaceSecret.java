package io.valence.application.account;

import io.valence.domain.account.Accounts;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.UserId;
import io.valence.domain.account.UserSecret;

import java.security.SecureRandom;
import java.util.Optional;

/** Gives a fresh secret to who lost theirs; the lost one is void at once. */
public final class ReplaceSecret {
    private final Accounts accounts;
    private final SecureRandom random;

    /** A use case over these accounts. */
    public ReplaceSecret(Accounts accounts, SecureRandom random) {
        this.accounts = accounts;
        this.random = random;
    }

    /** An organization's fresh secret; empty if there is no such organization. */
    public Optional<OrganizationSecret> replace(OrganizationId organization) {
        OrganizationSecret secret = OrganizationSecret.mint(random);
        return accounts.replaceSecret(organization, secret)
                ? Optional.of(secret)
                : Optional.empty();
    }

    /** A user's fresh secret; empty if there is no such user. */
    public Optional<UserSecret> replace(UserId user) {
        UserSecret secret = UserSecret.mint(random);
        return accounts.replaceSecret(user, secret) ? Optional.of(secret) : Optional.empty();
    }
}
