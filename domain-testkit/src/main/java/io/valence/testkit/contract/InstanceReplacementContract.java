package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.User;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Origin;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.Settings;
import io.valence.domain.element.ElementId;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.ExternalAuthentication;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceName;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Preferences;
import io.valence.domain.instance.Replacement;
import io.valence.domain.instance.Selection;
import io.valence.domain.instance.Tag;
import io.valence.domain.secret.Secret;
import io.valence.testkit.sample.SampleInstances;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What every store keeps of an instance that is replaced; what it keeps when several do so at once
 * stands in {@link InstanceRaceContract}.
 */
public interface InstanceReplacementContract extends SecretChangesContract, InstanceRaceContract {
    private Replacement replace(Instance changed) {
        return instances().replace(changed, SecretChanges.none());
    }

    private Instance read(Instance instance) {
        return instances().find(instance.owner().organization(), instance.id()).orElseThrow();
    }

    private static ConfigurationKey key(String name) {
        return new ConfigurationKey(name);
    }

    private static SecretChanges supplying(String name, String secret) {
        return new SecretChanges(Secrets.of(Map.of(key(name), Secret.of(secret))), Set.of());
    }

    private static Settings settings(String name, String text) {
        return Settings.of(Map.of(key(name), new Setting.Plain(text, Origin.SUPPLIED)));
    }

    @Test
    default void replacesEveryFactThatCanChange() {
        Instance added = SampleInstances.of(newcomer()).addedTo(instances());
        Instant since = Instant.parse("2026-07-08T09:10:11.000001Z");
        Instance changed =
                added.rename(new InstanceName("Änderung 🚀"))
                        .retag(List.of(new Tag("z"), new Tag("a"), new Tag("z")))
                        .reconfigure(new ElementId(2198), settings("oauth.scope", "all"))
                        .prefer(new Preferences(true, true, 7, 8, ExternalAuthentication.INITIAL))
                        .disable(since);

        Replacement answer = replace(changed);

        assertThat(answer).isEqualTo(Replacement.REPLACED);
        assertThat(Portrait.of(read(added))).isEqualTo(Portrait.of(changed));
    }

    @Test
    default void replacesFactsByTheirAbsence() {
        Instance added =
                SampleInstances.authorizedFor(newcomer())
                        .disabledSince(Instant.EPOCH)
                        .addedTo(instances());
        Instance changed =
                added.retag(List.of()).reconfigure(added.element(), Settings.none()).enable();

        assertThat(replace(changed)).isEqualTo(Replacement.REPLACED);

        Instance read = read(added);
        assertThat(Portrait.of(read)).isEqualTo(Portrait.of(changed));
        assertThat(read.settings().keys()).isEmpty();
        assertThat(read.disabledSince()).isEmpty();
    }

    @Test
    default void leavesWhetherTheVendorLetsItInAsItIsStored() {
        User owner = newcomer();
        Instance sound = SampleInstances.of(owner).addedTo(instances());
        Instance broken =
                SampleInstances.of(owner).broken("revoked", Instant.EPOCH).addedTo(instances());

        assertThat(replace(sound.authorization(broken.authorization())))
                .isEqualTo(Replacement.REPLACED);
        assertThat(replace(broken.authorization(new Authorization.Sound())))
                .isEqualTo(Replacement.REPLACED);

        assertThat(read(sound).authorization()).isEqualTo(new Authorization.Sound());
        assertThat(read(broken).authorization())
                .isEqualTo(new Authorization.Broken("revoked", Instant.EPOCH));
    }

    @Test
    default void raisesTheVersionByOneEachTime() {
        Instance added = SampleInstances.of(newcomer()).addedTo(instances());

        assertThat(replace(added.rename(new InstanceName("One")))).isEqualTo(Replacement.REPLACED);
        assertThat(read(added).version()).isEqualTo(added.version() + 1);

        assertThat(replace(read(added).rename(new InstanceName("Two"))))
                .isEqualTo(Replacement.REPLACED);
        assertThat(read(added).version()).isEqualTo(added.version() + 2);
    }

    @Test
    default void removesSettingsThatAreGoneAndTakesTheNewOrder() {
        Instance added =
                SampleInstances.bare(newcomer())
                        .holding("stays", "1")
                        .holding("goes", "2")
                        .holding("changes", "3")
                        .addedTo(instances());
        Map<ConfigurationKey, Setting> after = new LinkedHashMap<>();
        after.put(key("changes"), new Setting.Plain("", Origin.VENDOR));
        after.put(key("comes"), new Setting.Plain("4", Origin.SUPPLIED));
        after.put(key("stays"), new Setting.Plain("1", Origin.SUPPLIED));

        assertThat(replace(added.reconfigure(added.element(), Settings.of(after))))
                .isEqualTo(Replacement.REPLACED);

        assertThat(read(added).settings().asMap().entrySet())
                .containsExactlyElementsOf(after.entrySet());
    }

