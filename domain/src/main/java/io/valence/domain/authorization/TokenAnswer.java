package io.valence.domain.authorization;

import io.valence.domain.secret.Secret;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What came of asking a vendor for tokens. A vendor that says no is an answer, not an error. */
public sealed interface TokenAnswer {
    /**
     * Tokens.
     *
     * @param refresh absent if the vendor sent none: an earlier one stays good
     * @param lifetime absent if the vendor did not say
     * @param term the time that the token itself names, if it is a JWT (RFC 7519)
     */
    record Granted(
            Secret access,
            Optional<Secret> refresh,
            Optional<Duration> lifetime,
            Optional<Term> term)
            implements TokenAnswer {
        /**
         * As they are kept: good for as long as the vendor says, else as the element knows, else as
         * the token itself says, else until a 401.
         */
        public Tokens tokens(Instant askedAt, Optional<Duration> knownLifetime) {
            Optional<Duration> life =
                    lifetime.or(() -> knownLifetime)
                            .or(() -> term.flatMap(named -> named.leftAt(askedAt)));
            return new Tokens(access, refresh, askedAt, life.map(askedAt::plus));
        }
    }

    /**
     * From when until when a token says that it is good, by the clock of the vendor.
     *
     * @param from absent if it does not say
     */
    record Term(Optional<Instant> from, Instant until) {
        /**
         * How much of it is left to somebody who has just been handed the token, by whatever clock
         * if its beginning is known; nothing is known if that is nothing.
         */
        Optional<Duration> leftAt(Instant askedAt) {
            return Optional.of(Duration.between(from.orElse(askedAt), until))
                    .filter(left -> !left.isNegative() && !left.isZero());
        }
    }

    /**
     * An error of RFC 6749, section 5.2.
     *
     * @param said the vendor's words, without any secret
     */
    record Refused(int status, String error, String said) implements TokenAnswer {
        /** Whether asking again with the same code or refresh token is of no use. */
        public boolean isDefinitive() {
            return error.equals("invalid_grant");
        }
    }

    /**
     * An answer that is none: a failure of the vendor's, or something that is no token.
     *
     * @param said the vendor's words, without any secret
     */
    record Unusable(int status, String said) implements TokenAnswer {
        private static final int OK = 200;
        private static final int MULTIPLE_CHOICES = 300;
        private static final int BAD_GATEWAY = 502;
        private static final int GATEWAY_TIMEOUT = 504;

        /**
         * Whether the vendor may have carried the request out all the same: it says so, or somebody
         * in between has lost its answer.
         */
        public boolean mayHideTokens() {
            return (status >= OK && status < MULTIPLE_CHOICES)
                    || status == BAD_GATEWAY
                    || status == GATEWAY_TIMEOUT;
        }
    }

    /**
     * No answer in time, or no connection.
     *
     * @param late whether it was time that ran out
     * @param sent whether the vendor may have received the request, and have carried it out
     */
    record Unreachable(String reason, boolean late, boolean sent) implements TokenAnswer {}

    /** The request was not sent: it may not go where it should. */
    record Barred(String reason) implements TokenAnswer {}
}
