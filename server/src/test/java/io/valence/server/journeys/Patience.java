package io.valence.server.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Waiting for what happens in its own time. */
final class Patience {
    private Patience() {}

    /** Looks until it is so; says no after this many seconds. */
    static boolean until(int seconds, Callable<Boolean> isSo) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(seconds));
        while (!isSo.call()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }
}
