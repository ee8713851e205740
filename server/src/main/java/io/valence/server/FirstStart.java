package io.valence.server;

import io.valence.application.account.FoundOrganization;
import io.valence.domain.account.Accounts;
import io.valence.domain.account.Person;
import io.valence.server.settings.Settings;

import java.io.IOException;
import java.security.SecureRandom;
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
    private static final String ORGANIZATION = "Default organization";
    private static final Person USER = new Person("first.user@localhost", "First", "User");

    private final Accounts accounts;
    private final FoundOrganization foundOrganization;
    private final DataFolder folder;
    private final Settings.GivenSecrets given;
    private final SecureRandom random;

    FirstStart(
            Accounts accounts,
            FoundOrganization foundOrganization,
            DataFolder folder,
            Settings.GivenSecrets given,
            SecureRandom random) {
        this.accounts = accounts;
        this.foundOrganization = foundOrganization;
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
            return Optional.empty();
        }
        FirstSecrets secrets = writtenSecrets();
        if (!isFounded) {
            found(secrets);
        }
        if (!hasOperator) {
            accounts.appointOperator(secrets.operator());
        }
        return Optional.of(secrets);
    }

    private void found(FirstSecrets secrets) {
        switch (foundOrganization.found(
                ORGANIZATION, USER, secrets.organization(), secrets.user())) {
            case FoundOrganization.Outcome.Founded _ -> {
                if (!accounts.isFirst(secrets.user())) {
                    throw anotherWasFaster();
                }
            }
            case FoundOrganization.Outcome.Rejected(var problems) ->
                    throw new IllegalStateException("the first user is refused: " + problems);
        }
    }

    /** Two nodes found an empty database at one moment; what the faster one wrote counts. */
    private Refusal anotherWasFaster() {
        return Refusal.ofWish(
                "Another server made the first organization at the same moment, with secrets of"
                        + " its own. Start this one again; the secrets that count are in the other"
                        + " one's data folder, and those in "
                        + folder.firstSecrets().path()
                        + " do not.");
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
