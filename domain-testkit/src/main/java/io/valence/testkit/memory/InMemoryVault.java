package io.valence.testkit.memory;

import io.valence.domain.configuration.Secrets;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.Vault;

/** The way out for the secrets of {@link InMemoryInstances}. */
public final class InMemoryVault implements Vault {
    private final InMemoryInstances instances;

    InMemoryVault(InMemoryInstances instances) {
        this.instances = instances;
    }

    @Override
    public Secrets open(InstanceId instance) {
        return instances.secrets(instance);
    }
}
