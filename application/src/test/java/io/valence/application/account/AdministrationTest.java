package io.valence.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.Organization;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.Person;
import io.valence.domain.account.UserId;
import io.valence.domain.account.UserSecret;
import io.valence.domain.secret.Secret;
import io.valence.testkit.memory.InMemoryAccounts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

class AdministrationTest {
    private static final InstantSource TIME =
            InstantSource.fixed(Instant.parse("2026-05-06T07:08:09Z"));
    private static final Person ADA = new Person("ada@example.com", "Ada", "Lovelace");

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final FoundOrganization found =
            new FoundOrganization(accounts, TIME, new SecureRandom());
    private final RegisterUser register = new RegisterUser(accounts, TIME, new SecureRandom());
    private final ReplaceSecret replace = new ReplaceSecret(accounts, new SecureRandom());
    private final IdentifyCaller identify = new IdentifyCaller(accounts);

    @Test
    void foundsAnOrganizationWhoseFirstUserIsKnownByBothSecrets() {
        FoundOrganization.Outcome.Founded founded = founded();

        assertThat(identify.identify(founded.userSecret(), founded.organizationSecret()))
                .isEqualTo(new IdentifyCaller.Outcome.Known(founded.user()));
        assertThat(
                        identify.identify(
                                founded.userSecret(),
                                new OrganizationSecret(Secret.of("f".repeat(32)))))
                .isEqualTo(new IdentifyCaller.Outcome.Stranger());
    }

    @Test
    void namesEverythingThatIsWrongWithAnOrganization() {
        FoundOrganization.Outcome outcome =
                found.found(" ", new Person("nobody", "x".repeat(256), "a\u0007b"));

        assertThat(((FoundOrganization.Outcome.Rejected) outcome).problems())
                .extracting(problem -> problem.place().name())
                .containsExactly("name", "user/email", "user/firstName", "user/lastName");
    }

    @Test
    void keepsNamesWithoutMarkup() {
        var outcome =
                found.found("<b>Ac</b>me ", new Person("ada@example.com", "<i>Ada</i>", "<br>"));

        var founded = (FoundOrganization.Outcome.Founded) outcome;
        assertThat(founded.organization().name()).isEqualTo("Acme");
        assertThat(accounts.organizations()).extracting(Organization::name).contains("Acme");
        assertThat(founded.user().firstName()).isEqualTo("Ada");
        assertThat(founded.user().lastName()).isEmpty();
        var added =
                (RegisterUser.Outcome.Added)
                        register.register(
                                founded.organization().id(),
                                new Person("eve@example.com", "", "<u>Eve"));
        assertThat(added.user().lastName()).isEqualTo("Eve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "A\u202Eda", "\u2066Ada\u2069"})
    void refusesNamesThatDeceiveTheEye(String name) {
        var organization = found.found(name, new Person("a" + name + "@b", name, name));
        var user = register.register(founded().organization().id(), new Person("a@b", name, ""));

        assertThat(((FoundOrganization.Outcome.Rejected) organization).problems())
                .extracting(problem -> problem.place().name())
                .containsExactly("name", "user/email", "user/firstName", "user/lastName");
        assertThat(((RegisterUser.Outcome.Rejected) user).problems())
                .extracting(problem -> problem.place().name())
                .containsExactly("firstName");
    }

    @Test
    void registersNobodyTwice() {
        OrganizationId organization = founded().organization().id();

        RegisterUser.Outcome outcome =
                register.register(organization, new Person("ADA@example.com", "", ""));

        assertThat(outcome).isEqualTo(new RegisterUser.Outcome.EmailTaken());
    }

    @Test
    void registersInNoOrganizationThatIsNotThere() {
        assertThat(register.register(new OrganizationId(99), ADA))
                .isEqualTo(new RegisterUser.Outcome.NoSuchOrganization());
    }

    @Test
    void voidsASecretThatIsReplaced() {
        FoundOrganization.Outcome.Founded founded = founded();

        UserSecret fresh = replace.replace(founded.user().id()).orElseThrow();

        assertThat(identify.identify(founded.userSecret(), founded.organizationSecret()))
                .isEqualTo(new IdentifyCaller.Outcome.Stranger());
        assertThat(identify.identify(fresh, founded.organizationSecret()))
                .isEqualTo(new IdentifyCaller.Outcome.Known(founded.user()));
        assertThat(replace.replace(new UserId(99))).isEmpty();
    }

    private FoundOrganization.Outcome.Founded founded() {
        return (FoundOrganization.Outcome.Founded) found.found("Acme", ADA);
    }
}
