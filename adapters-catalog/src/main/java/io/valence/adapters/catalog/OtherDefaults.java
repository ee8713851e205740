package io.valence.adapters.catalog;

import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.ConfigurationSchema;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementKey;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Shipped elements that differ from their files in defaults of entries, and in nothing else. */
final class OtherDefaults {
    private OtherDefaults() {}

    /** Throws an {@link IllegalArgumentException} for what no element or entry can take. */
    static List<Element> in(
            List<Element> elements, Map<ElementKey, Map<ConfigurationKey, String>> defaults) {
        Set<ElementKey> strangers = new LinkedHashSet<>(defaults.keySet());
        elements.forEach(element -> strangers.remove(element.key()));
        if (!strangers.isEmpty()) {
            throw new IllegalArgumentException("there is no shipped element " + strangers);
        }
        return elements.stream()
                .map(
                        element ->
                                defaults.containsKey(element.key())
                                        ? in(element, defaults.get(element.key()))
                                        : element)
                .toList();
    }

    private static Element in(Element element, Map<ConfigurationKey, String> defaults) {
        Set<ConfigurationKey> strangers = new LinkedHashSet<>(defaults.keySet());
        element.schema().entries().forEach(entry -> strangers.remove(entry.key()));
        if (!strangers.isEmpty()) {
            throw new IllegalArgumentException(element.key() + " has no entry " + strangers);
        }
        List<ConfigurationEntry> entries =
                element.schema().entries().stream()
                        .map(
                                entry ->
                                        defaults.containsKey(entry.key())
                                                ? entry.withDefault(
                                                        entry.type()
                                                                .normal(defaults.get(entry.key())))
                                                : entry)
                        .toList();
        judge(element.key(), entries);
        return new Element(
                element.id(),
                element.aliases(),
                element.key(),
                element.name(),
                element.description(),
                element.hub(),
                element.image(),
                element.logo(),
                element.protocol(),
                element.scheme(),
                ConfigurationSchema.of(entries),
                element.traits(),
                element.parameters(),
                element.check(),
                element.api());
    }

    /** By the rules that files are judged by. */
    private static void judge(ElementKey element, List<ConfigurationEntry> entries) {
        Findings findings = new Findings();
        Set<String> keys =
                entries.stream().map(entry -> entry.key().value()).collect(Collectors.toSet());
        Map<ConfigurationKey, Spot> spots = new HashMap<>();
        for (ConfigurationEntry entry : entries) {
            Spot spot = Spot.of(element.value()).named(entry.key().value());
            spots.put(entry.key(), spot);
            if (entry.isSecret() && entry.defaultValue().isPresent()) {
                findings.problem(spot, EntryReader.NO_DEFAULT);
            }
        }
        Defaults.check(entries, keys, spots, findings);
        if (!findings.problems().isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", findings.problems()));
        }
    }
}
