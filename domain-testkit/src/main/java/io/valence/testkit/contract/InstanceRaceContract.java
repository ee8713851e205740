package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.User;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Origin;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.Settings;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstanceName;
import io.valence.domain.instance.Replacement;
import io.valence.domain.instance.Selection;
import io.valence.domain.instance.Tag;
import io.valence.domain.secret.Secret;
import io.valence.testkit.sample.SampleInstances;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What every store keeps when several threads change it at once. */
public interface InstanceRaceContract extends InstanceStore {
    private Instance latest(Instance instance) {
        return instances().find(instance.owner().organization(), instance.id()).orElseThrow();
    }

    private Replacement replaceBy(int number, Instance read) {
        ConfigurationKey key = new ConfigurationKey("word");
        Instance changed =
                read.rename(new InstanceName("By " + number))
                        .retag(List.of(new Tag("both"), new Tag("by " + number)))
                        .reconfigure(
                                read.element(),
                                Settings.of(
                                        Map.of(
                                                key,
                                                new Setting.Plain(
                                                        "by " + number, Origin.SUPPLIED))));
        Secret secret = Secret.of("secret of " + number);
        return instances()
                .replace(
                        changed,
                        new SecretChanges(
                                Secrets.of(Map.of(new ConfigurationKey("password"), secret)),
                                Set.of()));
    }

    @Test
    default void letsOneReplacementOfAVersionWinWhole() {
        Instance added = SampleInstances.of(newcomer()).addedTo(instances());

        for (int round = 1; round <= 5; round++) {
            Instance read = latest(added);

            List<Replacement> answers = Together.threads(6, number -> replaceBy(number, read));

            assertThat(answers).containsOnlyOnce(Replacement.REPLACED);
            int winner = answers.indexOf(Replacement.REPLACED);
            Instance after = latest(added);
            assertThat(after.version()).isEqualTo(added.version() + round);
            assertThat(after.name()).hasToString("By " + winner);
            assertThat(after.tags()).containsExactly(new Tag("both"), new Tag("by " + winner));
            assertThat(after.settings().find(new ConfigurationKey("word")))
                    .contains(new Setting.Plain("by " + winner, Origin.SUPPLIED));
            assertThat(vault().open(added.id()).find(new ConfigurationKey("password")))
                    .contains(Secret.of("secret of " + winner));
        }
    }

    @Test
    default void losesNoReplacementOfThoseWhoReadAgain() {
        Instance added = SampleInstances.of(newcomer()).addedTo(instances());

        List<Integer> done =
                Together.threads(
                        4,
                        number -> {
                            int replaced = 0;
                            while (replaced < 10) {
                                if (replaceBy(number, latest(added)) == Replacement.REPLACED) {
                                    replaced++;
                                }
                            }
                            return replaced;
                        });

        assertThat(done).containsOnly(10);
        assertThat(latest(added).version()).isEqualTo(added.version() + 40);
    }

    @Test
    default void leavesNothingOfAnInstanceThatIsRemovedWhileItIsReplaced() {
        User owner = newcomer();

        for (int round = 0; round < 10; round++) {
            Instance added = SampleInstances.of(owner).addedTo(instances());

            List<Boolean> removed =
                    Together.threads(
                            2,
                            number ->
                                    number == 0
                                            ? instances().remove(owner.organization(), added.id())
                                            : replaceBy(number, added) == Replacement.STALE);

            assertThat(removed.get(0)).isTrue();
            assertThat(instances().find(owner.organization(), added.id())).isEmpty();
            assertThat(instances().find(owner.organization(), added.token())).isEmpty();
            assertThat(vault().open(added.id())).isEqualTo(Secrets.none());
        }
        assertThat(instances().select(Selection.first(owner.organization(), 10)).instances())
                .isEmpty();
    }

    @Test
    default void addsEveryInstanceOfManyThatComeAtOnce() {
        User owner = newcomer();

        List<Instance> added =
                Together.threads(
                        6,
                        number ->
                                SampleInstances.of(owner)
                                        .named("By " + number)
                                        .hiding("password", "secret of " + number)
                                        .addedTo(instances()));

        assertThat(instances().select(Selection.first(owner.organization(), 10)).instances())
                .containsExactlyInAnyOrderElementsOf(added);
        for (int number = 0; number < 6; number++) {
            Instance instance = added.get(number);
            assertThat(latest(instance).name()).hasToString("By " + number);
            assertThat(vault().open(instance.id()).find(new ConfigurationKey("password")))
                    .contains(Secret.of("secret of " + number));
        }
    }

    @Test
    default void addsOneInstanceOfManyThatComeAtOnceUnderOneNumber() {
        User owner = newcomer();
        InstanceId number = instances().nextId();

        List<Boolean> answers =
                Together.threads(
                        6,
                        thread -> {
                            try {
                                SampleInstances.of(owner)
                                        .number(number)
                                        .hiding("password", "secret of " + thread)
                                        .addedTo(instances());
                                return true;
                            } catch (RuntimeException refused) {
                                return false;
                            }
                        });

        assertThat(answers).containsOnlyOnce(true);
        assertThat(vault().open(number).find(new ConfigurationKey("password")))
                .contains(Secret.of("secret of " + answers.indexOf(true)));
    }
}
