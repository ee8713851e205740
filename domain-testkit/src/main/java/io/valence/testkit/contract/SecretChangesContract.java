package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.User;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceName;
import io.valence.domain.instance.Replacement;
import io.valence.domain.secret.Secret;
import io.valence.testkit.sample.SampleInstances;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What every store keeps of the secrets of an instance that is replaced. */
public interface SecretChangesContract extends InstanceStore {
    private Instance read(Instance instance) {
        return instances().find(instance.owner().organization(), instance.id()).orElseThrow();
    }

    private static ConfigurationKey key(String name) {
        return new ConfigurationKey(name);
    }

    private static SecretChanges supplying(String name, String secret) {
        return new SecretChanges(Secrets.of(Map.of(key(name), Secret.of(secret))), Set.of());
    }

    private static SecretChanges forgetting(String... names) {
        return new SecretChanges(
                Secrets.none(),
                Set.of(names).stream().map(ConfigurationKey::new).collect(Collectors.toSet()));
    }

    @Test
    default void keepsSecretsThatAreNotNamed() {
        User owner = newcomer();
        Instance added = SampleInstances.authorizedFor(owner).addedTo(instances());

        assertThat(instances().replace(added.rename(new InstanceName("New")), SecretChanges.none()))
                .isEqualTo(Replacement.REPLACED);

        assertThat(vault().open(added.id()))
                .isEqualTo(SampleInstances.authorizedFor(owner).secrets());
    }

    @Test
    default void changesSecretsThatAreSuppliedAndAddsNewOnes() {
        Instance added =
                SampleInstances.bare(newcomer())
                        .hiding("kept", "1")
                        .hiding("changed", "2")
                        .addedTo(instances());

        assertThat(instances().replace(added, supplying("changed", "zwei 🔑")))
                .isEqualTo(Replacement.REPLACED);
        assertThat(instances().replace(read(added), supplying("added", "3")))
                .isEqualTo(Replacement.REPLACED);

        assertThat(vault().open(added.id()).asMap())
                .containsOnly(
                        Map.entry(key("kept"), Secret.of("1")),
                        Map.entry(key("changed"), Secret.of("zwei 🔑")),
                        Map.entry(key("added"), Secret.of("3")));
    }

    @Test
    default void forgetsSecretsThatAreNamedAndMindsNoneThatAreNotThere() {
        Instance added =
                SampleInstances.bare(newcomer())
                        .hiding("kept", "1")
                        .hiding("forgotten", "2")
                        .addedTo(instances());

        assertThat(instances().replace(added, forgetting("forgotten", "never.there")))
                .isEqualTo(Replacement.REPLACED);

        assertThat(vault().open(added.id()).asMap())
                .containsOnly(Map.entry(key("kept"), Secret.of("1")));
    }

    @Test
    default void forgetsAndSuppliesInOneReplacement() {
        Instance added = SampleInstances.bare(newcomer()).hiding("old", "1").addedTo(instances());
        SecretChanges changes =
                new SecretChanges(
                        Secrets.of(Map.of(key("new"), Secret.of("2"))), Set.of(key("old")));

        assertThat(instances().replace(added, changes)).isEqualTo(Replacement.REPLACED);

        assertThat(vault().open(added.id()).asMap())
                .containsOnly(Map.entry(key("new"), Secret.of("2")));
    }
}
