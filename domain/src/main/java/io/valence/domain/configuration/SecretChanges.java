package io.valence.domain.configuration;

import io.valence.domain.secret.Secret;

import java.util.LinkedHashMap;
import java.util.Map;
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

    /** What these secrets are afterwards. */
    public Secrets appliedTo(Secrets current) {
        Map<ConfigurationKey, Secret> changed = new LinkedHashMap<>(current.asMap());
        changed.keySet().removeAll(forgotten);
        changed.putAll(supplied.asMap());
        return Secrets.of(changed);
    }

    /** Whether every secret stays. */
    public boolean isNone() {
        return supplied.keys().isEmpty() && forgotten.isEmpty();
    }
}
