package io.valence.domain.authorization;

import io.valence.domain.secret.Secret;

import java.time.Instant;
import java.util.Optional;

/** The questions whose answers are awaited. Anybody may ask one, so their number is bounded. */
public interface PendingAuthorizations {
    /**
     * Awaits an answer to this question, and one more if the same one is awaited already: then the
     * verifier stays that of the first, so that whoever asks what somebody else has asked spoils
     * nothing, and all of them are awaited as long as the last. Forgets what has expired.
     *
     * @return the verifier that the question is to be asked with; none if there are as many
     *     questions as there may be
     */
    Optional<Secret> await(Pending pending, Instant now, int most);

    /**
     * The verifier of this question, of which one answer less is awaited with this. None if no
     * answer is awaited any more; an answer to another question is none to this one.
     */
    Optional<Secret> take(Question question, Instant now);
}
