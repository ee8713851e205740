package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.domain.account.User;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.ValueType;
import io.valence.domain.instance.ExternalAuthentication;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.Owner;
import io.valence.domain.instance.Preferences;
import io.valence.domain.instance.Selection;
import io.valence.domain.instance.Tag;
import io.valence.testkit.sample.SampleInstance;
import io.valence.testkit.sample.SampleInstances;
import io.valence.testkit.sample.SampleOrganization;
import io.valence.testkit.sample.SamplePeople;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

/** What every store keeps of an instance that is added: all of it, or nothing. */
public interface InstanceAdditionContract extends InstanceStore {
    private Instance stored(User owner, SampleInstance sample) {
        Instance added = sample.addedTo(instances());
        Instance read = instances().find(owner.organization(), added.id()).orElseThrow();
        assertThat(Portrait.of(read)).isEqualTo(Portrait.of(added));
        return read;
    }

    private static Optional<String> shown(Instance instance, String key) {
        return instance.settings().find(new ConfigurationKey(key)).flatMap(Setting::shown);
    }

    @Test
    default void keepsEveryFactOfAnInstance() {
        User owner = newcomer();

        Instance read = stored(owner, SampleInstances.authorizedFor(owner));

        assertThat(read.version()).isZero();
        assertThat(read.createdAt()).isEqualTo(Instant.parse("2026-03-04T05:06:07.123456Z"));
    }

    @Test
    default void keepsAnInstanceWithoutTagsSettingsAndSecrets() {
        User owner = newcomer();

        Instance read = stored(owner, SampleInstances.bare(owner));

        assertThat(read.tags()).isEmpty();
        assertThat(read.settings().keys()).isEmpty();
        assertThat(vault().open(read.id())).isEqualTo(Secrets.none());
    }

    @Test
    default void keepsItsOwner() {
        User zoe = SampleOrganization.foundedIn(accounts(), "Globex", SamplePeople.zoe()).user();

        Instance read = stored(zoe, SampleInstances.of(zoe));

        assertThat(read.owner()).isEqualTo(Owner.of(zoe));
    }

    @Test
    default void keepsNamesOfAnyScriptAndOf255Characters() {
        User owner = newcomer();
        String longest = "𝔛".repeat(255);

        assertThat(stored(owner, SampleInstances.of(owner).named("Größe 東京 🚀 O'Neil; --")).name())
                .hasToString("Größe 東京 🚀 O'Neil; --");
        assertThat(stored(owner, SampleInstances.of(owner).named(longest)).name())
                .hasToString(longest);
    }

    @Test
    default void keepsTagsInTheirOrderAndRepeatedOnesOnce() {
        User owner = newcomer();
        String longest = "ß".repeat(255);

        Instance read =
                stored(
                        owner,
                        SampleInstances.of(owner).tagged("zebra", "ant", "Zebra", "ant", longest));

        assertThat(read.tags())
                .containsExactly(
                        new Tag("zebra"), new Tag("ant"), new Tag("Zebra"), new Tag(longest));
    }

    @Test
    default void keepsSettingsInTheirOrder() {
        User owner = newcomer();

        Instance read =
                stored(
                        owner,
                        SampleInstances.bare(owner)
                                .holding("z", "1")
                                .hiding("m", "2")
                                .filledByVendor("a", "3")
                                .holding("B", "4"));

        assertThat(read.settings().keys())
                .extracting(ConfigurationKey::value)
                .containsExactly("z", "m", "a", "B");
    }

    @Test
    default void keepsEmptyTextApartFromNothing() {
        User owner = newcomer();

        Instance read = stored(owner, SampleInstances.bare(owner).holding("empty", ""));

        assertThat(shown(read, "empty")).contains("");
        assertThat(shown(read, "absent")).isEmpty();
    }

    @Test
    default void keepsSpaceAndLineBreaksInSettings() {
        User owner = newcomer();

        Instance read =
                stored(
                        owner,
                        SampleInstances.bare(owner)
                                .holding("space", "  \u00a0 ")
                                .holding("lines", "a\r\n\tb\n")
                                .holding("controls", "\u0001\u007f\u0085\u2028\ufeff"));

        assertThat(shown(read, "space")).contains("  \u00a0 ");
        assertThat(shown(read, "lines")).contains("a\r\n\tb\n");
        assertThat(shown(read, "controls")).contains("\u0001\u007f\u0085\u2028\ufeff");
    }

