package io.valence.domain.configuration;

import java.util.Set;

/**
 * What an update does to the secrets of an instance: some are supplied anew, some forgotten, all
 * others stay.
 */
public record SecretChanges(Secrets supplied, Set<ConfigurationKey> forgotten) {
    public SecretChanges {
        forgotten = Set.copyOf(forgotten);
    }

    /** Every secret stays. */
    public static SecretChanges none() {
        return new SecretChanges(Secrets.none(), Set.of());
    }

    /** Whether every secret stays. */
    public boolean isNone() {
        return supplied.keys().isEmpty() && forgotten.isEmpty();
    }
}
