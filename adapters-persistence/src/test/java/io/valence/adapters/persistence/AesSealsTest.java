package io.valence.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.secret.Seals;
import io.valence.testkit.contract.SealsContract;

import org.junit.jupiter.api.Test;

import java.util.Map;

class AesSealsTest implements SealsContract {
    private final AesSeals seals = sealingBy(1);

    private static AesSeals sealingBy(int current) {
        return new AesSeals(
                new Sealing(
                        Map.of(1, new AesGcm(new byte[32]), 2, new AesGcm(key((byte) 7))),
                        current));
    }

    private static byte[] key(byte filling) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, filling);
        return key;
    }

    @Override
    public Seals seals() {
        return seals;
    }

    @Test
    void opensWhatWasSealedByAKeyThatIsNoLongerTheCurrentOne() {
        byte[] sealed = seals.seal(new byte[] {1}, "page");

        assertThat(sealingBy(2).open(sealed, "page")).isPresent();
    }

    @Test
    void opensNothingOfWhichABitIsAnotherOne() {
        byte[] sealed = seals.seal(new byte[] {1}, "page");

        for (int i = 0; i < sealed.length * 8; i++) {
            byte[] altered = sealed.clone();
            altered[i / 8] ^= (byte) (1 << (i % 8));
            assertThat(seals.open(altered, "page")).isEmpty();
        }
    }
}
