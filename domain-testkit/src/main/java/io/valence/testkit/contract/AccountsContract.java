package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.domain.account.Accounts;
import io.valence.domain.account.OperatorSecret;
import io.valence.domain.account.Organization;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.User;
import io.valence.domain.account.UserSecret;
import io.valence.domain.secret.Secret;
import io.valence.testkit.sample.SampleOrganization;
import io.valence.testkit.sample.SamplePeople;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What every store of organizations, accounts and users keeps; what it keeps of their secrets
 * stands in {@link AccountSecretsContract}, of further users in {@link RegistrationContract}, of
 * the very first ones in {@link BeginningContract}.
 */
public interface AccountsContract
        extends RegistrationContract, AccountSecretsContract, BeginningContract {
    @Test
    default void beginsWithNobody() {
        Accounts accounts = untouchedAccounts();

        assertThat(accounts.organizations()).isEmpty();
        assertThat(accounts.hasOperator()).isFalse();
        assertThat(accounts.isOperator(new OperatorSecret(Secret.of("x")))).isFalse();
        assertThat(accounts.isFirst(new UserSecret(Secret.of("x")))).isFalse();
        assertThat(accounts.isFirst(new OrganizationSecret(Secret.of("x")))).isFalse();
    }

    @Test
    default void identifiesAUserByBothSecrets() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());

        assertThat(accounts().identify(acme.userSecret(), acme.organizationSecret()))
                .contains(acme.user());
    }

    @Test
    default void identifiesAUserByTheUserSecretAlone() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());

        assertThat(accounts().identify(acme.userSecret())).contains(acme.user());
        assertThat(accounts().identify(freshUserSecret())).isEmpty();
    }

    @Test
    default void knowsNobodyWithAnUnknownSecret() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());

        assertThat(accounts().identify(freshUserSecret(), acme.organizationSecret())).isEmpty();
        assertThat(accounts().identify(acme.userSecret(), freshOrganizationSecret())).isEmpty();
    }

    @Test
    default void takesNoSecretForTheOtherKind() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());
        UserSecret wrongUser = new UserSecret(acme.organizationSecret().secret());
        OrganizationSecret wrongOrganization = new OrganizationSecret(acme.userSecret().secret());

        assertThat(accounts().identify(wrongUser, acme.organizationSecret())).isEmpty();
        assertThat(accounts().identify(acme.userSecret(), wrongOrganization)).isEmpty();
    }

    @Test
    default void takesAUserWithAnotherOrganizationsSecretForAStranger() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());
        SampleOrganization globex = SampleOrganization.foundedIn(accounts());

        assertThat(accounts().identify(acme.userSecret(), globex.organizationSecret())).isEmpty();
        assertThat(accounts().identify(globex.userSecret(), acme.organizationSecret())).isEmpty();
    }

    @Test
    default void foundsAnOrganizationWithItsDefaultAccountAndFirstUser() {
        SampleOrganization acme =
                SampleOrganization.foundedIn(accounts(), "Acme & Söhne 𝒳", SamplePeople.zoe());

        User user = acme.user();
        assertThat(user.email()).isEqualTo("zoe@example.com");
        assertThat(user.firstName()).isEqualTo("Zoë");
        assertThat(user.lastName()).isEqualTo("Łukasiewicz-𝔅");
        assertThat(user.createdAt()).isEqualTo(acme.foundedAt());
        assertThat(accounts().organization(acme.id()))
                .contains(
                        new Organization(
                                acme.id(), "Acme & Söhne 𝒳", user.account(), acme.foundedAt()));
        assertThat(accounts().users(acme.id())).containsExactly(user);
    }

    @Test
    default void foundsOrganizationsOfOneNameAndPeopleOfOneAddress() {
        SampleOrganization first = SampleOrganization.foundedIn(accounts());
        SampleOrganization second = SampleOrganization.foundedIn(accounts());

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.user().id()).isNotEqualTo(first.user().id());
        assertThat(second.user().account()).isNotEqualTo(first.user().account());
        assertThat(second.user().email()).isEqualTo(first.user().email());
    }

    @Test
    default void foundsNothingWithAnotherOrganizationsSecret() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());
        List<Organization> before = accounts().organizations();
        UserSecret userSecret = freshUserSecret();

        assertThatThrownBy(
                        () ->
                                accounts()
                                        .found(
                                                "Impostor",
                                                acme.organizationSecret(),
                                                SamplePeople.zoe(),
                                                userSecret,
                                                Instant.EPOCH))
                .isInstanceOf(RuntimeException.class);

        assertThat(accounts().organizations()).isEqualTo(before);
        assertThat(accounts().users(acme.id())).containsExactly(acme.user());
        assertThat(accounts().identify(userSecret, acme.organizationSecret())).isEmpty();
    }

    @Test
    default void foundsNothingWithAnotherUsersSecret() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());
        List<Organization> before = accounts().organizations();
        OrganizationSecret organizationSecret = freshOrganizationSecret();

        assertThatThrownBy(
                        () ->
                                accounts()
                                        .found(
                                                "Impostor",
                                                organizationSecret,
                                                SamplePeople.zoe(),
                                                acme.userSecret(),
                                                Instant.EPOCH))
                .isInstanceOf(RuntimeException.class);

        assertThat(accounts().organizations()).isEqualTo(before);
        assertThat(accounts().identify(acme.userSecret(), organizationSecret)).isEmpty();
        assertThat(accounts().identify(acme.userSecret(), acme.organizationSecret()))
                .contains(acme.user());
    }

    @Test
    default void listsEveryOrganizationTheOldestFirst() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());
        SampleOrganization globex = SampleOrganization.foundedIn(accounts());

        List<Organization> all = accounts().organizations();

        assertThat(all).extracting(Organization::id).containsSubsequence(acme.id(), globex.id());
        assertThat(all).extracting(Organization::id).doesNotHaveDuplicates();
        assertThat(all).isSortedAccordingTo(Comparator.comparingLong(one -> one.id().value()));
    }

    @Test
    default void findsNoOrganizationOfAnUnknownNumber() {
        assertThat(accounts().organization(new OrganizationId(Long.MAX_VALUE))).isEmpty();
    }
}
