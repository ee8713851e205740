package io.valence.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.OperatorSecret;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.UserSecret;
import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

class SecretLinesTest {
    private static final String ODD = "$(reboot);`id`&|<>*?~#!{}[]";

    @TempDir Path folder;

    @Test
    void areReadBackAsTheyWereWritten() {
        var user = UserSecret.mint(new SecureRandom());
        var organization = new OrganizationSecret(Secret.of(ODD));
        var operator = OperatorSecret.mint(new SecureRandom());

        var secrets = SecretLines.parse(SecretLines.format(user, organization, operator));

        assertThat(SecretLines.user(secrets)).contains(user);
        assertThat(SecretLines.organization(secrets)).contains(organization);
        assertThat(SecretLines.operator(secrets)).contains(operator);
    }

    @Test
    void areStruckWhereASecretIsNoLongerGood() {
        var user = UserSecret.mint(new SecureRandom());
        var organization = new OrganizationSecret(Secret.of(ODD));
        var operator = OperatorSecret.mint(new SecureRandom());
        var lines = SecretLines.format(user, organization, operator) + "# mine\nMINE=1\n";

        var untouched = SecretLines.strike(lines, one -> true, one -> true, one -> true);
        var struck = SecretLines.strike(lines, one -> true, one -> false, operator::equals);

        assertThat(untouched).isEqualTo(lines);
        assertThat(struck)
                .doesNotContain(ODD)
                .contains("# VALENCE_ORGANIZATION_SECRET has been replaced", "# mine\nMINE=1\n");
        assertThat(SecretLines.user(SecretLines.parse(struck))).contains(user);
        assertThat(SecretLines.organization(SecretLines.parse(struck))).isEmpty();
        assertThat(SecretLines.operator(SecretLines.parse(struck))).contains(operator);
    }

    @Test
    void meanTheSameToAShell() throws IOException, InterruptedException {
        var user = UserSecret.mint(new SecureRandom());
        var file =
                Files.writeString(
                        folder.resolve("secrets"),
                        SecretLines.format(
                                user,
                                new OrganizationSecret(Secret.of(ODD)),
                                OperatorSecret.mint(new SecureRandom())));

        var shell =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                ". \"$0\"; printf '%s\\n' \"$VALENCE_USER_SECRET\""
                                        + " \"$VALENCE_ORGANIZATION_SECRET\"",
                                file.toString())
                        .start();
        var output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).isZero();
        assertThat(output.lines()).containsExactly(user.secret().reveal(), ODD);
    }

    @Test
    void passOverWhatACrashLeftHalfWritten() {
        var secrets = SecretLines.parse("# comment\nVALENCE_USER_SECRET=\nVALENCE_OPERA");

        assertThat(secrets).isEmpty();
    }
}
