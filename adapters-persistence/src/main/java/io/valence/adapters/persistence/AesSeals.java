package io.valence.adapters.persistence;

import io.valence.domain.secret.Seals;

import java.util.Optional;

/** Seals by the keys that stored secrets are sealed with. */
final class AesSeals implements Seals {
    private final Sealing sealing;

    AesSeals(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public byte[] seal(byte[] plain, String purpose) {
        return sealing.seal(plain, Binding.ofHandout(purpose));
    }

    @Override
    public Optional<byte[]> open(byte[] sealed, String purpose) {
        return sealing.opened(sealed, Binding.ofHandout(purpose));
    }
}
