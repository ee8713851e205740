package io.valence.embedding;

import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.ConfigurationSchema;
import io.valence.domain.configuration.ConfigurationValidator;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.configuration.ValueType;

import java.util.List;
import java.util.Map;

/** A service that describes its own configuration; needs the domain and nothing else. */
final class DomainAlone {
    private DomainAlone() {}

    record Judged(List<Problem> problems, Map<ConfigurationKey, Setting> settings) {}

    static Judged judge(Map<String, String> sent) {
        // README begins
        var user = ConfigurationEntry.required(1, "username", ValueType.text(128));
        var password = ConfigurationEntry.required(2, "password", ValueType.secretText());
        var region = ConfigurationEntry.optional(3, "region", ValueType.text(32)).withDefault("eu");
        var schema = ConfigurationSchema.of(user, password, region);
        var verdict = new ConfigurationValidator(schema).validate(Supplied.of(sent));
        List<Problem> problems = verdict.fold(valid -> List.of(), invalid -> invalid.problems());
        Map<ConfigurationKey, Setting> settings =
                verdict.fold(valid -> valid.configuration().asMap(), invalid -> Map.of());
        // README ends
        return new Judged(problems, settings);
    }
}
