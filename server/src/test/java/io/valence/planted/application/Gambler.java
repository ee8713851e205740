package io.valence.planted.application;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.function.Supplier;

/** Takes time and chance from wherever they are. */
final class Gambler {
    private Gambler() {}

    static long called() {
        return System.currentTimeMillis();
    }

    static Supplier<Instant> named() {
        return Instant::now;
    }

    static SecureRandom made() {
        return new SecureRandom();
    }
}
