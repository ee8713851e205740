package io.valence.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class NothingLeaksTest {
    private static final String MARKER = RandomConfigurations.MARKER;
    private static final List<ValueType> TYPES =
            List.of(
                    ValueType.text(20),
                    ValueType.secretText(),
                    ValueType.flag(),
                    new ValueType.Flag(true),
                    new ValueType.Paragraph(),
                    new ValueType.Code(),
                    new ValueType.Choice(List.of("one", "two")));
    private static final List<String> BROKEN =
            List.of(
                    MARKER,
                    "https://user:" + MARKER + "@example.com/",
                    "https://" + MARKER + ":8080@example.com/",
                    "https://example.com/" + MARKER,
                    "http://" + MARKER + " x",
                    "{" + MARKER,
                    "{" + MARKER + " x}",
                    MARKER + "\u0000",
                    MARKER + "\uD800",
                    MARKER.repeat(20_000),
                    "<" + MARKER + ">",
                    "{\"" + MARKER + "\":x}");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final RandomConfigurations configurations = new RandomConfigurations(random);

    @Test
    void noValueOfTheDomainPrintsASuppliedSecret() {
        for (int i = 0; i < 1_000; i++) {
            var schema = configurations.schema();
            var validator = new ConfigurationValidator(schema);
            var supplied = Supplied.of(configurations.some(configurations.complete(schema)));
            var printed = new ArrayList<Object>(List.of(supplied, schema, validator));
            printed.addAll(schema.entries());

            var verdict = validator.validate(supplied);

            printed.add(verdict);
            verdict.fold(
                    valid -> {
                        printed.add(valid.configuration());
                        printed.add(valid.configuration().own());
                        printed.add(valid.changes());
                        printed.add(valid.secrets());
                        printed.add(valid.secrets().asMap());
                        hidden(valid).forEach(printed::add);
                        return valid;
                    },
                    invalid -> {
                        printed.addAll(invalid.problems());
                        return invalid;
                    });
            for (Object value : printed) {
                assertThat(value.toString())
                        .as("seed %d, round %d: %s", seed, i, value.getClass())
                        .doesNotContain(MARKER);
            }
        }
    }

    @Test
    void noProblemRepeatsASuppliedValue() {
        for (ValueType type : TYPES) {
            for (Format format : Format.values()) {
                for (String text : BROKEN) {
                    var verdict = judge(type, format, text);

                    verdict.fold(valid -> List.<Problem>of(), invalid -> invalid.problems())
                            .forEach(problem -> assertSilent(problem, type, format));
                }
            }
        }
    }

    private static void assertSilent(Problem problem, ValueType type, Format format) {
        boolean mayPropose =
                problem instanceof Problem.NotAHost && !(type instanceof ValueType.SecretText);
        var told = mayPropose ? withoutProposal(problem) : problem;

        assertThat(told.sentence()).as("%s, %s", type, format).doesNotContain(MARKER);
        assertThat(told.toString()).as("%s, %s", type, format).doesNotContain(MARKER);
        if (mayPropose) {
            assertThat(problem.sentence()).doesNotContain("user:", "@", "/" + MARKER);
        }
    }

    private static Problem withoutProposal(Problem problem) {
        return ((Problem.NotAHost) problem).withoutProposal();
    }

    private static Verdict judge(ValueType type, Format format, String text) {
        var schema =
                ConfigurationSchema.of(
                        ConfigurationEntry.required(1, "entry", type).inFormat(format));
        return new ConfigurationValidator(schema).validate(Supplied.of(Map.of("entry", text)));
    }

    private static List<Setting> hidden(Verdict.Valid valid) {
        Map<ConfigurationKey, Setting> settings =
                new LinkedHashMap<>(valid.configuration().asMap());
        settings.values().removeIf(setting -> setting instanceof Setting.Plain);
        return List.copyOf(settings.values());
    }
}
