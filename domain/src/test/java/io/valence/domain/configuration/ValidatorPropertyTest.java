package io.valence.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class ValidatorPropertyTest {
    private static final int ROUNDS = 2_000;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final RandomConfigurations configurations = new RandomConfigurations(random);

    @Test
    void exactlyTheRequiredEntriesThatWereLeftOutAreNamed() {
        for (int i = 0; i < ROUNDS; i++) {
            var schema = configurations.schema();
            var supplied = configurations.some(configurations.complete(schema));
            var leftOut =
                    schema.entries().stream()
                            .filter(entry -> entry.required() && entry.active())
                            .filter(entry -> entry.defaultValue().isEmpty())
                            .filter(entry -> !entry.key().isFilledByVendor())
                            .filter(entry -> !supplied.containsKey(entry.key().value()))
                            .<Problem>map(entry -> new Problem.Missing(Place.entry(entry.key())))
                            .toList();

            var verdict = new ConfigurationValidator(schema).validate(Supplied.of(supplied));

            assertThat(problems(verdict)).as("seed %d, round %d", seed, i).isEqualTo(leftOut);
        }
    }

    @Test
    void sendingBackAllThatAnAnswerShowsChangesNothing() {
        for (int i = 0; i < ROUNDS; i++) {
            var schema = configurations.schema();
            var validator = new ConfigurationValidator(schema);
            var created =
                    (Verdict.Valid)
                            validator.validate(Supplied.of(configurations.complete(schema)));
            var held = partlyByTheVendor(created.configuration().own());
            var shown = schema.resolve(held);

            var verdict =
                    validator.revise(held, RandomConfigurations.echo(shown), Strictness.STRICT);

            assertThat(verdict)
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(new Verdict.Valid(shown, SecretChanges.none(), List.of()));
            assertThat(((Verdict.Valid) verdict).configuration().own())
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(held);
        }
    }

    @Test
    void revisingPieceByPieceEndsWhereCreationDoes() {
        for (int i = 0; i < ROUNDS; i++) {
            var schema = configurations.schema();
            var validator = new ConfigurationValidator(schema);
            var complete = configurations.complete(schema);
            var whole = (Verdict.Valid) validator.validate(Supplied.of(complete));
            var change = configurations.some(complete);

            var verdict =
                    (Verdict.Valid)
                            validator.revise(
                                    whole.configuration().own(),
                                    Supplied.of(change),
                                    Strictness.STRICT);

            assertThat(verdict.configuration())
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(whole.configuration());
            assertThat(whole.secrets().asMap())
                    .as("seed %d, round %d", seed, i)
                    .containsAllEntriesOf(verdict.secrets().asMap());
        }
    }

    @Test
    void everyTextGetsAVerdictOfOneProblemForEachEntryAtMost() {
        var scraps =
                List.of(
                        "",
                        " ",
                        "********",
                        "<A_B>",
                        "true",
                        "http://",
                        "{",
                        "}",
                        "\u0000",
                        "\uD800",
                        "9");
        for (int i = 0; i < ROUNDS; i++) {
            var schema = configurations.schema();
            Map<String, Optional<String>> supplied = new HashMap<>();
            for (var key : schema.keys()) {
                var text = scraps.get(random.nextInt(scraps.size()));
                supplied.put(key.value(), Optional.of(text).filter(t -> random.nextInt(5) > 0));
            }

            var verdict =
                    new ConfigurationValidator(schema).validate(Supplied.ofNullable(supplied));

            assertThat(problems(verdict))
                    .extracting(Problem::place)
                    .as("seed %d, round %d", seed, i)
                    .doesNotHaveDuplicates();
        }
    }

    private Settings partlyByTheVendor(Settings own) {
        Map<ConfigurationKey, Setting> settings = new HashMap<>(own.asMap());
        settings.replaceAll((key, setting) -> random.nextBoolean() ? setting : vendors(setting));
        return Settings.of(settings);
    }

    private static Setting vendors(Setting setting) {
        return setting instanceof Setting.Plain plain
                ? new Setting.Plain(plain.text(), Origin.VENDOR)
                : new Setting.Hidden(Origin.VENDOR);
    }

    private static List<Problem> problems(Verdict verdict) {
        return verdict.fold(valid -> List.of(), invalid -> new ArrayList<>(invalid.problems()));
    }
}
