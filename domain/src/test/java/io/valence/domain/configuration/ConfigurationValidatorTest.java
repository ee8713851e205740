package io.valence.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ConfigurationValidatorTest {
    private static final ConfigurationSchema SCHEMA =
            ConfigurationSchema.of(
                    ConfigurationEntry.required(1, "username", ValueType.text(8)),
                    ConfigurationEntry.required(2, "password", ValueType.secretText()),
                    ConfigurationEntry.required(3, "site.url", ValueType.text(100))
                            .inFormat(Format.HOST),
                    ConfigurationEntry.required(4, "base.url", ValueType.text(100))
                            .inFormat(Format.URL_TEMPLATE)
                            .withDefault("https://{site.url}"),
                    ConfigurationEntry.optional(5, "enabled", ValueType.flag())
                            .withDefault("false"),
                    ConfigurationEntry.optional(6, "note", new ValueType.Paragraph()),
                    ConfigurationEntry.required(7, "oauth.user.id", ValueType.text(8)));
    private static final Map<String, String> COMPLETE =
            Map.of("username", "bob", "password", "open sesame", "site.url", "example.com");

    private final ConfigurationValidator validator = new ConfigurationValidator(SCHEMA);

    @Nested
    class Creation {
        @Test
        void namesEveryRequiredEntryThatIsMissing() {
            var verdict = validator.validate(Supplied.nothing());

            assertThat(verdict)
                    .isEqualTo(
                            new Verdict.Invalid(
                                    List.of(
                                            missing("username"),
                                            missing("password"),
                                            missing("site.url")),
                                    List.of()));
        }

        @Test
        void splitsSecretsFromSettingsAndFillsDefaults() {
            var verdict = valid(validator.validate(Supplied.of(COMPLETE)));

            assertThat(shown(verdict.configuration()))
                    .containsExactly(
                            Map.entry("username", Optional.of("bob")),
                            Map.entry("password", Optional.of("********")),
                            Map.entry("site.url", Optional.of("example.com")),
                            Map.entry("base.url", Optional.of("https://{site.url}")),
                            Map.entry("enabled", Optional.of("false")),
                            Map.entry("note", Optional.empty()),
                            Map.entry("oauth.user.id", Optional.empty()));
            assertThat(verdict.secrets())
                    .isEqualTo(Secrets.of(Map.of(key("password"), Secret.of("open sesame"))));
            assertThat(verdict.configuration().own().keys())
                    .containsExactly(key("username"), key("password"), key("site.url"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\t"})
        void takesABlankForMissing(String blank) {
            assertThat(problems(create("username", blank))).containsExactly(missing("username"));
            assertThat(problems(create("password", blank))).containsExactly(missing("password"));
        }

        @Test
        void takesAnExplicitNothingForMissing() {
            Map<String, Optional<String>> values = new LinkedHashMap<>();
            COMPLETE.forEach((key, text) -> values.put(key, Optional.of(text)));
            values.put("username", Optional.empty());

            var verdict = validator.validate(Supplied.ofNullable(values));

            assertThat(problems(verdict)).containsExactly(missing("username"));
        }

        @Test
        void tellsTheMaskAndAPlaceholderFromAMissingValue() {
            assertThat(problems(create("password", "********")))
                    .containsExactly(new Problem.Masked(place("password")));
            assertThat(problems(create("username", "<INSERT_USER>")))
                    .containsExactly(new Problem.Placeholder(place("username")));
        }

        @Test
        void keepsTheMaskAsAPlainValueOfAnEntryThatIsNotSecret() {
            assertThat(valid(create("username", "********")).configuration().text(key("username")))
                    .contains("********");
        }

        @Test
        void reportsProblemsInDisplayOrderAndOneForEachEntry() {
            var supplied = Map.of("enabled", "maybe", "username", "far too long", "note", "\u0000");

            var verdict = validator.validate(Supplied.of(supplied));

            assertThat(problems(verdict))
                    .containsExactly(
                            new Problem.TooLong(place("username"), 8),
                            missing("password"),
                            missing("site.url"),
                            new Problem.NotAnOption(place("enabled"), List.of("true", "false")),
                            new Problem.Malformed(
                                    place("note"), "text without control characters"));
        }

        @Test
        void keepsAnEmptyTextAndNothingApart() {
            assertThat(valid(create("note", "")).configuration().text(key("note"))).contains("");
            assertThat(valid(create("username", "al")).configuration().text(key("note"))).isEmpty();
        }

        @Test
        void keepsADefaultThatIsSuppliedADefault() {
            var verdict = valid(create("enabled", "false"));

            assertThat(verdict.configuration().setting(key("enabled")))
                    .contains(new Setting.Plain("false", Origin.DEFAULT));
        }

        @Test
        void ignoresAnInactiveEntryWhateverIsSupplied() {
            var inactive =
                    new ConfigurationEntry(
                            new EntryId(1),
                            key("old"),
                            "old",
                            "",
                            ValueType.flag(),
                            Format.ANY,
                            Optional.empty(),
                            true,
                            false,
                            false,
                            Presentation.ordinary(1));
            var schema = ConfigurationSchema.of(inactive);

            var verdict =
                    valid(
                            new ConfigurationValidator(schema)
                                    .validate(Supplied.of(Map.of("old", "maybe"))));

            assertThat(verdict.configuration().setting(key("old"))).contains(new Setting.Unset());
            assertThat(verdict.notices()).isEmpty();
        }
    }

    @Nested
    class Templates {
        @Test
        void refuseAnEntryThatHasNoValueOrDoesNotExist() {
            assertThat(problems(create("base.url", "https://{note}")))
                    .containsExactly(new Problem.Unresolvable(place("base.url"), "note"));
            assertThat(problems(create("base.url", "https://{other}")))
                    .containsExactly(new Problem.Unresolvable(place("base.url"), "other"));
        }

        @Test
        void takeAnEntryThatTheVendorWillFill() {
            var verdict = create("base.url", "https://{oauth.user.id}.example.com");

            assertThat(verdict).isInstanceOf(Verdict.Valid.class);
        }

        @Test
        void doNotRepeatTheProblemOfTheEntryThatTheyName() {
            assertThat(problems(create("site.url", ""))).containsExactly(missing("site.url"));
        }
    }

    @Nested
    class UnknownKeys {
        @Test
        void areNoticedWithWhatMayHaveBeenMeant() {
            var verdict = valid(create("usernme", "bob"));

            assertThat(verdict.notices())
                    .containsExactly(new Notice.Unknown("usernme", Optional.of(key("username"))));
            assertThat(verdict.configuration().own().keys()).doesNotContain(key("usernme"));
        }

        @Test
        void areProblemsWhereStrictnessIsAskedFor() {
            var supplied = new LinkedHashMap<>(COMPLETE);
            supplied.put("a/b~c", "x");

            var verdict = validator.validate(Supplied.of(supplied), Strictness.STRICT);

            assertThat(problems(verdict))
                    .containsExactly(
                            new Problem.Unknown(new Place.UnknownEntry("a/b~c"), Optional.empty()));
            assertThat(verdict.notices()).isEmpty();
        }

        @Test
        void areNoticedUpToAHundredAndShortened() {
            var supplied = new LinkedHashMap<>(COMPLETE);
            for (int i = 0; i < 300; i++) {
                supplied.put("\uD83D\uDE00".repeat(500) + i, "x");
            }

            var verdict = validator.validate(Supplied.of(supplied));

            assertThat(verdict.notices()).hasSize(100);
            assertThat(verdict.notices().get(0).key()).isEqualTo("\uD83D\uDE00".repeat(64) + "…");
        }

        @Test
        void areToldBesideTheProblemsToo() {
            var verdict = validator.validate(Supplied.of(Map.of("x", "y")));

            assertThat(verdict.notices()).hasSize(1);
        }
    }

    @Nested
    class SecretEntries {
        @Test
        void areSecretByTypeByMarkOrByName() {
            var plain = ConfigurationEntry.required(1, "x", ValueType.text(9));

            assertThat(plain.isSecret()).isFalse();
            assertThat(ConfigurationEntry.required(1, "x", ValueType.secretText()).isSecret())
                    .isTrue();
            assertThat(ConfigurationEntry.required(1, "oauth.api.key", ValueType.text(9)))
                    .matches(ConfigurationEntry::isSecret);
            assertThat(ConfigurationEntry.required(1, "username", ValueType.text(9)).isSecret())
                    .isFalse();
        }

        @Test
        void keepTheirSpace() {
            assertThat(valid(create("password", " x ")).secrets().find(key("password")))
                    .contains(Secret.of(" x "));
        }

        @Test
        void areNeverProposedAsAHost() {
            var schema =
                    ConfigurationSchema.of(
                            ConfigurationEntry.required(1, "hidden.site", ValueType.secretText())
                                    .inFormat(Format.HOST));

            var verdict =
                    new ConfigurationValidator(schema)
                            .validate(Supplied.of(Map.of("hidden.site", "https://sesame")));

            assertThat(problems(verdict))
                    .containsExactly(new Problem.NotAHost(place("hidden.site"), Optional.empty()));
        }
    }

    @Test
    void aVerdictIsFoldedToOneOfTwoAnswers() {
        String valid = validator.validate(Supplied.of(COMPLETE)).fold(v -> "valid", i -> "invalid");
        String invalid = validator.validate(Supplied.nothing()).fold(v -> "valid", i -> "invalid");

        assertThat(valid).isEqualTo("valid");
        assertThat(invalid).isEqualTo("invalid");
    }

    @Test
    void aVerdictIsNeverInvalidForNoReason() {
        assertThatThrownBy(() -> new Verdict.Invalid(List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Verdict create(String key, String text) {
        var supplied = new LinkedHashMap<>(COMPLETE);
        supplied.put(key, text);
        return validator.validate(Supplied.of(supplied));
    }

    private static Map<String, Optional<String>> shown(ResolvedConfiguration configuration) {
        Map<String, Optional<String>> shown = new LinkedHashMap<>();
        configuration.asMap().forEach((key, set) -> shown.put(key.value(), set.shown()));
        return shown;
    }

    private static Verdict.Valid valid(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Valid.class);
        return (Verdict.Valid) verdict;
    }

    private static List<Problem> problems(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Invalid.class);
        return ((Verdict.Invalid) verdict).problems();
    }

    private static Problem missing(String key) {
        return new Problem.Missing(place(key));
    }

    private static Place place(String key) {
        return Place.entry(key(key));
    }

    private static ConfigurationKey key(String name) {
        return new ConfigurationKey(name);
    }
}
