package io.valence.sandbox.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** How many calls are carried out in each window of time; the others are answered with 429. */
final class RateLimit {
    private final int most;
    private final Duration window;
    private long began = System.nanoTime();
    private int taken;

    RateLimit(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    /** Where a call stands in its window; nothing is left for one that came too late. */
    private record Place(boolean isInTime, int left, Duration rest) {
        /** Whole seconds, rounded up: who comes back then is let in. */
        private long seconds() {
            return rest.plusMillis(999).toSeconds();
        }
    }

    Answer pass(Call call, Action action, Function<Refusal, Answer> words) throws IOException {
        Place place = take();
        Answer answer =
                place.isInTime()
                        ? action.answer(call)
                        : words.apply(
                                        new Refusal(
                                                429,
                                                "too_many_requests",
                                                "Too many requests. Come back later."))
                                .with("Retry-After", Long.toString(place.seconds()));
        long reset = Instant.now().getEpochSecond() + place.seconds();
        return answer.with("X-RateLimit-Limit", Integer.toString(most))
                .with("X-RateLimit-Remaining", Integer.toString(place.left()))
                .with("X-RateLimit-Reset", Long.toString(reset));
    }

    private synchronized Place take() {
        long now = System.nanoTime();
        if (now - began >= window.toNanos()) {
            began = now;
            taken = 0;
        }
        boolean isInTime = taken < most;
        taken += isInTime ? 1 : 0;
        return new Place(isInTime, most - taken, window.minusNanos(now - began));
    }
}
