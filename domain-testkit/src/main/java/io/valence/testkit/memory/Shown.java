package io.valence.testkit.memory;

import io.valence.domain.authorization.Tokens;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.Settings;
import io.valence.domain.instance.Instance;
import io.valence.domain.secret.Secret;

import java.util.LinkedHashMap;
import java.util.Map;

/** The settings that show an instance's tokens: seen in every reading, and stored in none. */
final class Shown {
    private Shown() {}

    static Instance addedTo(Instance instance, Tokens tokens) {
        Map<ConfigurationKey, Setting> all = new LinkedHashMap<>(instance.settings().asMap());
        all.putAll(tokens.shown());
        return instance.reconfigure(instance.element(), Settings.of(all));
    }

    static Instance removedFrom(Instance instance) {
        Map<ConfigurationKey, Setting> own = new LinkedHashMap<>(instance.settings().asMap());
        own.keySet().removeIf(Tokens::shows);
        return instance.reconfigure(instance.element(), Settings.of(own));
    }

    static Secrets removedFrom(Secrets secrets) {
        Map<ConfigurationKey, Secret> own = new LinkedHashMap<>(secrets.asMap());
        own.keySet().removeIf(Tokens::shows);
        return Secrets.of(own);
    }
}