    @Test
    default void keepsTextOfAnyScriptAsItWasWritten() {
        User owner = newcomer();

        Instance read =
                stored(
                        owner,
                        SampleInstances.bare(owner)
                                .holding("astral", "𝔘𝔫𝔦 🧑‍🚀")
                                .holding("composed", "\u00e9")
                                .holding("decomposed", "e\u0301"));

        assertThat(shown(read, "astral")).contains("𝔘𝔫𝔦 🧑‍🚀");
        assertThat(shown(read, "composed")).contains("\u00e9");
        assertThat(shown(read, "decomposed")).contains("e\u0301");
    }

    @Test
    default void keepsTheLongestKeysAndValues() {
        User owner = newcomer();
        String key = "k".repeat(128);
        String ordinary = "v".repeat(1000);
        String longest = "🚀".repeat(ValueType.LONGEST);

        Instance read =
                stored(
                        owner,
                        SampleInstances.bare(owner)
                                .holding(key, ordinary)
                                .holding("longest", longest));

        assertThat(shown(read, key)).contains(ordinary);
        assertThat(shown(read, "longest").orElseThrow().equals(longest)).isTrue();
    }

    @Test
    default void keepsItsPreferences() {
        User owner = newcomer();
        Preferences chosen =
                new Preferences(
                        true, true, Integer.MAX_VALUE, 5_000, ExternalAuthentication.INITIAL);

        Instance read = stored(owner, SampleInstances.of(owner).preferring(chosen));

        assertThat(read.preferences()).isEqualTo(chosen);
    }

    @Test
    default void keepsSinceWhenItIsDisabledAndBroken() {
        User owner = newcomer();

        Instance read =
                stored(
                        owner,
                        SampleInstances.of(owner)
                                .madeAt(Instant.parse("1999-12-31T23:59:59.999999Z"))
                                .disabledSince(Instant.parse("2026-07-08T09:10:11.000001Z"))
                                .broken(
                                        "Widerrufen – 🔒",
                                        Instant.parse("2026-10-25T00:30:00.654321Z")));

        assertThat(read.disabledSince()).contains(Instant.parse("2026-07-08T09:10:11.000001Z"));
    }

    @Test
    default void keepsItsSecretsInTheVaultAlone() {
        User owner = newcomer();
        SampleInstance sample = SampleInstances.bare(owner).hiding("password", "hunter2");

        Instance read = stored(owner, sample);

        assertThat(shown(read, "password")).contains("********");
        assertThat(vault().open(read.id())).isEqualTo(sample.secrets());
    }

    @Test
    default void addsNothingUnderANumberThatIsTaken() {
        User owner = newcomer();
        Instance first = SampleInstances.of(owner).addedTo(instances());
        SampleInstance second =
                SampleInstances.bare(owner)
                        .number(first.id())
                        .tagged("second")
                        .holding("second", "x")
                        .hiding("secret.of.second", "y");

        assertThatThrownBy(() -> second.addedTo(instances())).isInstanceOf(RuntimeException.class);

        assertThat(instances().find(owner.organization(), first.id()))
                .map(Portrait::of)
                .contains(Portrait.of(first));
        assertThat(instances().find(owner.organization(), second.instance().token())).isEmpty();
        assertThat(vault().open(first.id())).isEqualTo(SampleInstances.of(owner).secrets());
    }

    @Test
    default void addsNothingWithATokenThatIsTaken() {
        Instance first = SampleInstances.of(newcomer()).addedTo(instances());
        User owner = newcomer();
        InstanceId number = instances().nextId();
        SampleInstance second = SampleInstances.of(owner).number(number).token(first.token());

        assertThatThrownBy(() -> second.addedTo(instances())).isInstanceOf(RuntimeException.class);

        assertThat(instances().find(owner.organization(), number)).isEmpty();
        assertThat(instances().find(owner.organization(), first.token())).isEmpty();
        assertThat(instances().find(first.owner().organization(), first.token())).contains(first);
        assertThat(instances().select(Selection.first(owner.organization(), 10)).instances())
                .isEmpty();
        assertThat(vault().open(number)).isEqualTo(Secrets.none());
    }

    @Test
    default void addsAnInstanceUnderANumberThatAFailureLeftUnused() {
        User owner = newcomer();
        Instance first = SampleInstances.of(owner).addedTo(instances());
        InstanceId number = instances().nextId();
        SampleInstance refused = SampleInstances.of(owner).number(number).token(first.token());
        assertThatThrownBy(() -> refused.addedTo(instances())).isInstanceOf(RuntimeException.class);

        Instance second = stored(owner, SampleInstances.of(owner).number(number));

        assertThat(second.id()).isEqualTo(number);
    }
}
