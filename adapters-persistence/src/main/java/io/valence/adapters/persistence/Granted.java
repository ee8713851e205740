package io.valence.adapters.persistence;

import io.valence.domain.authorization.Tokens;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.Settings;
import io.valence.domain.secret.Secret;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What an instance keeps of its own when its tokens are kept in a grant. */
final class Granted {
    /** What it may have kept before. */
    static final Set<ConfigurationKey> SECRETS = Set.of(Tokens.ACCESS_KEY, Tokens.REFRESH_KEY);

    private Granted() {}

    static Settings without(Settings settings) {
        Map<ConfigurationKey, Setting> own = new LinkedHashMap<>(settings.asMap());
        own.keySet().removeIf(Tokens::shows);
        return Settings.of(own);
    }

    static Secrets without(Secrets secrets) {
        Map<ConfigurationKey, Secret> own = new LinkedHashMap<>(secrets.asMap());
        own.keySet().removeIf(Tokens::shows);
        return Secrets.of(own);
    }

    static SecretChanges without(SecretChanges changes) {
        return new SecretChanges(without(changes.supplied()), changes.forgotten());
    }
}
