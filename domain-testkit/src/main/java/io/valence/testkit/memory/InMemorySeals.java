package io.valence.testkit.memory;

import io.valence.domain.secret.Seals;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Seals that are numbers of what lies here, and as long as if they held it. */
public final class InMemorySeals implements Seals {
    /** As many bytes as others take for a cipher's beginning and end. */
    private static final int ADDED = 33;

    private record Kept(String plain, String purpose) {}

    private final List<Kept> kept = new ArrayList<>();

    @Override
    public synchronized byte[] seal(byte[] plain, String purpose) {
        kept.add(new Kept(new String(plain, StandardCharsets.ISO_8859_1), purpose));
        byte[] number = BigInteger.valueOf(kept.size()).toByteArray();
        byte[] sealed = new byte[plain.length + ADDED];
        System.arraycopy(number, 0, sealed, sealed.length - number.length, number.length);
        return sealed;
    }

    @Override
    public synchronized Optional<byte[]> open(byte[] sealed, String purpose) {
        BigInteger number = sealed.length == 0 ? BigInteger.ZERO : new BigInteger(sealed);
        boolean known =
                number.signum() > 0 && number.compareTo(BigInteger.valueOf(kept.size())) <= 0;
        return known
                ? Optional.of(kept.get(number.intValue() - 1))
                        .filter(each -> each.purpose().equals(purpose))
                        .filter(each -> each.plain().length() + ADDED == sealed.length)
                        .map(each -> each.plain().getBytes(StandardCharsets.ISO_8859_1))
                : Optional.empty();
    }
}
