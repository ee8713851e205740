package io.valence.testkit.sample;

import io.valence.domain.account.Accounts;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.Person;
import io.valence.domain.account.User;
import io.valence.domain.account.UserSecret;

import java.security.SecureRandom;
import java.time.Instant;

/** An organization that was founded for a test, its first user, and the secrets of both. */
public record SampleOrganization(
        String name,
        User user,
        UserSecret userSecret,
        OrganizationSecret organizationSecret,
        Instant foundedAt) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Ada's organization, founded here with fresh secrets. */
    public static SampleOrganization foundedIn(Accounts accounts) {
        return foundedIn(accounts, "Acme", SamplePeople.ada());
    }

    /** This person's organization, founded here with fresh secrets. */
    public static SampleOrganization foundedIn(Accounts accounts, String name, Person firstUser) {
        UserSecret userSecret = UserSecret.mint(RANDOM);
        OrganizationSecret organizationSecret = OrganizationSecret.mint(RANDOM);
        Instant now = Instant.parse("2026-01-02T03:04:05.678901Z");
        User user = accounts.found(name, organizationSecret, firstUser, userSecret, now);
        return new SampleOrganization(name, user, userSecret, organizationSecret, now);
    }

    /** Its number. */
    public OrganizationId id() {
        return user.organization();
    }
}
