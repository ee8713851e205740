package io.valence.adapters.catalog;

import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.EntryId;
import io.valence.domain.configuration.Format;
import io.valence.domain.configuration.Presentation;
import io.valence.domain.configuration.ValueType;
import io.valence.domain.element.ElementId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The entries that every element has, for files that leave them out. */
final class CommonEntries {
    private static final long ROOM_FOR_AN_ELEMENT = 1000;
    private static final long FIRST = 990;
    private static final long STEP = 10;

    private static final List<ConfigurationEntry> ALL =
            List.of(
                    common(
                            0,
                            "filter.response.nulls",
                            "Drop null values",
                            "Whether members that are null are left out of the JSON that calls"
                                    + " through the instance return.",
                            ValueType.flag(),
                            51,
                            Format.ANY,
                            Optional.of("true")),
                    common(
                            1,
                            "event.vendor.type",
                            "Source of events",
                            "How changes are learned from the vendor when events are enabled: by"
                                    + " polling it, or by webhooks that it sends.",
                            ValueType.text(128),
                            100,
                            Format.EVENT_SOURCE,
                            Optional.empty()),
                    common(
                            2,
                            "event.notification.enabled",
                            "Events enabled",
                            "Whether the instance receives events at all, by webhook or by"
                                    + " polling.",
                            ValueType.flag(),
                            101,
                            Format.ANY,
                            Optional.of("false")),
                    common(
                            3,
                            "event.notification.callback.url",
                            "Event callback address",
                            "The http or https address of your application that events are posted"
                                    + " to.",
                            ValueType.text(1000),
                            102,
                            Format.HTTP_URL,
                            Optional.empty()),
                    common(
                            4,
                            "event.notification.type",
                            "Notification type",
                            "How your application is told of an event: webhook, a post to the"
                                    + " callback address, is the only way.",
                            new ValueType.Choice(List.of("webhook")),
                            102,
                            Format.ANY,
                            Optional.empty()));

    private CommonEntries() {}

    /** The entries, with those that they lack behind them. */
    static List<ConfigurationEntry> completing(ElementId element, List<ConfigurationEntry> own) {
        Set<ConfigurationKey> keys = new HashSet<>();
        Set<EntryId> numbers = new HashSet<>();
        for (ConfigurationEntry entry : own) {
            keys.add(entry.key());
            numbers.add(entry.id());
        }
        List<ConfigurationEntry> complete = new ArrayList<>(own);
        for (ConfigurationEntry entry : ALL) {
            if (!keys.contains(entry.key())) {
                long number = element.value() * ROOM_FOR_AN_ELEMENT + entry.id().value();
                while (!numbers.add(new EntryId(number))) {
                    number += STEP;
                }
                complete.add(numbered(entry, number));
            }
        }
        return complete;
    }

    /** The format of an entry whose file names none. */
    static Format formatOf(ConfigurationKey key) {
        return ALL.stream()
                .filter(entry -> entry.key().equals(key))
                .map(ConfigurationEntry::format)
                .findFirst()
                .orElse(Format.ANY);
    }

    private static ConfigurationEntry common(
            int index,
            String key,
            String name,
            String description,
            ValueType type,
            int displayOrder,
            Format format,
            Optional<String> defaultValue) {
        return new ConfigurationEntry(
                new EntryId(FIRST + index),
                new ConfigurationKey(key),
                name,
                description,
                type,
                format,
                defaultValue,
                false,
                true,
                false,
                Presentation.ordinary(displayOrder));
    }

    private static ConfigurationEntry numbered(ConfigurationEntry entry, long number) {
        return new ConfigurationEntry(
                new EntryId(number),
                entry.key(),
                entry.name(),
                entry.description(),
                entry.type(),
                entry.format(),
                entry.defaultValue(),
                entry.required(),
                entry.active(),
                entry.markedSecret(),
                entry.presentation());
    }
}
