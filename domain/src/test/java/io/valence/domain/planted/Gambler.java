package io.valence.domain.planted;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.function.Supplier;

/** Helps itself to time and chance: by a reference, by a call and by a constructor. */
public final class Gambler {
    private Gambler() {}

    /** The time, by a reference. */
    public static Supplier<Instant> clock() {
        return Instant::now;
    }

    /** The time, by a call. */
    public static long millis() {
        return System.currentTimeMillis();
    }

    /** Chance, by a constructor. */
    public static SecureRandom dice() {
        return new SecureRandom();
    }
}
