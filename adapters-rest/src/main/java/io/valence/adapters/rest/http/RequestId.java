package io.valence.adapters.rest.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The name of one call, in its answer and in the log: 24 hexadecimal digits. It need not be hard to
 * guess.
 */
public record RequestId(String text) {
    static RequestId fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return new RequestId(
                hex.toHexDigits((int) (System.currentTimeMillis() / 1000))
                        + hex.toHexDigits(random.nextLong()));
    }

    @Override
    public String toString() {
        return text;
    }
}
