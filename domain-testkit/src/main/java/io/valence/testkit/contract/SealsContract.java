package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.secret.Seals;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/** What every kind of seals keeps to. */
public interface SealsContract {
    /** The seals that are tried. */
    Seals seals();

    @Test
    default void opensWhatItHasSealed() {
        byte[] plain = "page 2 of {}\u0000\uD83D\uDE00".getBytes(StandardCharsets.UTF_8);

        byte[] sealed = seals().seal(plain, "page");

        assertThat(seals().open(sealed, "page").orElseThrow()).isEqualTo(plain);
    }

    @Test
    default void addsLittleToWhatItSeals() {
        for (int length : new int[] {0, 1, 1_000, 100_000}) {
            assertThat(seals().seal(new byte[length], "page")).hasSizeBetween(length, length + 64);
        }
    }

    @Test
    default void opensNothingForAnotherPurpose() {
        byte[] sealed = seals().seal(new byte[] {1, 2, 3}, "page of 1");

        assertThat(seals().open(sealed, "page of 2")).isEmpty();
    }

    @Test
    default void opensNothingThatItHasNotSealed() {
        assertThat(seals().open(new byte[0], "page")).isEmpty();
        assertThat(seals().open(new byte[100], "page")).isEmpty();
        assertThat(seals().open("hello".getBytes(StandardCharsets.UTF_8), "page")).isEmpty();
    }
}
