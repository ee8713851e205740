package io.valence.server;

import io.valence.domain.account.Accounts;
import io.valence.domain.account.Person;
import io.valence.server.settings.SecretLines;
import io.valence.server.settings.Settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a new database needs before anybody can call: an organization, its user, and an operator.
 *
 * <p>Their secrets are on the disk before they are in the database, which keeps fingerprints only:
 * if the server dies in between, the next start goes on with the same ones.
 */
final class FirstStart {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final String ORGANIZATION = "Default organization";
    private static final Person USER = new Person("first.user@localhost", "First", "User");

    private final Accounts accounts;
    private final InstantSource time;
    private final DataFolder folder;
    private final Settings.GivenSecrets given;
    private final SecureRandom random;

    FirstStart(
            Accounts accounts,
            InstantSource time,
            DataFolder folder,
            Settings.GivenSecrets given,
            SecureRandom random) {
        this.accounts = accounts;
        this.time = time;
        this.folder = folder;
        this.given = given;
        this.random = random;
    }

    /** Makes what is missing; the secrets, if anything was. */
    Optional<FirstSecrets> carryOut() {
        boolean isFounded = !accounts.organizations().isEmpty();
        boolean hasOperator = accounts.hasOperator();
        refuseOtherSecrets(isFounded, hasOperator);
        if (isFounded && hasOperator) {
            strikeDeadSecrets();
            return Optional.empty();
        }
        FirstSecrets secrets = writtenSecrets();
        if (isFounded) {
            accounts.appointOperator(secrets.operator());
            strikeDeadSecrets();
            return Optional.of(secrets);
        }
        boolean isBegun =
                accounts.begin(
                                ORGANIZATION,
                                secrets.organization(),
                                USER,
                                secrets.user(),
                                secrets.operator(),
                                time.instant())
                        .isPresent();
        return isBegun ? Optional.of(secrets) : comeSecond();
    }

    /**
     * Another node found the database empty at the same moment and was faster: what it made counts,
     * and this one goes on if it was not told otherwise.
     */
    private Optional<FirstSecrets> comeSecond() {
        try {
            folder.firstSecrets().delete();
        } catch (IOException failure) {
            throw Refusal.ofCircumstance(
                    "The secrets in "
                            + folder.firstSecrets().path()
                            + " do not count, since another server was faster, and cannot be"
                            + " deleted. Delete the file.");
        }
        refuseOtherSecrets(true, true);
        return Optional.empty();
    }

    /** Secrets that were replaced since must not look as if they were good. */
    private void strikeDeadSecrets() {
        PrivateFile file = folder.firstSecrets();
        try {
            if (file.exists()) {
                String before = file.read();
                String after =
                        SecretLines.strike(
                                before, accounts::isFirst, accounts::isFirst, accounts::isOperator);
                if (!after.equals(before)) {
                    file.write(after);
                }
            }
        } catch (IOException failure) {
            LOG.atWarn()
                    .addKeyValue("file", file.path())
                    .log("The first secrets cannot be read or written; some may be replaced");
        }
    }

    private FirstSecrets writtenSecrets() {
        try {
            FirstSecrets secrets = FirstSecrets.of(given, folder.firstSecrets(), random);
            folder.firstSecrets().write(secrets.lines());
            return secrets;
        } catch (IOException failure) {
            throw Refusal.ofCircumstance(
                    "The secrets cannot be written to " + folder.firstSecrets().path() + ".");
        }
    }

    private void refuseOtherSecrets(boolean isFounded, boolean hasOperator) {
        List<String> others = new ArrayList<>();
        if (isFounded && given.user().filter(secret -> !accounts.isFirst(secret)).isPresent()) {
            others.add("VALENCE_USER_SECRET is not the secret of the first user");
        }
        if (isFounded
                && given.organization().filter(secret -> !accounts.isFirst(secret)).isPresent()) {
            others.add("VALENCE_ORGANIZATION_SECRET is not the secret of the first organization");
        }
        if (hasOperator
                && given.operator().filter(secret -> !accounts.isOperator(secret)).isPresent()) {
            others.add("VALENCE_OPERATOR_SECRET is not the secret of the operator");
        }
        if (!others.isEmpty()) {
            throw Refusal.ofWish(
                    "These settings differ from what the database holds; leave them out or set"
                            + " them right (valence admin replaces lost secrets):",
                    others);
        }
    }
}
