package io.valence.domain.instance;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to get tokens, as the ledger keeps it.
 *
 * @param node which server process made it
 * @param generation of the tokens that were to be replaced; 0 for the first ones
 * @param vendorStatus the HTTP status of the vendor's answer, if there was one
 * @param vendorSaid the vendor's words, without any secret
 */
public record Attempt(
        Instant at,
        Cause cause,
        String node,
        long generation,
        Optional<Integer> vendorStatus,
        Optional<String> vendorSaid,
        Result result) {
    /** The same attempt with another result. */
    public Attempt with(Result other) {
        return new Attempt(at, cause, node, generation, vendorStatus, vendorSaid, other);
    }

    /** Why it was made. */
    public enum Cause {
        /** The instance was made. */
        PROVISIONED,
        /** Its owner consented again. */
        REAUTHORIZED,
        /** The token was about to expire. */
        AHEAD_OF_TIME,
        /** A call found the token expired. */
        EXPIRED,
        /** The vendor answered a call with 401. */
        UNAUTHORIZED
    }

    /** What came of it. */
    public enum Result {
        /** There are new tokens. */
        RENEWED,
        /** There were newer tokens when the answer came. */
        OVERTAKEN,
        /** The vendor will not have the refresh token any more. */
        REFUSED,
        /** It failed, and may succeed later. */
        FAILED,
        /** Whoever made it never learned the vendor's answer. */
        ANSWER_LOST;

        /** Whether the same tokens may be renewed by another attempt. */
        public boolean isFailure() {
            return this == FAILED || this == ANSWER_LOST;
        }
    }
}
