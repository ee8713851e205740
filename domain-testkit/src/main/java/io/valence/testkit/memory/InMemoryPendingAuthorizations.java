package io.valence.testkit.memory;

import io.valence.domain.authorization.Pending;
import io.valence.domain.authorization.PendingAuthorizations;
import io.valence.domain.authorization.Question;
import io.valence.domain.secret.Fingerprint;
import io.valence.domain.secret.Secret;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Awaited answers that are forgotten when the program ends. */
public final class InMemoryPendingAuthorizations implements PendingAuthorizations {
    private final Map<Fingerprint, Awaited> awaited = new LinkedHashMap<>();

    /** No answer is awaited yet. */
    public InMemoryPendingAuthorizations() {}

    private record Awaited(Secret verifier, Instant expiresAt, long answers) {
        boolean hasExpired(Instant now) {
            return !expiresAt.isAfter(now);
        }

        Awaited and(Awaited another) {
            return new Awaited(
                    verifier,
                    another.expiresAt.isAfter(expiresAt) ? another.expiresAt : expiresAt,
                    answers + another.answers);
        }

        Awaited oneLess() {
            return new Awaited(verifier, expiresAt, answers - 1);
        }
    }

    @Override
    public synchronized Optional<Secret> await(Pending pending, Instant now, int most) {
        awaited.values().removeIf(one -> one.hasExpired(now));
        Fingerprint key = pending.question().fingerprint();
        if (!awaited.containsKey(key) && awaited.size() >= most) {
            return Optional.empty();
        }
        Awaited one = new Awaited(pending.verifier(), pending.expiresAt(), 1);
        return Optional.of(awaited.merge(key, one, Awaited::and).verifier());
    }

    @Override
    public synchronized Optional<Secret> take(Question question, Instant now) {
        Fingerprint key = question.fingerprint();
        Optional<Awaited> found =
                Optional.ofNullable(awaited.get(key)).filter(one -> !one.hasExpired(now));
        awaited.computeIfPresent(key, (same, one) -> one.answers() > 1 ? one.oneLess() : null);
        return found.map(Awaited::verifier);
    }
}
