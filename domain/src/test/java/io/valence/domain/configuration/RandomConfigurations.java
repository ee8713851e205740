package io.valence.domain.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Schemas by chance, and configurations that suit them; every value holds the marker. */
final class RandomConfigurations {
    static final String MARKER = "sesame";

    private static final List<ValueType> TYPES =
            List.of(
                    ValueType.text(100),
                    ValueType.secretText(),
                    new ValueType.Paragraph(),
                    new ValueType.Code(),
                    new ValueType.Choice(List.of()));
    private static final List<String> NAMES =
            List.of("oauth.api.secret", "oauth.user.token", "oauth.user.time", "username");

    private final Random random;

    RandomConfigurations(Random random) {
        this.random = random;
    }

    ConfigurationSchema schema() {
        var entries = new ArrayList<ConfigurationEntry>();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            entries.add(entry(i));
        }
        return ConfigurationSchema.of(entries);
    }

    private ConfigurationEntry entry(int id) {
        return new ConfigurationEntry(
                new EntryId(id),
                new ConfigurationKey(id <= NAMES.size() ? NAMES.get(id - 1) : "entry." + id),
                "Entry",
                "",
                TYPES.get(random.nextInt(TYPES.size())),
                Format.ANY,
                random.nextInt(3) == 0
                        ? Optional.of(random.nextBoolean() ? "" : MARKER + " by default")
                        : Optional.empty(),
                random.nextBoolean(),
                random.nextInt(8) > 0,
                random.nextInt(4) == 0,
                Presentation.ordinary(random.nextInt(3)));
    }

    /** A value for every entry. */
    Map<String, String> complete(ConfigurationSchema schema) {
        Map<String, String> values = new LinkedHashMap<>();
        schema.keys().forEach(key -> values.put(key.value(), MARKER + random.nextInt(1000)));
        return values;
    }

    /** Some of these values. */
    Map<String, String> some(Map<String, String> values) {
        Map<String, String> kept = new LinkedHashMap<>(values);
        kept.keySet().removeIf(key -> random.nextBoolean());
        return kept;
    }

    /** All that an answer shows, as a client sends it back. */
    static Supplied echo(ResolvedConfiguration configuration) {
        Map<String, Optional<String>> shown = new LinkedHashMap<>();
        configuration.asMap().forEach((key, setting) -> shown.put(key.value(), setting.shown()));
        return Supplied.ofNullable(shown);
    }
}
