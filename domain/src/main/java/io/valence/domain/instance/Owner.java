package io.valence.domain.instance;

import io.valence.domain.account.AccountId;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.User;
import io.valence.domain.account.UserId;

/**
 * Whose an instance is: made by a user, for an account, in an organization, all of whose users see
 * it.
 *
 * <p>The user's address and names are what they are when the instance is read.
 */
public record Owner(
        UserId user,
        AccountId account,
        OrganizationId organization,
        String email,
        String firstName,
        String lastName) {
    /** This user. */
    public static Owner of(User user) {
        return new Owner(
                user.id(),
                user.account(),
                user.organization(),
                user.email(),
                user.firstName(),
                user.lastName());
    }
}
