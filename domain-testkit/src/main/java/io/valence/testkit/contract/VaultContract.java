package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.User;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.ValueType;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.secret.Secret;
import io.valence.testkit.sample.SampleInstance;
import io.valence.testkit.sample.SampleInstances;

import org.junit.jupiter.api.Test;

/** What every vault keeps; what an update does to it stands in {@link SecretChangesContract}. */
public interface VaultContract extends InstanceStore {
    private Secret opened(SampleInstance sample, String key) {
        Instance added = sample.addedTo(instances());
        return vault().open(added.id()).find(new ConfigurationKey(key)).orElseThrow();
    }

    @Test
    default void opensTheSecretsOfAnInstance() {
        User owner = newcomer();
        SampleInstance sample = SampleInstances.authorizedFor(owner);
        Instance added = sample.addedTo(instances());

        assertThat(vault().open(added.id())).isEqualTo(sample.secrets());
        assertThat(vault().open(added.id()).keys()).hasSize(4);
    }

    @Test
    default void opensNothingOfAnInstanceWithoutSecrets() {
        Instance added = SampleInstances.bare(newcomer()).holding("a", "b").addedTo(instances());

        assertThat(vault().open(added.id())).isEqualTo(Secrets.none());
    }

    @Test
    default void opensNothingUnderAnUnknownNumber() {
        assertThat(vault().open(new InstanceId(Long.MAX_VALUE))).isEqualTo(Secrets.none());
        assertThat(vault().open(instances().nextId())).isEqualTo(Secrets.none());
    }

    @Test
    default void opensTheSecretsOfOneInstanceAlone() {
        User owner = newcomer();
        SampleInstance mine = SampleInstances.bare(owner).hiding("password", "mine");
        SampleInstance sibling = SampleInstances.bare(owner).hiding("password", "sibling");
        SampleInstance foreign = SampleInstances.bare(newcomer()).hiding("password", "foreign");
        InstanceId first = mine.addedTo(instances()).id();
        InstanceId second = sibling.addedTo(instances()).id();
        InstanceId third = foreign.addedTo(instances()).id();

        assertThat(vault().open(first)).isEqualTo(mine.secrets());
        assertThat(vault().open(second)).isEqualTo(sibling.secrets());
        assertThat(vault().open(third)).isEqualTo(foreign.secrets());
    }

    @Test
    default void opensSecretsAsTheyWereWritten() {
        String text = " 𝔘 é e\u0301 🔑\n\t\u0001'\"\\ ";

        Secret opened =
                opened(SampleInstances.bare(newcomer()).hiding("password", text), "password");

        assertThat(opened).isEqualTo(Secret.of(text));
    }

    @Test
    default void opensTheLongestSecrets() {
        String longest = "🔑".repeat(ValueType.LONGEST);

        Secret opened =
                opened(SampleInstances.bare(newcomer()).hiding("password", longest), "password");

        assertThat(opened).isEqualTo(Secret.of(longest));
    }

    @Test
    default void opensNothingOfARemovedInstance() {
        User owner = newcomer();
        Instance added = SampleInstances.of(owner).addedTo(instances());
        assertThat(instances().remove(owner.organization(), added.id())).isTrue();

        assertThat(vault().open(added.id())).isEqualTo(Secrets.none());
    }
}
