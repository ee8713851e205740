package io.valence.domain.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    private static final String DIGEST_OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private record Holder(String name, Secret secret) {}

    @Test
    void printsAsTheMaskWhateverItsLength() {
        var holder = new Holder("x", Secret.of("open sesame"));

        assertThat(Secret.of("a")).hasToString("********");
        assertThat(holder).hasToString("Holder[name=x, secret=********]");
    }

    @Test
    void revealsItsTextWhenAsked() {
        var secret = Secret.of("open sesame");

        assertThat(secret.reveal()).isEqualTo("open sesame");
        assertThat(secret.length()).isEqualTo(11);
    }

    @Test
    void isEqualByTextAndHashesAlikeForAll() {
        assertThat(Secret.of("abc")).isEqualTo(Secret.of("abc")).isNotEqualTo(Secret.of("abd"));
        assertThat(Secret.of("abc")).hasSameHashCodeAs(Secret.of("xyz"));
    }

    @Test
    void isNeverEmpty() {
        assertThatThrownBy(() -> Secret.of("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isFoundByTheDigestOfItsText() {
        var fingerprint = Secret.of("abc").fingerprint();

        assertThat(fingerprint.hex()).isEqualTo(DIGEST_OF_ABC);
        assertThat(fingerprint).isEqualTo(Fingerprint.ofHex(DIGEST_OF_ABC));
        assertThat(fingerprint).hasSameHashCodeAs(Fingerprint.ofHex(DIGEST_OF_ABC));
        assertThat(fingerprint).isNotEqualTo(Secret.of("abd").fingerprint());
    }

    @Test
    void printsNoMoreThanTheBeginningOfAFingerprint() {
        assertThat(Secret.of("abc").fingerprint()).hasToString("Fingerprint[ba7816bf…]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", DIGEST_OF_ABC + "0"})
    void refusesAFingerprintOfAnotherLengthWithoutRepeatingIt(String hex) {
        assertThatThrownBy(() -> Fingerprint.ofHex(hex))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a fingerprint has 64 hexadecimal digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"********", " ********", "********\n"})
    void theMaskCoversItselfAndSpaceAroundIt(String text) {
        assertThat(Mask.covers(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*******", "*********", "******** x", "secret"})
    void theMaskCoversNothingElse(String text) {
        assertThat(Mask.covers(text)).isFalse();
    }
}
