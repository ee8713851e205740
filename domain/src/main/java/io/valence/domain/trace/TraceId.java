package io.valence.domain.trace;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The name of a trace: 24 hexadecimal digits. */
public record TraceId(String value) {
    private static final int BYTES = 12;

    public TraceId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not the name of a trace");
        }
    }

    /** A fresh one. */
    public static TraceId mint(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TraceId(HexFormat.of().formatHex(bytes));
    }

    /** The name that this foreign text is, if it is one. */
    public static Optional<TraceId> parse(String text) {
        return isOne(text) ? Optional.of(new TraceId(text)) : Optional.empty();
    }

    private static boolean isOne(String text) {
        return text.length() == 2 * BYTES
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    @Override
    public String toString() {
        return value;
    }
}
