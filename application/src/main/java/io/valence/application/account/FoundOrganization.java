package io.valence.application.account;

import io.valence.domain.account.Accounts;
import io.valence.domain.account.Organization;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.Person;
import io.valence.domain.account.User;
import io.valence.domain.account.UserSecret;
import io.valence.domain.configuration.Problem;
import io.valence.domain.instance.Label;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** Makes an organization with its default account and its first user. */
public final class FoundOrganization {
    private final Accounts accounts;
    private final InstantSource time;
    private final SecureRandom random;

    /** A use case over these accounts. */
    public FoundOrganization(Accounts accounts, InstantSource time, SecureRandom random) {
        this.accounts = accounts;
        this.time = time;
        this.random = random;
    }

    /** Everything that is wrong with such an organization. */
    public static List<Problem> objectionsTo(String name, Person firstUser) {
        return new Wording()
                .required("name", name)
                .email("user/email", firstUser.email())
                .optional("user/firstName", firstUser.firstName())
                .optional("user/lastName", firstUser.lastName())
                .problems();
    }

    /** Makes it, with fresh secrets. */
    public Outcome found(String name, Person firstUser) {
        List<Problem> problems = objectionsTo(name, firstUser);
        if (!problems.isEmpty()) {
            return new Outcome.Rejected(problems);
        }
        String kept = Label.clean(name);
        OrganizationSecret organizationSecret = OrganizationSecret.mint(random);
        UserSecret userSecret = UserSecret.mint(random);
        User user =
                accounts.found(
                        kept,
                        organizationSecret,
                        Wording.clean(firstUser),
                        userSecret,
                        time.instant());
        Organization organization =
                new Organization(user.organization(), kept, user.account(), user.createdAt());
        return new Outcome.Founded(organization, organizationSecret, user, userSecret);
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** It is there; the secrets can be read here and nowhere else. */
        record Founded(
                Organization organization,
                OrganizationSecret organizationSecret,
                User user,
                UserSecret userSecret)
                implements Outcome {}

        /** Something is wrong with what was sent. */
        record Rejected(List<Problem> problems) implements Outcome {}
    }
}
