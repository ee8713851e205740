package io.valence.testkit.sample;

import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.ConfigurationSchema;
import io.valence.domain.configuration.EntryId;
import io.valence.domain.configuration.Format;
import io.valence.domain.configuration.Presentation;
import io.valence.domain.configuration.ValueType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A schema that is written down row by row. */
final class Entries {
    private static final Map<String, Format> FORMATS =
            Map.ofEntries(
                    Map.entry("site.url", Format.HOST),
                    Map.entry("base.url", Format.URL_TEMPLATE),
                    Map.entry("oauth.authorization.url", Format.URL_TEMPLATE),
                    Map.entry("oauth.token.url", Format.URL_TEMPLATE),
                    Map.entry("oauth.token.refresh_url", Format.URL_TEMPLATE),
                    Map.entry("oauth.token.revoke_url", Format.URL_TEMPLATE),
                    Map.entry("pagination.max", Format.LIMITS),
                    Map.entry("pagination.page.startindex", Format.WHOLE_NUMBER),
                    Map.entry("event.poller.refresh_interval", Format.POSITIVE_NUMBER),
                    Map.entry("event.vendor.type", Format.EVENT_SOURCE),
                    Map.entry("event.notification.callback.url", Format.HTTP_URL));

    private final List<ConfigurationEntry> entries = new ArrayList<>();
    private long lastNumber;

    /** Entries numbered from the one after this. */
    Entries(long lastNumber) {
        this.lastNumber = lastNumber;
    }

    /**
     * Entries of one type and display order.
     *
     * @param flags r for required, h for hidden from the console, i for internal
     * @param keys a key each, with the default behind an equals sign if there is one
     */
    Entries row(String flags, int displayOrder, ValueType type, String... keys) {
        for (String key : keys) {
            int equals = key.indexOf('=');
            entries.add(
                    equals < 0
                            ? entry(flags, displayOrder, type, key, Optional.empty())
                            : entry(
                                    flags,
                                    displayOrder,
                                    type,
                                    key.substring(0, equals),
                                    Optional.of(key.substring(equals + 1))));
        }
        return this;
    }

    ConfigurationSchema schema() {
        return ConfigurationSchema.of(entries);
    }

    private ConfigurationEntry entry(
            String flags,
            int displayOrder,
            ValueType type,
            String key,
            Optional<String> defaultValue) {
        lastNumber++;
        return new ConfigurationEntry(
                new EntryId(lastNumber),
                new ConfigurationKey(key),
                key,
                "What the vendor knows as " + key + ".",
                type,
                FORMATS.getOrDefault(key, Format.ANY),
                defaultValue,
                flags.contains("r"),
                true,
                false,
                new Presentation(
                        displayOrder,
                        flags.contains("h"),
                        flags.contains("i"),
                        false,
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty()));
    }
}
