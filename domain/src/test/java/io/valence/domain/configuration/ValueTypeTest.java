package io.valence.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class ValueTypeTest {
    private static final String SMILE = "\uD83D\uDE00";
    private static final String UNFIT = "text without control characters";

    @ParameterizedTest
    @CsvSource({
        "TEXTFIELD_1, 1",
        "TEXTFIELD_128, 128",
        "TEXTFIELD_65536, 65536",
        "TEXTAREA, 65536",
        "CODE_EDITOR, 65536",
        "PASSWORD, 65536",
        "COMBO, 1000",
        "BOOLEAN, 5",
        "BOOLEAN_YESNO, 5"
    })
    void isFoundByItsNameAndHasALimit(String name, int maximum) {
        var type = ValueType.named(name, List.of()).orElseThrow();

        assertThat(type.name()).isEqualTo(name);
        assertThat(type.maximum()).isEqualTo(maximum);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "textarea",
                "TEXTFIELD",
                "TEXTFIELD_",
                "TEXTFIELD_0",
                "TEXTFIELD_08",
                "TEXTFIELD_-1",
                "TEXTFIELD_65537",
                "TEXTFIELD_99999999999",
                "TEXTFIELD_\u0661",
                "DATE"
            })
    void isNotFoundByAnythingElse(String name) {
        assertThat(ValueType.named(name, List.of())).isEmpty();
    }

    @Test
    void aTextHasOneCharacterAtLeast() {
        assertThatThrownBy(() -> ValueType.text(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ValueType.text(65_537))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class Limits {
        @Test
        void countCharactersOfAnyPlaneOnce() {
            for (int maximum : List.of(1, 128, 255)) {
                var type = ValueType.text(maximum);

                assertThat(objectionTo(type, SMILE.repeat(maximum))).isEmpty();
                assertThat(objectionTo(type, "x".repeat(maximum))).isEmpty();
                assertThat(objectionTo(type, SMILE.repeat(maximum) + "x"))
                        .contains(new Problem.TooLong(place("entry"), maximum));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"TEXTAREA", "CODE_EDITOR", "PASSWORD"})
        void areHighForParagraphsCodeAndSecrets(String name) {
            var type = ValueType.named(name, List.of()).orElseThrow();

            assertThat(objectionTo(type, "x".repeat(65_536))).isEmpty();
            assertThat(objectionTo(type, "x".repeat(65_537)))
                    .contains(new Problem.TooLong(place("entry"), 65_536));
        }

        @Test
        void areTheVendorsForWhatTheVendorFills() {
            var type = ValueType.text(64);

            assertThat(objectionTo("oauth.user.token", type, "x".repeat(65_536))).isEmpty();
            assertThat(objectionTo("oauth.user.token", type, "x".repeat(65_537)))
                    .contains(new Problem.TooLong(place("oauth.user.token"), 65_536));
        }
    }

    @Nested
    class Characters {
        @ParameterizedTest
        @ValueSource(strings = {"TEXTFIELD_32", "TEXTAREA", "CODE_EDITOR", "PASSWORD", "COMBO"})
        void nulAndHalvesOfSurrogatesAreRefusedEverywhere(String name) {
            var type = ValueType.named(name, List.of()).orElseThrow();

            for (String text :
                    List.of("a\u0000b", "\uD800", "a\uDC00b", "\uDC00\uD800", "\uD83Dx")) {
                assertThat(objectionTo(type, text))
                        .contains(new Problem.Malformed(place("entry"), UNFIT));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"TEXTFIELD_32", "PASSWORD", "COMBO"})
        void otherControlCharactersAreRefusedInOneLine(String name) {
            var type = ValueType.named(name, List.of()).orElseThrow();

            for (String text : List.of("a\nb", "a\tb", "a\u001bb", "a\u007fb", "a\u0085b")) {
                assertThat(objectionTo(type, text))
                        .contains(new Problem.Malformed(place("entry"), UNFIT));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"TEXTAREA", "CODE_EDITOR"})
        void otherControlCharactersAreTakenInSeveralLines(String name) {
            var type = ValueType.named(name, List.of()).orElseThrow();

            assertThat(objectionTo(type, "a\r\n\tb\u001b" + SMILE)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "FALSE", "True"})
    void aFlagIsTakenInAnyCapitalsAndKeptInSmallLetters(String text) {
        assertThat(objectionTo(ValueType.flag(), text)).isEmpty();
        assertThat(ValueType.flag().normal(text)).isLowerCase();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", " true", "t"})
    void aFlagIsNothingElse(String text) {
        assertThat(objectionTo(new ValueType.Flag(true), text))
                .contains(new Problem.NotAnOption(place("entry"), List.of("true", "false")));
    }

    @Test
    void aChoiceIsOneOfItsOptionsOrAnyTextWithoutOptions() {
        var choice = new ValueType.Choice(List.of("a", "b"));

        assertThat(objectionTo(choice, "a")).isEmpty();
        assertThat(objectionTo(choice, "A"))
                .contains(new Problem.NotAnOption(place("entry"), List.of("a", "b")));
        assertThat(objectionTo(new ValueType.Choice(List.of()), "anything")).isEmpty();
    }

    private static Optional<Problem> objectionTo(ValueType type, String text) {
        return objectionTo("entry", type, text);
    }

    private static Optional<Problem> objectionTo(String key, ValueType type, String text) {
        var schema = ConfigurationSchema.of(ConfigurationEntry.optional(1, key, type));
        return new ConfigurationValidator(schema)
                .validate(Supplied.of(Map.of(key, text)))
                .fold(valid -> Optional.empty(), invalid -> Optional.of(invalid.problems().get(0)));
    }

    private static Place place(String key) {
        return Place.entry(new ConfigurationKey(key));
    }
}
