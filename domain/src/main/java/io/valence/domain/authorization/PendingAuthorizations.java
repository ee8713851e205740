package io.valence.domain.authorization;

import java.time.Instant;
import java.util.Optional;

/** The questions whose answers are awaited. Anybody may ask one, so their number is bounded. */
public interface PendingAuthorizations {
    /**
     * Awaits this answer, in place of an earlier one of the same state. Forgets what has expired;
     * says no if there are as many as there may be.
     */
    boolean await(Pending pending, Instant now, int most);

    /**
     * The question of this state, which is forgotten with this: nobody gets it twice. None if there
     * is none, or if it has expired.
     */
    Optional<Pending> take(String state, Instant now);
}
