package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.domain.account.Accounts;
import io.valence.domain.account.OperatorSecret;
import io.valence.domain.account.Organization;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.User;
import io.valence.domain.account.UserId;
import io.valence.domain.account.UserSecret;
import io.valence.testkit.sample.SampleOrganization;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;

/** What every store keeps of the secrets of organizations, users and the operator. */
public interface AccountSecretsContract {
    /** The accounts of the store. */
    Accounts accounts();

    @Test
    default void replacesAnOrganizationsSecretAndVoidsTheOldOneAtOnce() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());
        OrganizationSecret fresh = OrganizationSecret.mint(new SecureRandom());

        boolean replaced = accounts().replaceSecret(acme.id(), fresh);

        assertThat(replaced).isTrue();
        assertThat(accounts().identify(acme.userSecret(), acme.organizationSecret())).isEmpty();
        assertThat(accounts().identify(acme.userSecret(), fresh)).contains(acme.user());
    }

    @Test
    default void replacesAUsersSecretAndVoidsTheOldOneAtOnce() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());
        UserSecret fresh = UserSecret.mint(new SecureRandom());

        boolean replaced = accounts().replaceSecret(acme.user().id(), fresh);

        assertThat(replaced).isTrue();
        assertThat(accounts().identify(acme.userSecret(), acme.organizationSecret())).isEmpty();
        assertThat(accounts().identify(fresh, acme.organizationSecret())).contains(acme.user());
    }

    @Test
    default void replacesTheSecretOfOneOrganizationOnly() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());
        SampleOrganization globex = SampleOrganization.foundedIn(accounts());

        boolean replaced =
                accounts().replaceSecret(acme.id(), OrganizationSecret.mint(new SecureRandom()));

        assertThat(replaced).isTrue();
        assertThat(accounts().identify(globex.userSecret(), globex.organizationSecret()))
                .contains(globex.user());
    }

    @Test
    default void replacesNoSecretOfSomebodyUnknown() {
        OrganizationSecret organization = OrganizationSecret.mint(new SecureRandom());
        UserSecret user = UserSecret.mint(new SecureRandom());

        assertThat(accounts().replaceSecret(new OrganizationId(Long.MAX_VALUE), organization))
                .isFalse();
        assertThat(accounts().replaceSecret(new UserId(Long.MAX_VALUE), user)).isFalse();
    }

    @Test
    default void replacesNoSecretByOneThatSomebodyElseHas() {
        SampleOrganization acme = SampleOrganization.foundedIn(accounts());
        SampleOrganization globex = SampleOrganization.foundedIn(accounts());

        assertThatThrownBy(() -> accounts().replaceSecret(acme.id(), globex.organizationSecret()))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> accounts().replaceSecret(acme.user().id(), globex.userSecret()))
                .isInstanceOf(RuntimeException.class);

        assertThat(accounts().identify(acme.userSecret(), acme.organizationSecret()))
                .contains(acme.user());
        assertThat(accounts().identify(globex.userSecret(), globex.organizationSecret()))
                .contains(globex.user());
    }

    @Test
    default void appointsAnOperator() {
        OperatorSecret secret = OperatorSecret.mint(new SecureRandom());

        accounts().appointOperator(secret);

        assertThat(accounts().hasOperator()).isTrue();
        assertThat(accounts().isOperator(secret)).isTrue();
        assertThat(accounts().isOperator(OperatorSecret.mint(new SecureRandom()))).isFalse();
    }

    @Test
    default void voidsTheSecretOfAnOperatorBefore() {
        OperatorSecret before = OperatorSecret.mint(new SecureRandom());
        OperatorSecret after = OperatorSecret.mint(new SecureRandom());
        accounts().appointOperator(before);

        accounts().appointOperator(after);

        assertThat(accounts().isOperator(before)).isFalse();
        assertThat(accounts().isOperator(after)).isTrue();
        assertThat(accounts().hasOperator()).isTrue();
    }

    @Test
    default void knowsTheSecretOfTheOldestUser() {
        SampleOrganization later = SampleOrganization.foundedIn(accounts());
        SampleOrganization latest = SampleOrganization.foundedIn(accounts());
        Organization oldest = accounts().organizations().get(0);
        User first = accounts().users(oldest.id()).get(0);
        UserSecret secret = UserSecret.mint(new SecureRandom());
        assertThat(accounts().replaceSecret(first.id(), secret)).isTrue();

        assertThat(accounts().isFirst(secret)).isTrue();
        assertThat(accounts().isFirst(latest.userSecret())).isFalse();
        assertThat(accounts().isFirst(UserSecret.mint(new SecureRandom()))).isFalse();
        assertThat(accounts().isFirst(new UserSecret(later.organizationSecret().secret())))
                .isFalse();
    }

    @Test
    default void knowsTheSecretOfTheOldestOrganization() {
        SampleOrganization later = SampleOrganization.foundedIn(accounts());
        SampleOrganization latest = SampleOrganization.foundedIn(accounts());
        Organization oldest = accounts().organizations().get(0);
        OrganizationSecret secret = OrganizationSecret.mint(new SecureRandom());
        assertThat(accounts().replaceSecret(oldest.id(), secret)).isTrue();

        assertThat(accounts().isFirst(secret)).isTrue();
        assertThat(accounts().isFirst(latest.organizationSecret())).isFalse();
        assertThat(accounts().isFirst(OrganizationSecret.mint(new SecureRandom()))).isFalse();
        assertThat(accounts().isFirst(new OrganizationSecret(later.userSecret().secret())))
                .isFalse();
    }
}
