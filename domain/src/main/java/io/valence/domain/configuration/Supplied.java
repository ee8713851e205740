package io.valence.domain.configuration;

import io.valence.domain.secret.Mask;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What a caller sent as configuration, not yet looked at: text by key, or an explicit nothing
 * ({@code null} on the wire), which resets an entry to its default. May hold secrets, so it prints
 * its keys only.
 */
public final class Supplied {
    private static final Supplied NOTHING = new Supplied(Map.of());

    private final Map<String, Optional<String>> values;

    private Supplied(Map<String, Optional<String>> values) {
        this.values = values;
    }

    /** Nothing was sent. */
    public static Supplied nothing() {
        return NOTHING;
    }

    /** These texts. */
    public static Supplied of(Map<String, String> texts) {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        texts.forEach((key, text) -> values.put(key, Optional.of(text)));
        return new Supplied(values);
    }

    /** These texts, and an explicit nothing where the value is empty. */
    public static Supplied ofNullable(Map<String, Optional<String>> values) {
        return new Supplied(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
    }

    /** Hands over every key with its text, or with an explicit nothing, in that order. */
    void forEach(BiConsumer<String, Optional<String>> each) {
        values.forEach(each);
    }

    /** Whether a text that says something, and is not the mask, was sent for this entry. */
    public boolean says(ConfigurationKey key) {
        Optional<String> text = values.getOrDefault(key.value(), Optional.empty());
        return text.filter(value -> !value.isBlank() && !Mask.covers(value)).isPresent();
    }

    /** The keys as they were sent, in that order. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(values.keySet());
    }

    @Override
    public String toString() {
        return "Supplied" + values.keySet();
    }
}
