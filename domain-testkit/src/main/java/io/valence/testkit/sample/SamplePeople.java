package io.valence.testkit.sample;

import io.valence.domain.account.AccountId;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.Person;
import io.valence.domain.account.User;
import io.valence.domain.account.UserId;

import java.time.Instant;

/** People, and users where nobody looks them up. */
public final class SamplePeople {
    private SamplePeople() {}

    /** Ada, whose name is plain. */
    public static Person ada() {
        return new Person("ada@example.com", "Ada", "Lovelace");
    }

    /** Zoë, whose names are not ASCII. */
    public static Person zoe() {
        return new Person("zoe@example.com", "Zoë", "Łukasiewicz-𝔅");
    }

    /** Somebody of this address, without names. */
    public static Person nameless(String email) {
        return new Person(email, "", "");
    }

    /** Ada as the first user of the first organization. */
    public static User userAda() {
        return user(1, ada());
    }

    /** Zoë as the first user of the second organization: a stranger to Ada. */
    public static User userZoe() {
        return user(2, zoe());
    }

    private static User user(long number, Person person) {
        return new User(
                new UserId(number),
                new OrganizationId(number),
                new AccountId(number),
                person.email(),
                person.firstName(),
                person.lastName(),
                Instant.parse("2026-01-02T03:04:05.678901Z"));
    }
}
