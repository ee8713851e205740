package io.valence.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.Optional;

class ConfigurationSchemaTest {
    private static final ConfigurationKey A = new ConfigurationKey("a");
    private static final ConfigurationKey B = new ConfigurationKey("b");

    @Test
    void keepsDisplayOrderAndWithinANumberTheOrderGiven() {
        var schema =
                ConfigurationSchema.of(
                        entry(1, "late", 100),
                        entry(2, "z", 1),
                        entry(3, "a", 1),
                        entry(4, "first", -1));

        assertThat(schema.keys())
                .extracting(ConfigurationKey::value)
                .containsExactly("first", "z", "a", "late");
        assertThat(schema.entries())
                .extracting(entry -> entry.key().value())
                .containsExactly("first", "z", "a", "late");
    }

    @Test
    void findsAnEntryByKeyAndByNumber() {
        var schema = ConfigurationSchema.of(entry(1, "a", 1), entry(2, "b", 1));

        assertThat(schema.entry(B)).isEqualTo(schema.entry(new EntryId(2))).isPresent();
        assertThat(schema.entry(new ConfigurationKey("c"))).isEmpty();
        assertThat(schema.entry(new EntryId(3))).isEmpty();
    }

    @Test
    void refusesTwoEntriesOfOneKeyOrOneNumber() {
        assertThatThrownBy(() -> ConfigurationSchema.of(entry(1, "a", 1), entry(2, "a", 1)))
                .hasMessage("two entries are called a");
        assertThatThrownBy(() -> ConfigurationSchema.of(entry(1, "a", 1), entry(1, "b", 1)))
                .hasMessage("two entries have the number 1");
    }

    @Test
    void isEqualByItsEntriesAndPrintsItsKeys() {
        var schema = ConfigurationSchema.of(entry(1, "a", 1));

        assertThat(schema)
                .isEqualTo(ConfigurationSchema.of(entry(1, "a", 1)))
                .hasSameHashCodeAs(ConfigurationSchema.of(entry(1, "a", 1)))
                .isNotEqualTo(ConfigurationSchema.of(entry(2, "a", 1)))
                .hasToString("ConfigurationSchema[a]");
    }

    @Nested
    class Resolution {
        private final ConfigurationSchema schema =
                ConfigurationSchema.of(
                        entry(1, "a", 1).withDefault("x"),
                        ConfigurationEntry.optional(2, "b", ValueType.secretText())
                                .withDefault("hidden"),
                        entry(3, "c", 1));

        @Test
        void fillsDefaultsAndHidesSecretOnes() {
            var resolved = schema.resolve(Settings.none());

            assertThat(resolved.setting(A)).contains(new Setting.Plain("x", Origin.DEFAULT));
            assertThat(resolved.setting(B)).contains(new Setting.Hidden(Origin.DEFAULT));
            assertThat(resolved.setting(new ConfigurationKey("c"))).contains(new Setting.Unset());
            assertThat(resolved.setting(new ConfigurationKey("d"))).isEmpty();
            assertThat(resolved.text(A)).contains("x");
            assertThat(resolved.text(B)).isEmpty();
        }

        @Test
        void prefersAnInstancesOwnSettingsAndLeavesOutForeignOnes() {
            var own =
                    Settings.of(
                            Map.of(
                                    A,
                                    new Setting.Plain("y", Origin.SUPPLIED),
                                    new ConfigurationKey("foreign"),
                                    new Setting.Plain("z", Origin.SUPPLIED)));

            var resolved = schema.resolve(own);

            assertThat(resolved.text(A)).contains("y");
            assertThat(resolved.asMap()).hasSize(3);
            assertThat(resolved.own().keys()).containsExactly(A);
        }

        @Test
        void printsKeysAlone() {
            assertThat(schema.resolve(Settings.none()))
                    .hasToString("ResolvedConfiguration[a, b, c]")
                    .isEqualTo(schema.resolve(Settings.none()))
                    .hasSameHashCodeAs(schema.resolve(Settings.none()));
        }

