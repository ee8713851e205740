package io.valence.server;

import io.valence.domain.account.OperatorSecret;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.UserSecret;
import io.valence.domain.secret.Secret;
import io.valence.server.settings.SecretLines;
import io.valence.server.settings.Settings;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Map;

/** The three secrets that a new server starts with, in a file that a shell can read. */
record FirstSecrets(UserSecret user, OrganizationSecret organization, OperatorSecret operator) {
    /** Given ones first, then those that an unfinished start has left behind, then fresh ones. */
    static FirstSecrets of(Settings.GivenSecrets given, PrivateFile file, SecureRandom random)
            throws IOException {
        Map<String, Secret> left = file.exists() ? SecretLines.parse(file.read()) : Map.of();
        return new FirstSecrets(
                given.user()
                        .or(() -> SecretLines.user(left))
                        .orElseGet(() -> UserSecret.mint(random)),
                given.organization()
                        .or(() -> SecretLines.organization(left))
                        .orElseGet(() -> OrganizationSecret.mint(random)),
                given.operator()
                        .or(() -> SecretLines.operator(left))
                        .orElseGet(() -> OperatorSecret.mint(random)));
    }

    String lines() {
        return SecretLines.format(user, organization, operator);
    }
}
