package io.valence.domain.configuration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The entries of an element, with distinct keys and numbers, in display order. */
public final class ConfigurationSchema {
    private final List<ConfigurationEntry> entries;
    private final Map<ConfigurationKey, ConfigurationEntry> byKey;
    private final Set<String> names;

    private ConfigurationSchema(List<ConfigurationEntry> entries) {
        this.entries = entries;
        Map<ConfigurationKey, ConfigurationEntry> index = new LinkedHashMap<>();
        Set<EntryId> ids = new HashSet<>();
        for (ConfigurationEntry entry : entries) {
            if (index.put(entry.key(), entry) != null) {
                throw new IllegalArgumentException("two entries are called " + entry.key());
            }
            if (!ids.add(entry.id())) {
                throw new IllegalArgumentException("two entries have the number " + entry.id());
            }
        }
        this.byKey = Collections.unmodifiableMap(index);
        this.names =
                entries.stream()
                        .map(entry -> entry.key().value())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The schema of these entries. */
    public static ConfigurationSchema of(ConfigurationEntry... entries) {
        return of(List.of(entries));
    }

    /** The schema of these entries. */
    public static ConfigurationSchema of(List<ConfigurationEntry> entries) {
        List<ConfigurationEntry> ordered = new ArrayList<>(entries);
        ordered.sort(Comparator.comparingInt(entry -> entry.presentation().displayOrder()));
        return new ConfigurationSchema(List.copyOf(ordered));
    }

    /**
     * The entries in display order; those of one number keep the order in which they were given.
     */
    public List<ConfigurationEntry> entries() {
        return entries;
    }

    /** The entry of this key. */
    public Optional<ConfigurationEntry> entry(ConfigurationKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The entry of this number. */
    public Optional<ConfigurationEntry> entry(EntryId id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** The keys in display order. */
    public Set<ConfigurationKey> keys() {
        return byKey.keySet();
    }

    /** Whether there is an entry of this name, which may be foreign text. */
    boolean has(String name) {
        return names.contains(name);
    }

    /** Every entry with what it is set to: the instance's own setting, else the default. */
    public ResolvedConfiguration resolve(Settings own) {
        List<Setting> settings = new ArrayList<>(entries.size());
        for (ConfigurationEntry entry : entries) {
            settings.add(own.find(entry.key()).orElseGet(entry::absent));
        }
        return new ResolvedConfiguration(this, settings);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfigurationSchema that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return "ConfigurationSchema" + byKey.keySet();
    }
}
