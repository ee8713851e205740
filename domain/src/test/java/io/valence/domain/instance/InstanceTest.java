package io.valence.domain.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.domain.account.AccountId;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.User;
import io.valence.domain.account.UserId;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Origin;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.Settings;
import io.valence.domain.element.ElementId;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class InstanceTest {
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-02-02T00:00:00Z");
    private static final InstanceToken TOKEN = InstanceToken.mint(new SecureRandom());
    private static final Owner OWNER =
            Owner.of(
                    new User(
                            new UserId(1),
                            new OrganizationId(2),
                            new AccountId(3),
                            "bob@example.com",
                            "Bob",
                            "",
                            THEN));
    private static final Settings SETTINGS =
            Settings.of(
                    Map.of(
                            new ConfigurationKey("site.url"),
                            new Setting.Plain("example.com", Origin.SUPPLIED)));

    private final Instance instance =
            Instance.provision(
                    new InstanceId(7),
                    OWNER,
                    new ElementId(1948),
                    new InstanceName("Mine"),
                    tags("QA", "Box", "QA"),
                    SETTINGS,
                    Preferences.ordinary(),
                    TOKEN,
                    THEN);

    @Test
    void beginsEnabledAndSoundInItsFirstVersion() {
        assertThat(instance.disabledSince()).isEmpty();
        assertThat(instance.authorization()).isEqualTo(new Authorization.Sound());
        assertThat(instance.version()).isZero();
        assertThat(instance.createdAt()).isEqualTo(THEN);
        assertThat(instance.owner()).isEqualTo(OWNER);
        assertThat(instance.settings()).isEqualTo(SETTINGS);
        assertThat(instance.preferences()).isEqualTo(Preferences.ordinary());
    }

    @Test
    void countsRepeatedTagsOnceAndKeepsTheirOrder() {
        assertThat(instance.tags()).isEqualTo(tags("QA", "Box"));
        assertThat(instance.retag(tags("b", "a", "b")).tags()).isEqualTo(tags("b", "a"));
    }

    @Test
    void keepsTagsThatNobodyCanChange() {
        var given = new ArrayList<>(tags("a"));
        var retagged = instance.retag(given);

        given.add(new Tag("b"));

        assertThat(retagged.tags()).isEqualTo(tags("a"));
        assertThatThrownBy(() -> retagged.tags().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Nested
    class Transitions {
        @Test
        void changeOneThingEachAndLeaveTheOriginalAsItWas() {
            var broken = new Authorization.Broken("revoked", NOW);
            var preferences = new Preferences(true, true, 1, 2, ExternalAuthentication.INITIAL);

            assertThat(instance.rename(new InstanceName("Yours")).name().text()).isEqualTo("Yours");
            assertThat(instance.prefer(preferences).preferences()).isEqualTo(preferences);
            assertThat(instance.authorization(broken).authorization()).isEqualTo(broken);
            assertThat(instance.disable(NOW).disabledSince()).contains(NOW);
            assertThat(instance.name().text()).isEqualTo("Mine");
            assertThat(instance.disabledSince()).isEmpty();
        }

        @Test
        void reconfiguringMayChangeTheElementToo() {
            var moved = instance.reconfigure(new ElementId(5), Settings.none());

            assertThat(moved.element()).isEqualTo(new ElementId(5));
            assertThat(moved.settings()).isEqualTo(Settings.none());
            assertThat(moved.name()).isEqualTo(instance.name());
        }

        @Test
        void keepNumberTokenOwnerBirthAndVersion() {
            var restored = restored(4);
            var changed =
                    restored.rename(new InstanceName("x"))
                            .retag(List.of())
                            .reconfigure(new ElementId(5), Settings.none())
                            .disable(NOW)
                            .enable();

            assertThat(changed.id()).isEqualTo(restored.id());
            assertThat(changed.token()).isEqualTo(TOKEN);
            assertThat(changed.owner()).isEqualTo(OWNER);
            assertThat(changed.createdAt()).isEqualTo(THEN);
            assertThat(changed.version()).isEqualTo(4);
        }

        @Test
        void disablingTwiceKeepsTheFirstTime() {
            var twice = instance.disable(THEN).disable(NOW);

            assertThat(twice.disabledSince()).contains(THEN);
        }

        @Test
        void enablingWhatIsEnabledChangesNothing() {
            assertThat(instance.enable()).isSameAs(instance);
        }

        @Test
        void enablingDoesNotMendABrokenAuthorization() {
            var broken = new Authorization.Broken("revoked", THEN);

            var enabled = instance.authorization(broken).disable(NOW).enable();

            assertThat(enabled.authorization()).isEqualTo(broken);
        }
    }

    @Nested
    class Sameness {
        @Test
        void isByNumberForEquality() {
            var renamed = instance.rename(new InstanceName("x"));

            assertThat(renamed).isEqualTo(instance).hasSameHashCodeAs(instance);
            assertThat(renamed.isSameAs(instance)).isFalse();
        }

        @Test
        void isByAllThatCanChangeWhenAskedFor() {
            var changedBack =
                    instance.rename(new InstanceName("x")).rename(new InstanceName("Mine"));

            assertThat(changedBack.isSameAs(instance)).isTrue();
            assertThat(instance.disable(NOW).isSameAs(instance)).isFalse();
            assertThat(restored(9).isSameAs(instance)).isTrue();
        }
    }

    @Test
    void printsItsNumberAndElementAlone() {
        assertThat(instance).hasToString("Instance[7 of element 1948]");
    }

    @Test
    void aTokenHas40CharactersAndPrintsAsTheMask() {
        assertThat(TOKEN.secret().length()).isEqualTo(40);
        assertThat(TOKEN).hasToString("InstanceToken[secret=********]");
        assertThat(TOKEN.fingerprint()).isEqualTo(TOKEN.secret().fingerprint());
        assertThat(InstanceToken.mint(new SecureRandom())).isNotEqualTo(TOKEN);
    }

    @Test
    void aNumberIsReadFromForeignTextAndOrdered() {
        assertThat(InstanceId.parse("12")).contains(new InstanceId(12));
        assertThat(InstanceId.parse("0")).isEmpty();
        assertThat(InstanceId.parse("-1")).isEmpty();
        assertThat(InstanceId.parse("")).isEmpty();
        assertThat(InstanceId.parse("12x")).isEmpty();
        assertThat(InstanceId.parse("\u0661")).isEmpty();
        assertThat(InstanceId.parse("9".repeat(19))).isEmpty();
        assertThat(new InstanceId(1)).isLessThan(new InstanceId(2)).hasToString("1");
        assertThatThrownBy(() -> new InstanceId(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void preferencesAreNeverNegative() {
        assertThatThrownBy(() -> new Preferences(false, false, -1, 0, ExternalAuthentication.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Preferences(false, false, 0, -1, ExternalAuthentication.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void externalAuthenticationHasTwoWords() {
        assertThat(ExternalAuthentication.named("none")).contains(ExternalAuthentication.NONE);
        assertThat(ExternalAuthentication.named("initial"))
                .contains(ExternalAuthentication.INITIAL);
        assertThat(ExternalAuthentication.named("None")).isEmpty();
    }

    @Test
    void aSelectionHasPossibleBounds() {
        var organization = new OrganizationId(2);

        assertThat(Selection.first(organization, 1).limit()).isEqualTo(1);
        assertThatThrownBy(() -> Selection.first(organization, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new Selection(
                                        organization,
                                        Set.of(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        -1,
                                        1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instance restored(long version) {
        return Instance.restore(
                new InstanceId(7),
                OWNER,
                THEN,
                TOKEN,
                version,
                new ElementId(1948),
                new InstanceName("Mine"),
                tags("QA", "Box"),
                SETTINGS,
                Preferences.ordinary(),
                Optional.empty(),
                new Authorization.Sound());
    }

    private static List<Tag> tags(String... texts) {
        return List.of(texts).stream().map(Tag::new).toList();
    }
}
