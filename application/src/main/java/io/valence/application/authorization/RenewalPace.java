package io.valence.application.authorization;

import io.valence.domain.authorization.Tokens;
import io.valence.domain.instance.Attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When tokens are renewed, and how long everybody waits for it.
 *
 * @param patience how long a caller waits for a renewal
 * @param deadline how long the vendor may take to answer, and then the store to keep the answer
 * @param lease how long a turn is held unless it is kept
 * @param poll how often a node looks whether another one is done
 * @param skew how long before its end a token is renewed, at most
 */
public record RenewalPace(
        Duration patience, Duration deadline, Duration lease, Duration poll, Duration skew) {
    private static final Duration SHORTEST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final Duration SHORTEST_REST_AFTER_401 = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST_AHEAD = Duration.ofMinutes(10);

    /** After so many the rest grows no more. */
    static final int FAILURES_THAT_MATTER = 2;

    /** Chance adds up to this fraction, so that those who began together do not end together. */
    private static final int JITTER = 10;

    /** The pace of a server. */
    public static RenewalPace ordinary() {
        return new RenewalPace(
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(15),
                Duration.ofMillis(200),
                Duration.ofMinutes(5));
    }

    /**
     * When to renew these tokens ahead of time: before their end by the skew, or half their life if
     * that is shorter, and a little earlier by chance, so that those who began together do not end
     * together. Never if they have no end, or nothing to be renewed by.
     */
    public Optional<Instant> refreshAt(Tokens tokens, boolean renewable, RandomGenerator random) {
        if (!renewable || tokens.expiresAt().isEmpty()) {
            return Optional.empty();
        }
        Duration half = tokens.lifetime().orElseThrow().dividedBy(2);
        Duration early = half.compareTo(skew) < 0 ? half : skew;
        long jitter = random.nextLong(1 + Math.max(0, early.toMillis() / JITTER));
        return Optional.of(tokens.expiresAt().get().minus(early).minusMillis(jitter));
    }

    /**
     * When to try again after a failure: the longer the tokens are past their end, the later; well
     * before their end if they are still good. Those without an end are trusted from the beginning
     * as little as others after their end.
     */
    Instant retryAt(Tokens tokens, Instant now, RandomGenerator random) {
        Duration left = Duration.between(now, tokens.expiresAt().orElse(tokens.obtainedAt()));
        Duration rest =
                left.isNegative()
                        ? bounded(left.abs().dividedBy(2), LONGEST_REST)
                        : bounded(left.dividedBy(4), LONGEST_REST_AHEAD);
        return now.plus(rest).plusMillis(random.nextLong(1 + rest.toMillis() / JITTER));
    }

    /**
     * When to try again what a vendor refuses before its end, after these failures, the latest
     * first: the more there were, the later, and not while the vendor may be at the last one still.
     */
    Optional<Instant> retryAt(List<Attempt> failures) {
        return failures.stream()
                .findFirst()
                .map(
                        last ->
                                last.result() == Attempt.Result.ANSWER_LOST
                                        ? last.at().plus(deadline)
                                        : last.at()
                                                .plus(
                                                        SHORTEST_REST_AFTER_401.multipliedBy(
                                                                failures.size())));
    }

    /** How long to leave a store alone that has failed for so long already. */
    Duration pauseAfter(Duration waited) {
        Duration longest = poll.multipliedBy(5);
        if (waited.compareTo(poll) < 0) {
            return poll;
        }
        return waited.compareTo(longest) > 0 ? longest : waited;
    }

    /**
     * Whether this may be the end of a rest after tokens that are past their end were not renewed.
     * What is further away was set by a clock that has gone back since.
     */
    static boolean isRest(Instant now, Instant until) {
        Duration longest = LONGEST_REST.plus(LONGEST_REST.dividedBy(JITTER));
        return now.isBefore(until) && !until.isAfter(now.plus(longest));
    }

    private static Duration bounded(Duration wanted, Duration longest) {
        if (wanted.compareTo(SHORTEST_REST) < 0) {
            return SHORTEST_REST;
        }
        return wanted.compareTo(longest) > 0 ? longest : wanted;
    }
}
