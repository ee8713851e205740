package io.valence.domain.configuration;

import io.valence.domain.secret.Secret;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Secrets by the key of their entry: the half of a configuration that only the vault holds. */
public final class Secrets {
    private static final Secrets NONE = new Secrets(Map.of());

    private final Map<ConfigurationKey, Secret> secrets;

    private Secrets(Map<ConfigurationKey, Secret> secrets) {
        this.secrets = secrets;
    }

    /** No secret at all. */
    public static Secrets none() {
        return NONE;
    }

    /** These secrets. */
    public static Secrets of(Map<ConfigurationKey, Secret> secrets) {
        return secrets.isEmpty()
                ? NONE
                : new Secrets(Collections.unmodifiableMap(new LinkedHashMap<>(secrets)));
    }

    /** The secret of this entry, if there is one. */
    public Optional<Secret> find(ConfigurationKey key) {
        return Optional.ofNullable(secrets.get(key));
    }

    /** The keys, in the order in which they were put in. */
    public Set<ConfigurationKey> keys() {
        return secrets.keySet();
    }

    /** All of them, unmodifiable. */
    public Map<ConfigurationKey, Secret> asMap() {
        return secrets;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secrets that && secrets.equals(that.secrets);
    }

    @Override
    public int hashCode() {
        return secrets.keySet().hashCode();
    }

    /** The keys alone. */
    @Override
    public String toString() {
        return "Secrets" + secrets.keySet();
    }
}
