package io.valence.application.instance;

import io.valence.domain.account.User;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Grants;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows how an instance stands with its vendor. */
public final class ShowHealth {
    private static final int MOST_ATTEMPTS = 20;

    private final FindInstances find;
    private final Grants grants;

    /** A use case over these instances. */
    public ShowHealth(FindInstances find, Grants grants) {
        this.find = find;
        this.grants = grants;
    }

    /** The health of the instance, if the caller's organization has it. */
    public Optional<Health> show(User caller, InstanceReference reference) {
        return find.find(caller, reference).map(this::health);
    }

    private Health health(ConnectedInstance found) {
        Optional<Grant> grant = grants.find(found.instance().id());
        List<Attempt> attempts =
                grant.isEmpty() ? List.of() : grants.ledger(found.instance().id(), MOST_ATTEMPTS);
        return new Health(
                found, grant, grant.map(tokens -> lastSuccess(tokens, attempts)), attempts);
    }

    /** If it is longer ago than those attempts, the tokens themselves tell. */
    private static Instant lastSuccess(Grant grant, List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.result() == Attempt.Result.RENEWED)
                .map(Attempt::at)
                .findFirst()
                .orElseGet(() -> grant.tokens().obtainedAt());
    }

    /**
     * How it stands.
     *
     * @param lastSuccess when tokens were last had, if there are any
     * @param attempts the latest first
     */
    public record Health(
            ConnectedInstance instance,
            Optional<Grant> grant,
            Optional<Instant> lastSuccess,
            List<Attempt> attempts) {
        public Health {
            attempts = List.copyOf(attempts);
        }
    }
}
