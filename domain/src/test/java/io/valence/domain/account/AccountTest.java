package io.valence.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.SecureRandom;
import java.util.Base64;

class AccountTest {
    private final SecureRandom random = new SecureRandom();

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void numbersArePositive(long number) {
        assertThatThrownBy(() -> new AccountId(number)).hasMessageContaining("account");
        assertThatThrownBy(() -> new OrganizationId(number)).hasMessageContaining("organization");
        assertThatThrownBy(() -> new UserId(number)).hasMessageContaining("user");
    }

    @Test
    void numbersPrintAsThemselves() {
        assertThat(new AccountId(7)).hasToString("7");
        assertThat(new OrganizationId(8)).hasToString("8");
        assertThat(new UserId(9)).hasToString("9");
    }

    @Test
    void anOrganizationsSecretHas32HexadecimalDigits() {
        var secret = OrganizationSecret.mint(random).secret().reveal();

        assertThat(secret).hasSize(32).matches(text -> text.chars().allMatch(AccountTest::isHex));
    }

    @Test
    void theOtherSecretsAre32RandomBytesInBase64() {
        var user = UserSecret.mint(random).secret().reveal();
        var operator = OperatorSecret.mint(random).secret().reveal();

        assertThat(Base64.getDecoder().decode(user)).hasSize(32);
        assertThat(Base64.getDecoder().decode(operator)).hasSize(32);
    }

    @Test
    void noSecretIsMintedTwice() {
        assertThat(UserSecret.mint(random)).isNotEqualTo(UserSecret.mint(random));
        assertThat(OperatorSecret.mint(random)).isNotEqualTo(OperatorSecret.mint(random));
        assertThat(OrganizationSecret.mint(random)).isNotEqualTo(OrganizationSecret.mint(random));
    }

    @Test
    void secretsPrintAsTheMaskAndAreFoundByTheirFingerprint() {
        var user = UserSecret.mint(random);
        var operator = OperatorSecret.mint(random);
        var organization = OrganizationSecret.mint(random);

        assertThat(user).hasToString("UserSecret[secret=********]");
        assertThat(operator).hasToString("OperatorSecret[secret=********]");
        assertThat(organization).hasToString("OrganizationSecret[secret=********]");
        assertThat(user.fingerprint()).isEqualTo(user.secret().fingerprint());
        assertThat(operator.fingerprint()).isEqualTo(operator.secret().fingerprint());
        assertThat(organization.fingerprint()).isEqualTo(organization.secret().fingerprint());
    }

    private static boolean isHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
