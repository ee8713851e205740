package io.valence.application.instance;

import io.valence.domain.authorization.Tokens;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.Settings;
import io.valence.domain.instance.Instance;
import io.valence.domain.secret.Secret;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Configurations with and without the entries that show tokens, which are kept in a grant. */
final class Granted {
    private Granted() {}

    static Settings withoutTokens(Settings settings) {
        Map<ConfigurationKey, Setting> others = new LinkedHashMap<>(settings.asMap());
        others.keySet().removeIf(Tokens::shows);
        return Settings.of(others);
    }

    static Secrets withoutTokens(Secrets secrets) {
        Map<ConfigurationKey, Secret> others = new LinkedHashMap<>(secrets.asMap());
        others.keySet().removeIf(Tokens::shows);
        return Secrets.of(others);
    }

    static SecretChanges withoutTokens(SecretChanges changes) {
        Set<ConfigurationKey> forgotten = new LinkedHashSet<>(changes.forgotten());
        forgotten.removeIf(Tokens::shows);
        return new SecretChanges(withoutTokens(changes.supplied()), forgotten);
    }

    /** The settings that show tokens. */
    static Map<ConfigurationKey, Setting> tokensIn(Settings settings) {
        Map<ConfigurationKey, Setting> shown = new LinkedHashMap<>(settings.asMap());
        shown.keySet().removeIf(key -> !Tokens.shows(key));
        return shown;
    }

    /** These settings, showing these tokens and no others. */
    static Settings showing(Settings settings, Map<ConfigurationKey, Setting> tokens) {
        Map<ConfigurationKey, Setting> all = new LinkedHashMap<>(withoutTokens(settings).asMap());
        all.putAll(tokens);
        return Settings.of(all);
    }

    /** The instance as it is read once these tokens are stored. */
    static Instance showing(Instance instance, Optional<Tokens> tokens) {
        return tokens.isEmpty()
                ? instance
                : instance.reconfigure(
                        instance.element(), showing(instance.settings(), tokens.get().shown()));
    }
}
