package io.valence.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.User;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceName;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Selection;
import io.valence.domain.instance.Tag;
import io.valence.domain.instance.Vault;
import io.valence.domain.secret.Secret;
import io.valence.testkit.sample.SampleInstances;
import io.valence.testkit.sample.SampleOrganization;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each call costs in statements; every one is a journey to the database. */
interface StatementCounts {
    JdbiPersistence persistence();

    private Instances instances() {
        return persistence().instances();
    }

    private SampleOrganization acme() {
        return SampleOrganization.foundedIn(persistence().accounts());
    }

    private Instance stored(User owner) {
        return SampleInstances.of(owner).addedTo(instances());
    }

    @Test
    default void identifiesACallerInOne() {
        SampleOrganization acme = acme();

        List<String> sql =
                Log.statementsOf(
                        () ->
                                assertThat(
                                                persistence()
                                                        .accounts()
                                                        .identify(
                                                                acme.userSecret(),
                                                                acme.organizationSecret()))
                                        .isPresent());

        assertThat(sql).hasSize(1);
    }

    @Test
    default void findsAWholeInstanceInOne() {
        Instance instance = stored(acme().user());

        List<String> byId =
                Log.statementsOf(
                        () -> instances().find(instance.owner().organization(), instance.id()));
        List<String> byToken =
                Log.statementsOf(
                        () -> instances().find(instance.owner().organization(), instance.token()));

        assertThat(byId).hasSize(1);
        assertThat(byToken).hasSize(1);
    }

    @Test
    default void readsAPageInOne() {
        User owner = acme().user();
        stored(owner);
        stored(owner);

        List<String> sql =
                Log.statementsOf(
                        () -> instances().select(Selection.first(owner.organization(), 10)));

        assertThat(sql).hasSize(1);
    }

    @Test
    default void opensTheSecretsOfAnInstanceInOne() {
        Instance instance = stored(acme().user());
        Vault vault = persistence().vault();

        assertThat(Log.statementsOf(() -> vault.open(instance.id()))).hasSize(1);
    }

    @Test
    default void addsAnInstanceInOneForEachTableAndOneForItsNumber() {
        User owner = acme().user();

        List<String> sql = Log.statementsOf(() -> stored(owner));

        assertThat(sql)
                .extracting(line -> line.replaceFirst(".*: ", "").replaceFirst(" \\(.*", ""))
                .containsExactly(
                        "select nextval('instance_number')",
                        "insert into instance",
                        "insert into instance_setting",
                        "insert into instance_secret",
                        "insert into instance_tag");
    }

    @Test
    default void replacesOnlyWhatChanged() {
        Instance first = stored(acme().user());
        Instance renamed = first.rename(new InstanceName("renamed"));

        List<String> sql =
                Log.statementsOf(() -> instances().replace(renamed, SecretChanges.none()));
        List<String> stale =
                Log.statementsOf(() -> instances().replace(renamed, SecretChanges.none()));

        assertThat(sql).hasSize(2);
        assertThat(stale).hasSize(1);
    }

    @Test
    default void replacesTagsAndSecretsInTwoEach() {
        Instance first = stored(acme().user());
        Instance changed = first.retag(List.of(new Tag("a"), new Tag("b"), new Tag("c")));
        Secrets secrets =
                Secrets.of(Map.of(new ConfigurationKey("password"), Secret.of("another")));

        List<String> sql =
                Log.statementsOf(
                        () -> instances().replace(changed, new SecretChanges(secrets, Set.of())));

        assertThat(sql).hasSize(6);
    }

    @Test
    default void removesAnInstanceInOne() {
        Instance instance = stored(acme().user());

        List<String> sql =
                Log.statementsOf(
                        () -> instances().remove(instance.owner().organization(), instance.id()));

        assertThat(sql).hasSize(1);
    }

    @Test
    default void logsNoValue() {
        SampleOrganization acme = acme();

        List<String> sql =
                Log.statementsOf(
                        () -> {
                            stored(acme.user());
                            acme().user();
                        });

        assertThat(String.join("\n", sql))
                .doesNotContain("ada", "correct horse", "mysite", "@example.com");
        assertThat(acme.foundedAt()).isBeforeOrEqualTo(Instant.now());
    }
}
