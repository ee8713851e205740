package io.valence.testkit.memory;

import io.valence.domain.secret.Seals;
import io.valence.testkit.contract.SealsContract;

class InMemorySealsTest implements SealsContract {
    private final InMemorySeals seals = new InMemorySeals();

    @Override
    public Seals seals() {
        return seals;
    }
}