        @Test
        void givesOutAMapThatNobodyCanChange() {
            var map = schema.resolve(Settings.none()).asMap();

            assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Nested
    class OwnSettings {
        @Test
        void areThoseThatAreNeitherUnsetNorDefaults() {
            var settings =
                    Settings.of(
                            Map.of(
                                    A,
                                    new Setting.Plain("x", Origin.VENDOR),
                                    B,
                                    new Setting.Hidden(Origin.DEFAULT),
                                    new ConfigurationKey("c"),
                                    new Setting.Unset(),
                                    new ConfigurationKey("d"),
                                    new Setting.Plain("x", Origin.DEFAULT)));

            assertThat(settings.keys()).containsExactly(A);
            assertThat(settings.find(A)).isPresent();
            assertThat(settings.find(B)).isEmpty();
            assertThat(settings).hasToString("Settings[a]");
        }

        @Test
        void areShownAsTextMaskOrNothing() {
            assertThat(new Setting.Plain("", Origin.SUPPLIED).shown()).contains("");
            assertThat(new Setting.Hidden(Origin.SUPPLIED).shown()).contains("********");
            assertThat(new Setting.Unset().shown()).isEmpty();
        }
    }

    @Nested
    class Keys {
        @ParameterizedTest
        @ValueSource(strings = {"a", "oauth.api.key", "netsuite.accountId", "a-b_c.9"})
        void areDottedWords(String text) {
            assertThat(ConfigurationKey.parse(text)).contains(new ConfigurationKey(text));
            assertThat(new ConfigurationKey(text)).hasToString(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "a b", "a/b", "é", "a\u0000"})
        void areNothingElse(String text) {
            assertThat(ConfigurationKey.parse(text)).isEmpty();
            assertThatThrownBy(() -> new ConfigurationKey(text))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void haveAtMost128Characters() {
            assertThat(ConfigurationKey.parse("a".repeat(128))).isPresent();
            assertThat(ConfigurationKey.parse("a".repeat(129))).isEmpty();
        }

        @Test
        void areOrderedAndKnowTheVendorsOwn() {
            assertThat(A).isLessThan(B);
            assertThat(new ConfigurationKey("oauth.user.token").isFilledByVendor()).isTrue();
            assertThat(new ConfigurationKey("oauth.users").isFilledByVendor()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "usernme, username",
            "USERNAME, username",
            "passwrod, password",
            "site_url, site.url",
            "sitE.Ur, site.url"
        })
        void areSuggestedWhenTheyAreNear(String mistyped, String meant) {
            var known =
                    ConfigurationSchema.of(
                                    entry(1, "username", 1),
                                    entry(2, "password", 1),
                                    entry(3, "site.url", 1))
                            .keys();

            assertThat(Suggestion.near(mistyped, known)).contains(new ConfigurationKey(meant));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "user", "pass.word.url", "completely.different"})
        void areNotSuggestedFromAfar(String mistyped) {
            var known = ConfigurationSchema.of(entry(1, "username", 1)).keys();

            assertThat(Suggestion.near(mistyped, known)).isEmpty();
        }

        @Test
        void areNotSuggestedForEndlessOnes() {
            var known = ConfigurationSchema.of(entry(1, "a".repeat(65), 1)).keys();

            assertThat(Suggestion.near("a".repeat(65), known)).isEmpty();
            assertThat(Suggestion.near("a".repeat(64), known)).isPresent();
        }
    }

    @Nested
    class Templates {
        @Test
        void nameEntriesInBraces() {
            var template = Template.parse("https://{a}/{b}/{a}").orElseThrow();

            assertThat(template.placeholders()).containsExactly(A, B, A);
            assertThat(template.filledWith("x")).isEqualTo("https://x/x/x");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{", "}", "{}", "{a", "a}", "{{a}}", "{a b}", "{a}}"})
        void areNoneWhenTheirBracesDoNotMatch(String text) {
            assertThat(Template.parse(text)).isEmpty();
        }

        @Test
        void mayNameNothing() {
            assertThat(Template.parse("").orElseThrow().placeholders()).isEmpty();
            assertThat(Template.parse("x").orElseThrow().placeholders()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<INSERT_PASSWORD>", " <A_1>\n", "<_>"})
    void placeholdersOfDocumentationAreKnown(String text) {
        assertThat(Placeholders.isOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", "<>", "<ABC>", "<insert_it>", "INSERT_IT", "<A_B", "x<A_B>"})
    void nothingElseIsAPlaceholder(String text) {
        assertThat(Placeholders.isOne(text)).isFalse();
    }

    @Test
    void anEntrysNumberIsReadFromForeignText() {
        assertThat(EntryId.parse("12")).contains(new EntryId(12));
        assertThat(EntryId.parse("0")).isEmpty();
        assertThat(EntryId.parse("1x")).isEmpty();
        assertThat(EntryId.parse("")).isEmpty();
        assertThat(EntryId.parse("9".repeat(19))).isEmpty();
    }

    @Test
    void anEntrysNumberIsPositiveAndOrdered() {
        assertThatThrownBy(() -> new EntryId(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new EntryId(1)).isLessThan(new EntryId(2)).hasToString("1");
    }

    @Test
    void anEntryPrintsItsNumberAndKeyAlone() {
        assertThat(entry(1, "a", 1).withDefault("sesame")).hasToString("ConfigurationEntry[1 a]");
        assertThat(entry(1, "a", 1).describedAs("text").description()).isEqualTo("text");
    }

    private static ConfigurationEntry entry(long id, String key, int order) {
        return new ConfigurationEntry(
                new EntryId(id),
                new ConfigurationKey(key),
                key,
                "",
                ValueType.text(100),
                Format.ANY,
                Optional.empty(),
                false,
                true,
                false,
                Presentation.ordinary(order));
    }
}
