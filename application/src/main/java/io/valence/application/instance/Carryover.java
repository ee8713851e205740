package io.valence.application.instance;

import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.Settings;
import io.valence.domain.element.Element;
import io.valence.domain.instance.Instance;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What of an instance's settings and secrets goes over into its next state. */
final class Carryover {
    private Carryover() {}

    /**
     * What is stored: what the judge accepted, and, as long as the element is the same, what it
     * does not know today. An element's file may be missing for a while, or be older than the
     * instance; that must cost nobody a setting.
     */
    static Settings own(Instance before, Element target, Appraisal.Accepted accepted) {
        Map<ConfigurationKey, Setting> own =
                new LinkedHashMap<>(accepted.configuration().own().asMap());
        if (target.id().equals(before.element())) {
            before.settings()
                    .asMap()
                    .forEach(
                            (key, setting) -> {
                                if (target.schema().entry(key).isEmpty()) {
                                    own.put(key, setting);
                                }
                            });
        }
        return Settings.of(own);
    }

    /**
     * What of the instance's settings the element takes over: all of them, if it is the one that
     * they were made for.
     */
    static Settings kept(Instance instance, Element target) {
        if (target.id().equals(instance.element())) {
            return instance.settings();
        }
        Map<ConfigurationKey, Setting> kept = new LinkedHashMap<>();
        instance.settings()
                .asMap()
                .forEach(
                        (key, setting) -> {
                            boolean hidden = setting instanceof Setting.Hidden;
                            if (target.schema()
                                    .entry(key)
                                    .map(ConfigurationEntry::isSecret)
                                    .equals(Optional.of(hidden))) {
                                kept.put(key, setting);
                            }
                        });
        return Settings.of(kept);
    }

    /** The changes, and the secrets that are not kept forgotten. */
    static SecretChanges withDropped(SecretChanges changes, Settings before, Settings kept) {
        Set<ConfigurationKey> forgotten = new LinkedHashSet<>(changes.forgotten());
        before.asMap()
                .forEach(
                        (key, setting) -> {
                            if (setting instanceof Setting.Hidden && kept.find(key).isEmpty()) {
                                forgotten.add(key);
                            }
                        });
        forgotten.removeAll(changes.supplied().keys());
        return new SecretChanges(changes.supplied(), forgotten);
    }
}
