package io.valence.adapters.catalog;

import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.ConfigurationSchema;
import io.valence.domain.configuration.ConfigurationValidator;
import io.valence.domain.configuration.Format;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.configuration.Template;
import io.valence.domain.configuration.Verdict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The check of defaults: they are judged as if a caller had sent them, since an instance can hold
 * them without anybody having looked.
 */
final class Defaults {
    private Defaults() {}

    static void check(
            List<ConfigurationEntry> entries,
            Set<String> keys,
            Map<ConfigurationKey, Spot> spots,
            Findings findings) {
        Map<String, String> sent = new LinkedHashMap<>();
        for (ConfigurationEntry entry : entries) {
            entry.defaultValue().ifPresent(text -> sent.put(entry.key().value(), text));
        }
        ConfigurationSchema asking =
                ConfigurationSchema.of(entries.stream().map(Defaults::withoutDefault).toList());
        Verdict verdict = new ConfigurationValidator(asking).validate(Supplied.of(sent));
        verdict.fold(valid -> List.<Problem>of(), Verdict.Invalid::problems)
                .forEach(problem -> report(problem, spots, findings));
        for (ConfigurationEntry entry : entries) {
            if (entry.format() == Format.URL_TEMPLATE) {
                refuseStrangers(entry, keys, spots, findings);
            }
        }
    }

    private static void report(
            Problem problem, Map<ConfigurationKey, Spot> spots, Findings findings) {
        boolean isFilledLater = problem instanceof Problem.Unresolvable;
        if (!isFilledLater && problem.place() instanceof Place.Entry entry) {
            findings.problem(spot(entry.key(), spots), problem.sentence());
        }
    }

    private static void refuseStrangers(
            ConfigurationEntry entry,
            Set<String> keys,
            Map<ConfigurationKey, Spot> spots,
            Findings findings) {
        entry.defaultValue().flatMap(Template::parse).stream()
                .flatMap(template -> template.placeholders().stream())
                .filter(key -> !keys.contains(key.value()))
                .distinct()
                .forEach(
                        key ->
                                findings.problem(
                                        spot(entry.key(), spots),
                                        "names "
                                                + Findings.quoted(key.value())
                                                + " in braces, and there is no such entry"));
    }

    private static Spot spot(ConfigurationKey key, Map<ConfigurationKey, Spot> spots) {
        return Optional.ofNullable(spots.get(key)).orElseThrow().member("defaultValue");
    }

    private static ConfigurationEntry withoutDefault(ConfigurationEntry entry) {
        return new ConfigurationEntry(
                entry.id(),
                entry.key(),
                entry.name(),
                entry.description(),
                entry.type(),
                entry.format(),
                Optional.empty(),
                false,
                true,
                entry.markedSecret(),
                entry.presentation());
    }
}
