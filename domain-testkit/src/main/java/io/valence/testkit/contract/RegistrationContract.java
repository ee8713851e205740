package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.domain.account.Accounts;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.Person;
import io.valence.domain.account.Registered;
import io.valence.domain.account.User;
import io.valence.domain.account.UserSecret;
import io.valence.testkit.sample.SampleOrganization;
import io.valence.testkit.sample.SamplePeople;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** What every store keeps of the users that join an organization. */
public interface RegistrationContract {
    /** The accounts of the store. */
    Accounts accounts();

    /** A user's secret that nobody has. */
    default UserSecret freshUserSecret() {
        return UserSecret.mint(new SecureRandom());
    }

    /** An organization's secret that nobody has. */
    default OrganizationSecret freshOrganizationSecret() {
        return OrganizationSecret.mint(new SecureRandom());
    }

    private Registered join(SampleOrganization organization, Person person) {
        return accounts().register(organization.id(), person, freshUserSecret(), Instant.EPOCH);
    }

    @Test
    default void registersAUserForTheDefaultAccount() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());
        UserSecret secret = freshUserSecret();
        Instant now = Instant.parse("2026-05-06T07:08:09.000001Z");

        Registered registered = accounts().register(acme.id(), SamplePeople.zoe(), secret, now);

        assertThat(registered)
                .isInstanceOfSatisfying(
                        Registered.Added.class,
                        added -> {
                            assertThat(added.user())
                                    .isEqualTo(
                                            new User(
                                                    added.user().id(),
                                                    acme.id(),
                                                    acme.user().account(),
                                                    "zoe@example.com",
                                                    "Zoë",
                                                    "Łukasiewicz-𝔅",
                                                    now));
                            assertThat(accounts().identify(secret, acme.organizationSecret()))
                                    .contains(added.user());
                            assertThat(accounts().users(acme.id()))
                                    .containsExactly(acme.user(), added.user());
                        });
    }

    @Test
    default void registersAUserWithoutNames() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());

        Registered registered = join(acme, SamplePeople.nameless("x@example.com"));

        assertThat(registered).isInstanceOf(Registered.Added.class);
        assertThat(accounts().users(acme.id()).get(1).firstName()).isEmpty();
        assertThat(accounts().users(acme.id()).get(1).lastName()).isEmpty();
    }

    @Test
    default void registersNobodyInAnUnknownOrganization() {
        OrganizationId nowhere = new OrganizationId(Long.MAX_VALUE);
        UserSecret secret = freshUserSecret();

        Registered registered =
                accounts().register(nowhere, SamplePeople.zoe(), secret, Instant.EPOCH);

        assertThat(registered).isEqualTo(new Registered.NoSuchOrganization());
        assertThat(accounts().users(nowhere)).isEmpty();
        assertThat(accounts().isFirst(secret)).isFalse();
    }

    @Test
    default void takesAnAddressForTakenWhateverItsCapitals() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());
        UserSecret secret = freshUserSecret();

        Registered registered =
                accounts()
                        .register(
                                acme.id(),
                                SamplePeople.nameless("ADA@Example.COM"),
                                secret,
                                Instant.EPOCH);

        assertThat(registered).isEqualTo(new Registered.EmailTaken());
        assertThat(accounts().users(acme.id())).containsExactly(acme.user());
        assertThat(accounts().identify(secret, acme.organizationSecret())).isEmpty();
    }

    @Test
    default void keepsTheCapitalsOfAnAddress() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());

        Registered first = join(acme, SamplePeople.nameless("Émile.Zola@Example.com"));
        Registered second = join(acme, SamplePeople.nameless("éMILE.zola@example.com"));

        assertThat(first).isInstanceOf(Registered.Added.class);
        assertThat(second).isEqualTo(new Registered.EmailTaken());
        assertThat(accounts().users(acme.id()))
                .extracting(User::email)
                .containsExactly("ada@example.com", "Émile.Zola@Example.com");
    }

    @Test
    default void takesAnAddressForFreeInAnotherOrganization() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());
        SampleOrganization globex =
                SampleOrganization.foundedIn(accounts(), "Globex", SamplePeople.zoe());

        Registered registered = join(globex, SamplePeople.ada());

        assertThat(registered).isInstanceOf(Registered.Added.class);
        assertThat(accounts().users(acme.id())).containsExactly(acme.user());
        assertThat(accounts().users(globex.id())).hasSize(2);
    }

    @Test
    default void registersOneOfManyWhoComeAtOnceWithOneAddress() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());

        for (int round = 1; round <= 10; round++) {
            Person person = SamplePeople.nameless("racer" + round + "@example.com");

            List<Registered> answers = Together.threads(6, number -> join(acme, person));

            assertThat(answers).filteredOn(Registered.Added.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(new Registered.EmailTaken()::equals).hasSize(5);
            assertThat(accounts().users(acme.id())).hasSize(1 + round);
        }
    }

    @Test
    default void registersNobodyWithAnotherUsersSecret() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());
        SampleOrganization globex = SampleOrganization.foundedIn(accounts());

        assertThatThrownBy(
                        () ->
                                accounts()
                                        .register(
                                                globex.id(),
                                                SamplePeople.zoe(),
                                                acme.userSecret(),
                                                Instant.EPOCH))
                .isInstanceOf(RuntimeException.class);

        assertThat(accounts().users(globex.id())).containsExactly(globex.user());
        assertThat(accounts().identify(acme.userSecret(), acme.organizationSecret()))
                .contains(acme.user());
        assertThat(accounts().identify(acme.userSecret(), globex.organizationSecret())).isEmpty();
    }

    @Test
    default void listsUsersTheOldestFirstAndOfOneOrganizationOnly() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());
        SampleOrganization globex = SampleOrganization.foundedIn(accounts());
        assertThat(join(acme, SamplePeople.nameless("m@example.com")))
                .isInstanceOf(Registered.Added.class);
        assertThat(join(globex, SamplePeople.nameless("z@example.com")))
                .isInstanceOf(Registered.Added.class);
        assertThat(join(acme, SamplePeople.nameless("a@example.com")))
                .isInstanceOf(Registered.Added.class);

        assertThat(accounts().users(acme.id()))
                .extracting(User::email)
                .containsExactly("ada@example.com", "m@example.com", "a@example.com");
        assertThat(accounts().users(globex.id()))
                .extracting(User::email)
                .containsExactly("ada@example.com", "z@example.com");
    }
}
