package io.valence.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class SealingTest {
    private static final ConfigurationKey PASSWORD = new ConfigurationKey("password");
    private static final Binding HOME = secretOf(1, 2, PASSWORD);

    private final AesGcm first = new AesGcm(new byte[32]);
    private final AesGcm second =
            new AesGcm(
                    new byte[] {
                        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
                        22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32
                    });
    private final Sealing sealing = new Sealing(Map.of(1, first), 1);

    private static Binding secretOf(long organization, long instance, ConfigurationKey key) {
        return Binding.ofSecret(new OrganizationId(organization), new InstanceId(instance), key);
    }

    @Test
    void opensWhatItSealed() {
        byte[] sealed = sealing.seal(Secret.of("geheim 🔑"), HOME);

        assertThat(sealing.open(sealed, HOME).reveal()).isEqualTo("geheim 🔑");
    }

    @Test
    void sealsOneSecretDifferentlyEachTimeAndNeverReadably() {
        byte[] once = sealing.seal(Secret.of("geheim"), HOME);
        byte[] again = sealing.seal(Secret.of("geheim"), HOME);

        assertThat(once).isNotEqualTo(again);
        assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("geheim");
    }

    @Test
    void opensNothingThatWasMoved() {
        byte[] sealed = sealing.seal(Secret.of("geheim"), HOME);

        List<Binding> elsewhere =
                List.of(
                        secretOf(2, 2, PASSWORD),
                        secretOf(1, 3, PASSWORD),
                        secretOf(1, 2, new ConfigurationKey("password2")),
                        Binding.ofToken(new OrganizationId(1), new InstanceId(2)));

        assertThat(elsewhere).allSatisfy(binding -> refusesToOpen(sealed, binding));
    }

    @Test
    void opensNothingThatWasAlteredInASingleBitOrCutOff() {
        byte[] sealed = sealing.seal(Secret.of("geheim"), HOME);

        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            byte[] altered = sealed.clone();
            altered[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            refusesToOpen(altered, HOME);
        }
        for (int length = 0; length < sealed.length; length++) {
            refusesToOpen(java.util.Arrays.copyOf(sealed, length), HOME);
        }
    }

    @Test
    void opensByTheKeyThatSealedAndSealsByTheCurrentOne() {
        byte[] old = sealing.seal(Secret.of("old"), HOME);
        Sealing rotated = new Sealing(Map.of(1, first, 2, second), 2);

        byte[] fresh = rotated.seal(Secret.of("fresh"), HOME);

        assertThat(rotated.open(old, HOME).reveal()).isEqualTo("old");
        assertThat(rotated.open(fresh, HOME).reveal()).isEqualTo("fresh");
        refusesToOpen(fresh, HOME);
    }

    private void refusesToOpen(byte[] sealed, Binding binding) {
        assertThatThrownBy(() -> sealing.open(sealed, binding))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("of instance %s does not open", binding.instance())
                .hasMessageNotContaining("geheim");
    }
}
