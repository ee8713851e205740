package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.Accounts;
import io.valence.domain.account.OperatorSecret;
import io.valence.domain.account.Organization;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.User;
import io.valence.domain.account.UserSecret;
import io.valence.testkit.sample.SampleOrganization;
import io.valence.testkit.sample.SamplePeople;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How a store of accounts comes to its first organization, user and operator. */
public interface BeginningContract {
    /** Accounts of a store that nobody has used before. */
    Accounts untouchedAccounts();

    /** The secrets that somebody would begin with. */
    record Beginning(OrganizationSecret organization, UserSecret user, OperatorSecret operator) {
        static Beginning fresh() {
            SecureRandom random = new SecureRandom();
            return new Beginning(
                    OrganizationSecret.mint(random),
                    UserSecret.mint(random),
                    OperatorSecret.mint(random));
        }

        Optional<User> in(Accounts accounts) {
            Instant now = Instant.parse("2026-05-06T07:08:09.000001Z");
            return accounts.begin("First", organization, SamplePeople.ada(), user, operator, now);
        }
    }

    @Test
    default void beginsWithAnOrganizationItsUserAndAnOperator() {
        Accounts accounts = untouchedAccounts();
        Beginning first = Beginning.fresh();

        User user = first.in(accounts).orElseThrow();

        assertThat(accounts.organizations())
                .extracting(Organization::name)
                .containsExactly("First");
        assertThat(accounts.identify(first.user(), first.organization())).contains(user);
        assertThat(accounts.isFirst(first.user())).isTrue();
        assertThat(accounts.isFirst(first.organization())).isTrue();
        assertThat(accounts.isOperator(first.operator())).isTrue();
    }

    @Test
    default void beginsOnce() {
        Accounts accounts = untouchedAccounts();
        SampleOrganization acme = SampleOrganization.foundedIn(accounts);
        Beginning late = Beginning.fresh();

        assertThat(late.in(accounts)).isEmpty();

        assertThat(accounts.organizations())
                .extracting(Organization::id)
                .containsExactly(acme.id());
        assertThat(accounts.identify(late.user(), late.organization())).isEmpty();
        assertThat(accounts.hasOperator()).isFalse();
    }

    @Test
    default void keepsAnOperatorWhoWasThereBefore() {
        Accounts accounts = untouchedAccounts();
        Beginning first = Beginning.fresh();
        OperatorSecret before = OperatorSecret.mint(new SecureRandom());
        accounts.appointOperator(before);

        assertThat(first.in(accounts)).isPresent();

        assertThat(accounts.isOperator(before)).isTrue();
        assertThat(accounts.isOperator(first.operator())).isFalse();
    }

    @Test
    default void letsOneOfManyBeginWhoseSecretsAreTheOnesOfAll() {
        for (int round = 0; round < 3; round++) {
            Accounts accounts = untouchedAccounts();
            List<Beginning> many =
                    IntStream.range(0, 6).mapToObj(number -> Beginning.fresh()).toList();

            List<Boolean> begun =
                    Together.threads(
                            many.size(),
                            number -> {
                                boolean first = many.get(number).in(accounts).isPresent();
                                assertThat(accounts.organizations()).hasSize(1);
                                return first;
                            });

            assertThat(begun).containsOnlyOnce(true);
            Beginning winner = many.get(begun.indexOf(true));
            assertThat(accounts.identify(winner.user(), winner.organization())).isPresent();
            assertThat(accounts.isOperator(winner.operator())).isTrue();
        }
    }

    @Test
    default void letsOneBeginOfThoseWhoHaveTheSameSecrets() {
        Accounts accounts = untouchedAccounts();
        Beginning common = Beginning.fresh();

        List<Boolean> begun = Together.threads(4, number -> common.in(accounts).isPresent());

        assertThat(begun).containsOnlyOnce(true);
        assertThat(accounts.identify(common.user(), common.organization())).isPresent();
    }
}
