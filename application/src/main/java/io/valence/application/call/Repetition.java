package io.valence.application.call;

import io.valence.domain.call.VendorAnswer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * How a call is made again that may do better in a moment: a few times, after longer and longer
 * rests of random length, so that callers who failed together do not come back together.
 */
public final class Repetition {
    private static final int MOST_ATTEMPTS = 3;
    private static final Duration FIRST_REST = Duration.ofMillis(200);

    /** A vendor that wants to be left alone for longer is left alone by the caller. */
    private static final Duration LONGEST_WISH = Duration.ofSeconds(5);

    /** Too many requests, bad gateway, unavailable, gateway timeout. */
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE");

    private final RandomGenerator chance;
    private final Pause pause;

    /** The one that rests like this. */
    public Repetition(RandomGenerator chance, Pause pause) {
        this.chance = chance;
        this.pause = pause;
    }

    /** Whether this call is ever made again. */
    static boolean suits(VendorCall call) {
        return call.endurance().isPresent()
                && REPEATABLE.contains(call.method())
                && call.isRepeatable();
    }

    /**
     * How long to rest before the call is made again, if it is.
     *
     * @param attempts how often it has been made
     */
    Optional<Duration> rest(VendorCall call, VendorAnswer answer, int attempts, Instant now) {
        if (attempts >= MOST_ATTEMPTS || !suits(call) || !mayPass(call, answer)) {
            return Optional.empty();
        }
        Duration wish =
                answer instanceof VendorAnswer.Answered answered
                        ? RetryAfter.in(answered.headers(), now).orElse(Duration.ZERO)
                        : Duration.ZERO;
        if (wish.compareTo(LONGEST_WISH) > 0) {
            return Optional.empty();
        }
        long most = FIRST_REST.toNanos() << (attempts - 1);
        Duration rest = wish.plusNanos(chance.nextLong(most + 1));
        return call.endurance()
                .filter(endurance -> endurance.lasts() && endurance.spend(rest))
                .map(spent -> rest);
    }

    /** What was sent and got no answer may still have been done, and may still be under way. */
    private static boolean mayPass(VendorCall call, VendorAnswer answer) {
        return switch (answer) {
            case VendorAnswer.Answered answered -> PASSING.contains(answered.status());
            case VendorAnswer.Unreachable(var reason, var late, var sent) ->
                    !sent || (!late && READING.contains(call.method()));
            case VendorAnswer.BodyBrokeOff(var late) -> false;
            case VendorAnswer.Resting(var reason, var rest) -> false;
            case VendorAnswer.Barred(var reason) -> false;
        };
    }

    /** Rests; says whether nobody has interrupted it and somebody still waits. */
    boolean hold(VendorCall call, Duration rest) {
        try {
            pause.last(rest);
            return call.endurance().filter(Endurance::lasts).isPresent();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
