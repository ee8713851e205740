package io.valence.domain.instance;

import io.valence.domain.configuration.Secrets;

/** The one way out for the secrets of instances. */
public interface Vault {
    /**
     * The secrets of this instance, by the key of their entry; none if there is no such instance.
     */
    Secrets open(InstanceId instance);
}
