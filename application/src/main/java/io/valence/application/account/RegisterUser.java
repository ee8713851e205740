package io.valence.application.account;

import io.valence.domain.account.Accounts;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.Person;
import io.valence.domain.account.Registered;
import io.valence.domain.account.User;
import io.valence.domain.account.UserSecret;
import io.valence.domain.configuration.Problem;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** Makes a further user of an organization. */
public final class RegisterUser {
    private final Accounts accounts;
    private final InstantSource time;
    private final SecureRandom random;

    /** A use case over these accounts. */
    public RegisterUser(Accounts accounts, InstantSource time, SecureRandom random) {
        this.accounts = accounts;
        this.time = time;
        this.random = random;
    }

    /** Everything that is wrong with such a user. */
    public static List<Problem> objectionsTo(Person person) {
        return new Wording()
                .email("email", person.email())
                .optional("firstName", person.firstName())
                .optional("lastName", person.lastName())
                .problems();
    }

    /** Makes the user, with a fresh secret. */
    public Outcome register(OrganizationId organization, Person person) {
        List<Problem> problems = objectionsTo(person);
        if (!problems.isEmpty()) {
            return new Outcome.Rejected(problems);
        }
        UserSecret secret = UserSecret.mint(random);
        return switch (accounts.register(
                organization, Wording.clean(person), secret, time.instant())) {
            case Registered.Added(var user) -> new Outcome.Added(user, secret);
            case Registered.NoSuchOrganization() -> new Outcome.NoSuchOrganization();
            case Registered.EmailTaken() -> new Outcome.EmailTaken();
        };
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The user is there; the secret can be read here and nowhere else. */
        record Added(User user, UserSecret secret) implements Outcome {}

        /** Something is wrong with what was sent. */
        record Rejected(List<Problem> problems) implements Outcome {}

        /** There is no such organization. */
        record NoSuchOrganization() implements Outcome {}

        /** The organization has a user of this address. */
        record EmailTaken() implements Outcome {}
    }
}
