package io.valence.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class RevisionTest {
    private static final ConfigurationKey NAME = new ConfigurationKey("username");
    private static final ConfigurationKey PASSWORD = new ConfigurationKey("password");
    private static final ConfigurationKey OPTIONAL_SECRET = new ConfigurationKey("hook.secret");
    private static final ConfigurationKey SIZE = new ConfigurationKey("page.size");
    private static final ConfigurationKey REFRESHED =
            new ConfigurationKey("oauth.user.refresh_time");
    private static final ConfigurationSchema SCHEMA =
            ConfigurationSchema.of(
                    ConfigurationEntry.required(1, NAME.value(), ValueType.text(8)),
                    ConfigurationEntry.required(2, PASSWORD.value(), ValueType.secretText()),
                    ConfigurationEntry.optional(3, OPTIONAL_SECRET.value(), ValueType.secretText()),
                    ConfigurationEntry.required(4, SIZE.value(), ValueType.text(8))
                            .withDefault("100"),
                    ConfigurationEntry.required(5, REFRESHED.value(), ValueType.text(8)));
    private static final Settings HELD =
            Settings.of(
                    Map.of(
                            NAME, new Setting.Plain("bob", Origin.SUPPLIED),
                            PASSWORD, new Setting.Hidden(Origin.SUPPLIED),
                            OPTIONAL_SECRET, new Setting.Hidden(Origin.SUPPLIED),
                            SIZE, new Setting.Plain("50", Origin.SUPPLIED),
                            REFRESHED, new Setting.Plain("3600", Origin.VENDOR)));

    @Test
    void keepsWhatIsNotNamed() {
        var verdict = valid(revise(Map.of()));

        assertThat(verdict.configuration().own()).isEqualTo(HELD);
        assertThat(verdict.changes()).isEqualTo(SecretChanges.none());
        assertThat(verdict.changes().isNone()).isTrue();
    }

    @Test
    void takesWhatIsNamed() {
        var verdict = valid(revise(Map.of(NAME, Optional.of("al"))));

        assertThat(verdict.configuration().text(NAME)).contains("al");
        assertThat(verdict.configuration().text(SIZE)).contains("50");
    }

    @Test
    void leavesASecretAsItIsWhenTheMaskComesBack() {
        var verdict = valid(revise(Map.of(PASSWORD, Optional.of("********"))));

        assertThat(verdict.configuration().setting(PASSWORD))
                .contains(new Setting.Hidden(Origin.SUPPLIED));
        assertThat(verdict.changes().isNone()).isTrue();
    }

    @Test
    void takesANewSecret() {
        var verdict = valid(revise(Map.of(PASSWORD, Optional.of("new"))));

        assertThat(verdict.secrets()).isEqualTo(Secrets.of(Map.of(PASSWORD, Secret.of("new"))));
        assertThat(verdict.changes().forgotten()).isEmpty();
        assertThat(verdict.changes().isNone()).isFalse();
    }

    @Test
    void forgetsAnOptionalSecretForNothingAndForAnEmptyText() {
        var byNothing = valid(revise(Map.of(OPTIONAL_SECRET, Optional.empty())));
        var byEmptyText = valid(revise(Map.of(OPTIONAL_SECRET, Optional.of(""))));

        assertThat(byNothing.changes())
                .isEqualTo(new SecretChanges(Secrets.none(), Set.of(OPTIONAL_SECRET)));
        assertThat(byEmptyText.changes()).isEqualTo(byNothing.changes());
        assertThat(byNothing.configuration().setting(OPTIONAL_SECRET))
                .contains(new Setting.Unset());
    }

    @Test
    void goesBackToTheDefaultForNothing() {
        var verdict = valid(revise(Map.of(SIZE, Optional.empty())));

        assertThat(verdict.configuration().setting(SIZE))
                .contains(new Setting.Plain("100", Origin.DEFAULT));
        assertThat(verdict.configuration().own().keys()).doesNotContain(SIZE);
    }

    @Test
    void findsARequiredEntryMissingThatIsSetToNothing() {
        var byNothing = revise(Map.of(NAME, Optional.empty(), PASSWORD, Optional.empty()));
        var byBlank = revise(Map.of(NAME, Optional.of(" "), PASSWORD, Optional.of("")));

        assertThat(byNothing)
                .isEqualTo(
                        new Verdict.Invalid(
                                List.of(
                                        new Problem.Missing(Place.entry(NAME)),
                                        new Problem.Missing(Place.entry(PASSWORD))),
                                List.of()));
        assertThat(byBlank).isEqualTo(byNothing);
    }

    @Test
    void keepsTheVendorsSettingTheVendorsWhenItComesBack() {
        var verdict = valid(revise(Map.of(REFRESHED, Optional.of("3600"))));

        assertThat(verdict.configuration().setting(REFRESHED))
                .contains(new Setting.Plain("3600", Origin.VENDOR));
    }

    @Test
    void keepsASettingThatEqualsALaterDefault() {
        var held = Settings.of(Map.of(SIZE, new Setting.Plain("100", Origin.SUPPLIED)));
        var optional =
                ConfigurationSchema.of(
                        ConfigurationEntry.optional(4, SIZE.value(), ValueType.text(8))
                                .withDefault("100"));

        var verdict =
                valid(
                        new ConfigurationValidator(optional)
                                .revise(
                                        held,
                                        Supplied.of(Map.of(SIZE.value(), "100")),
                                        Strictness.LENIENT));

        assertThat(verdict.configuration().own()).isEqualTo(held);
    }

    @Test
    void leavesASecretAsItIsWhenItsEntryIsNoLongerSecret() {
        var opened =
                ConfigurationSchema.of(
                        ConfigurationEntry.required(2, PASSWORD.value(), ValueType.text(99)));
        var held = Settings.of(Map.of(PASSWORD, new Setting.Hidden(Origin.SUPPLIED)));

        var verdict =
                valid(
                        new ConfigurationValidator(opened)
                                .revise(
                                        held,
                                        Supplied.of(Map.of(PASSWORD.value(), "********")),
                                        Strictness.LENIENT));

        assertThat(verdict.configuration().own()).isEqualTo(held);
        assertThat(verdict.changes().isNone()).isTrue();
    }

    private static Verdict revise(Map<ConfigurationKey, Optional<String>> changes) {
        var supplied = new HashMap<String, Optional<String>>();
        changes.forEach((key, text) -> supplied.put(key.value(), text));
        return new ConfigurationValidator(SCHEMA)
                .revise(HELD, Supplied.ofNullable(supplied), Strictness.LENIENT);
    }

    private static Verdict.Valid valid(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Valid.class);
        return (Verdict.Valid) verdict;
    }
}
