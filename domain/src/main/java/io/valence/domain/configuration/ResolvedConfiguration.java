package io.valence.domain.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One setting for every entry of a schema, in its order. Holds no secret: it can be stored, logged
 * and shown.
 */
public final class ResolvedConfiguration {
    private final ConfigurationSchema schema;
    private final List<Setting> settings;

    ResolvedConfiguration(ConfigurationSchema schema, List<Setting> settings) {
        this.schema = schema;
        this.settings = List.copyOf(settings);
    }

    /** The schema whose entries these settings answer. */
    public ConfigurationSchema schema() {
        return schema;
    }

    /** What this entry is set to; empty if the schema has no such entry. */
    public Optional<Setting> setting(ConfigurationKey key) {
        for (int i = 0; i < settings.size(); i++) {
            if (schema.entries().get(i).key().equals(key)) {
                return Optional.of(settings.get(i));
            }
        }
        return Optional.empty();
    }

    /** The text of this entry, if it has one that may be seen. */
    public Optional<String> text(ConfigurationKey key) {
        return setting(key)
                .flatMap(
                        setting ->
                                setting instanceof Setting.Plain plain
                                        ? Optional.of(plain.text())
                                        : Optional.empty());
    }

    /** Hands over every entry with what it is set to, in the schema's order. */
    public void forEach(BiConsumer<ConfigurationEntry, Setting> each) {
        for (int i = 0; i < settings.size(); i++) {
            each.accept(schema.entries().get(i), settings.get(i));
        }
    }

    /** Every setting by its key, in the schema's order; unmodifiable. */
    public Map<ConfigurationKey, Setting> asMap() {
        Map<ConfigurationKey, Setting> map = new LinkedHashMap<>();
        forEach((entry, setting) -> map.put(entry.key(), setting));
        return Collections.unmodifiableMap(map);
    }

    /** What is not a default: what an instance holds of its own. */
    public Settings own() {
        return Settings.of(asMap());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResolvedConfiguration that
                && schema.equals(that.schema)
                && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    @Override
    public String toString() {
        return "ResolvedConfiguration" + schema.keys();
    }
}
