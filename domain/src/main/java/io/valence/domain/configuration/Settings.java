package io.valence.domain.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an instance holds of its own: settings supplied by its owner or by the vendor. Defaults are
 * not among them, so that an element's better default reaches every instance.
 */
public final class Settings {
    private static final Settings NONE = new Settings(Map.of());

    private final Map<ConfigurationKey, Setting> settings;

    private Settings(Map<ConfigurationKey, Setting> settings) {
        this.settings = settings;
    }

    /** No setting at all. */
    public static Settings none() {
        return NONE;
    }

    /** These settings; those that are unset or defaults are left out. */
    public static Settings of(Map<ConfigurationKey, Setting> settings) {
        Map<ConfigurationKey, Setting> own = new LinkedHashMap<>();
        settings.forEach(
                (key, setting) -> {
                    if (isOwn(setting)) {
                        own.put(key, setting);
                    }
                });
        return new Settings(Collections.unmodifiableMap(own));
    }

    static boolean isOwn(Setting setting) {
        if (setting instanceof Setting.Plain plain) {
            return plain.origin() != Origin.DEFAULT;
        }
        return setting instanceof Setting.Hidden hidden && hidden.origin() != Origin.DEFAULT;
    }

    /** The setting of this key, if the instance holds one of its own. */
    public Optional<Setting> find(ConfigurationKey key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** The keys, in the order in which they were put in. */
    public Set<ConfigurationKey> keys() {
        return settings.keySet();
    }

    /** All of them, unmodifiable. */
    public Map<ConfigurationKey, Setting> asMap() {
        return settings;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings that && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    /** The keys alone. */
    @Override
    public String toString() {
        return "Settings" + settings.keySet();
    }
}
