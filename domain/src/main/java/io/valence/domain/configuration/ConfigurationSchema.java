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

/** The entries of an element, with distinct keys and numbers, in display order. */
public final class ConfigurationSchema {
    private final List<ConfigurationEntry> entries;
    private final Map<ConfigurationKey, ConfigurationEntry> byKey;
    private final Map<String, Slot> slots;
    private final Setting[] defaults;
    private final List<Slot> demanded;
    private final List<Slot> templates;

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
        this.slots = slots(entries);
        this.defaults = slots.values().stream().map(Slot::absent).toArray(Setting[]::new);
        this.demanded = slots.values().stream().filter(Slot::demanded).toList();
        this.templates =
                slots.values().stream()
                        .filter(slot -> slot.entry().format() == Format.URL_TEMPLATE)
                        .toList();
    }

    private static Map<String, Slot> slots(List<ConfigurationEntry> entries) {
        Map<String, Slot> slots = new LinkedHashMap<>();
        for (ConfigurationEntry entry : entries) {
            slots.put(entry.key().value(), Slot.of(slots.size(), entry));
        }
        return slots;
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

    /** The entry of this name, which may be foreign text. */
    Optional<Slot> slot(String name) {
        return Optional.ofNullable(slots.get(name));
    }

    /** What every entry is set to when nothing is supplied, in display order, to be changed. */
    Setting[] defaults() {
        return defaults.clone();
    }

    /** The entries that an owner must supply. */
    List<Slot> demanded() {
        return demanded;
    }

    /** The entries whose values may name others. */
    List<Slot> templates() {
        return templates;
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
