package io.valence.application.account;

import io.valence.domain.account.Accounts;
import io.valence.domain.account.OperatorSecret;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.User;
import io.valence.domain.account.UserSecret;

/** From the secrets in a request to who sends it. */
public final class IdentifyCaller {
    private final Accounts accounts;

    /** A use case over these accounts. */
    public IdentifyCaller(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The user of this organization. */
    public Outcome identify(UserSecret user, OrganizationSecret organization) {
        return accounts.identify(user, organization)
                .<Outcome>map(Outcome.Known::new)
                .orElseGet(Outcome.Stranger::new);
    }

    /** The user of this secret, of whichever organization. */
    public Outcome identify(UserSecret user) {
        return accounts.identify(user)
                .<Outcome>map(Outcome.Known::new)
                .orElseGet(Outcome.Stranger::new);
    }

    /** Whether it is the operator. */
    public boolean isOperator(OperatorSecret secret) {
        return accounts.isOperator(secret);
    }

    /** Who it is. */
    public sealed interface Outcome {
        /** A user. */
        record Known(User user) implements Outcome {}

        /** Nobody known. Which of the secrets is wrong is not told. */
        record Stranger() implements Outcome {}
    }
}