    @Test
    default void findsAnInstanceByItsNewTagsAndNotByItsOldOnes() {
        User owner = newcomer();
        Instance added = SampleInstances.of(owner).tagged("old", "kept").addedTo(instances());

        assertThat(replace(added.retag(List.of(new Tag("kept"), new Tag("new")))))
                .isEqualTo(Replacement.REPLACED);

        assertThat(tagged(owner, "old")).isEmpty();
        assertThat(tagged(owner, "kept")).containsExactly(added);
        assertThat(tagged(owner, "new")).containsExactly(added);
    }

    private List<Instance> tagged(User owner, String word) {
        return instances()
                .select(
                        new Selection(
                                owner.organization(),
                                Set.of(new Tag(word)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                0,
                                10))
                .instances();
    }

    @Test
    default void findsAReplacedInstanceByItsToken() {
        Instance added = SampleInstances.of(newcomer()).addedTo(instances());

        assertThat(replace(added.rename(new InstanceName("New")))).isEqualTo(Replacement.REPLACED);

        assertThat(instances().find(added.owner().organization(), added.token()))
                .map(Instance::name)
                .contains(new InstanceName("New"));
    }

    @Test
    default void leavesOtherInstancesAsTheyAre() {
        User owner = newcomer();
        Instance one = SampleInstances.of(owner).addedTo(instances());
        Instance other = SampleInstances.of(owner).addedTo(instances());

        assertThat(
                        instances()
                                .replace(
                                        one.retag(List.of())
                                                .reconfigure(one.element(), Settings.none()),
                                        new SecretChanges(Secrets.none(), Set.of(key("password")))))
                .isEqualTo(Replacement.REPLACED);

        assertThat(Portrait.of(read(other))).isEqualTo(Portrait.of(other));
        assertThat(read(other).version()).isEqualTo(other.version());
        assertThat(vault().open(other.id())).isEqualTo(SampleInstances.of(owner).secrets());
    }

    @Test
    default void refusesAVersionThatIsNotTheLatestAndChangesNothing() {
        User owner = newcomer();
        Instance added = SampleInstances.of(owner).addedTo(instances());
        Instance faster = added.rename(new InstanceName("Faster"));
        assertThat(replace(faster)).isEqualTo(Replacement.REPLACED);
        Instance slower =
                added.rename(new InstanceName("Slower"))
                        .retag(List.of(new Tag("slower")))
                        .reconfigure(added.element(), settings("slower", "x"));
        SecretChanges changes =
                new SecretChanges(
                        Secrets.of(Map.of(key("slower"), Secret.of("x"))), Set.of(key("password")));

        Replacement answer = instances().replace(slower, changes);

        assertThat(answer).isEqualTo(Replacement.STALE);
        assertThat(Portrait.of(read(added))).isEqualTo(Portrait.of(faster));
        assertThat(read(added).version()).isEqualTo(added.version() + 1);
        assertThat(vault().open(added.id())).isEqualTo(SampleInstances.of(owner).secrets());
        assertThat(tagged(owner, "slower")).isEmpty();
    }

    @Test
    default void refusesToReplaceWhatWasNeverAdded() {
        User owner = newcomer();
        Instance absent = SampleInstances.of(owner).number(instances().nextId()).instance();

        Replacement answer = instances().replace(absent, supplying("password", "x"));

        assertThat(answer).isEqualTo(Replacement.STALE);
        assertThat(instances().find(owner.organization(), absent.id())).isEmpty();
        assertThat(vault().open(absent.id())).isEqualTo(Secrets.none());
    }

    @Test
    default void refusesToReplaceWhatIsRemovedAndBringsNothingBack() {
        User owner = newcomer();
        Instances instances = instances();
        Instance removed = SampleInstances.of(owner).addedTo(instances);
        assertThat(instances.remove(owner.organization(), removed.id())).isTrue();

        Replacement answer = instances.replace(removed, supplying("password", "x"));

        assertThat(answer).isEqualTo(Replacement.STALE);
        assertThat(instances.find(owner.organization(), removed.id())).isEmpty();
        assertThat(instances.find(owner.organization(), removed.token())).isEmpty();
        assertThat(vault().open(removed.id())).isEqualTo(Secrets.none());
    }
}
