package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.domain.account.User;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Origin;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.Settings;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.GiveBack;
import io.valence.domain.instance.GiveBacks;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceName;
import io.valence.domain.instance.Removal;
import io.valence.domain.instance.Replacement;
import io.valence.domain.instance.Selection;
import io.valence.domain.instance.Tag;
import io.valence.domain.secret.Secret;
import io.valence.testkit.sample.SampleInstances;
import io.valence.testkit.sample.SampleTokens;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What every store keeps of instances that are written together with their grants. */
public interface InstanceGrantContract extends GrantStore {
    private Instance read(Instance instance) {
        return instances().find(instance.owner().organization(), instance.id()).orElseThrow();
    }

    private static ConfigurationKey key(String name) {
        return new ConfigurationKey(name);
    }

    @Test
    default void addsAnInstanceWithItsGrant() {
        User owner = newcomer();

        Instance added = SampleInstances.grantedTo(owner).addedTo(instances());

        assertThat(grants().find(added.id()))
                .contains(
                        new Grant(
                                added.id(),
                                1,
                                SampleTokens.first(),
                                Grant.Turn.FREE,
                                0,
                                SampleTokens.grantOf(SampleTokens.first()).refreshAt()));
        assertThat(grants().ledger(added.id(), 10))
                .containsExactly(SampleTokens.grantOf(SampleTokens.first()).attempt());
    }

    @Test
    default void addsNothingOfAGrantWhoseInstanceCannotBeAdded() {
        User owner = newcomer();
        Instance first = SampleInstances.of(owner).addedTo(instances());

        assertThatThrownBy(
                        () ->
                                SampleInstances.grantedTo(owner)
                                        .number(first.id())
                                        .addedTo(instances()))
                .isInstanceOf(RuntimeException.class);

        assertThat(grants().find(first.id())).isEmpty();
        assertThat(grants().ledger(first.id(), 10)).isEmpty();
    }

    @Test
    default void showsTheTokensInEveryReading() {
        User owner = newcomer();
        Instance added = SampleInstances.grantedTo(owner).tagged("a", "b").addedTo(instances());

        List<Optional<Instance>> readings =
                List.of(
                        instances().find(owner.organization(), added.id()),
                        instances().find(owner.organization(), added.token()),
                        selected(owner, Set.of(), Optional.empty(), false),
                        selected(owner, Set.of(new Tag("a")), Optional.empty(), false),
                        selected(
                                owner, Set.of(new Tag("a"), new Tag("b")), Optional.empty(), false),
                        selected(owner, Set.of(new Tag("a")), Optional.of(true), true),
                        selected(owner, Set.of(), Optional.of(true), false),
                        selected(owner, Set.of(), Optional.empty(), true),
                        selected(owner, Set.of(), Optional.of(true), true));

        assertThat(readings)
                .allSatisfy(
                        reading ->
                                assertThat(reading).map(Portrait::of).contains(Portrait.of(added)));
        assertThat(read(added).settings().asMap())
                .containsAllEntriesOf(SampleTokens.first().shown());
    }

    private Optional<Instance> selected(
            User owner, Set<Tag> tags, Optional<Boolean> sound, boolean byElement) {
        return instances()
                .select(
                        new Selection(
                                owner.organization(),
                                tags,
                                sound,
                                byElement
                                        ? Optional.of(
                                                SampleInstances.grantedTo(owner)
                                                        .instance()
                                                        .element())
                                        : Optional.empty(),
                                Optional.empty(),
                                0,
                                1))
                .instances()
                .stream()
                .findFirst();
    }

    @Test
    default void showsNoRefreshTokenAndNoIntervalWhereThereIsNone() {
        Instance added =
                SampleInstances.bare(newcomer())
                        .granted(SampleTokens.accessAlone())
                        .addedTo(instances());

        assertThat(read(added).settings().keys())
                .containsExactly(Tokens.ACCESS_KEY, Tokens.TIME_KEY);
    }

    @Test
    default void showsTheTokensThatThereAreNow() {
        Instance added = SampleInstances.grantedTo(newcomer()).addedTo(instances());

        assertThat(
                        grants().renew(
                                        added.id(),
                                        1,
                                        SampleTokens.number(2),
                                        Optional.empty(),
                                        SampleTokens.attempt(1, Attempt.Result.RENEWED)))
                .isTrue();

        assertThat(read(added).settings().asMap())
                .containsAllEntriesOf(SampleTokens.number(2).shown());
        assertThat(read(added).version()).isEqualTo(added.version());
    }

    @Test
    default void storesNothingThatShowsTheTokensOfAGrant() {
        Instance added =
                SampleInstances.grantedTo(newcomer())
                        .filledByVendor("oauth.user.refresh_interval", "1")
                        .hiddenByVendor("oauth.user.token", "planted")
                        .addedTo(instances());
        Map<ConfigurationKey, Setting> settings = new LinkedHashMap<>(added.settings().asMap());
        settings.put(key("oauth.user.refresh_time"), new Setting.Plain("2", Origin.SUPPLIED));
        settings.put(key("oauth.scope"), new Setting.Plain("all", Origin.SUPPLIED));
        SecretChanges planted =
                new SecretChanges(
                        Secrets.of(Map.of(Tokens.REFRESH_KEY, Secret.of("planted"))), Set.of());

        assertThat(
                        instances()
                                .replace(
                                        added.reconfigure(added.element(), Settings.of(settings)),
                                        planted))
                .isEqualTo(Replacement.REPLACED);

        assertThat(read(added).settings().asMap())
                .containsAllEntriesOf(SampleTokens.first().shown())
                .containsKey(key("oauth.scope"));
        assertThat(vault().open(added.id()).keys()).containsExactly(key("oauth.api.secret"));
        assertThat(grants().find(added.id())).map(Grant::tokens).contains(SampleTokens.first());
    }

    @Test
    default void keepsSuchSettingsOfAnInstanceWithoutAGrant() {
        Instance added = SampleInstances.authorizedFor(newcomer()).addedTo(instances());

        assertThat(instances().replace(added.rename(new InstanceName("New")), SecretChanges.none()))
                .isEqualTo(Replacement.REPLACED);

        assertThat(read(added).settings()).isEqualTo(added.settings());
        assertThat(vault().open(added.id()).keys()).contains(Tokens.ACCESS_KEY, Tokens.REFRESH_KEY);
    }

    @Test
    default void leavesTheGrantAsItIsWhenTheInstanceIsReplaced() {
        Instance added = SampleInstances.grantedTo(newcomer()).addedTo(instances());
        Grant before = grants().find(added.id()).orElseThrow();

        assertThat(instances().replace(added.rename(new InstanceName("New")), SecretChanges.none()))
                .isEqualTo(Replacement.REPLACED);

        assertThat(grants().find(added.id())).contains(before);
        assertThat(read(added).settings()).isEqualTo(added.settings());
    }

    @Test
    default void replacesAGrantAndMakesTheInstanceSound() {
        Instance added =
                SampleInstances.grantedTo(newcomer())
                        .broken("revoked", Instant.EPOCH)
                        .addedTo(instances());
        Grant before = grants().find(added.id()).orElseThrow();
        assertThat(grants().take(before, "node-1", Duration.ofSeconds(9), Duration.ofMinutes(1)))
                .isTrue();

        Replacement answer =
                instances()
                        .replace(
                                added.rename(new InstanceName("New")),
                                SecretChanges.none(),
                                SampleTokens.grantOf(SampleTokens.number(2)));

        assertThat(answer).isEqualTo(Replacement.REPLACED);
        Grant after = grants().find(added.id()).orElseThrow();
        assertThat(after.generation()).isEqualTo(2);
        assertThat(after.tokens()).isEqualTo(SampleTokens.number(2));
        assertThat(after.turn()).isEqualTo(Grant.Turn.FREE);
        assertThat(read(added).authorization()).isEqualTo(new Authorization.Sound());
        assertThat(read(added).name()).isEqualTo(new InstanceName("New"));
        assertThat(grants().ledger(added.id(), 10)).hasSize(2);
    }

    @Test
    default void leavesNobodysTurnWhenAGrantIsReplaced() {
        Instance added = SampleInstances.grantedTo(newcomer()).addedTo(instances());
        Grant before = grants().find(added.id()).orElseThrow();
        assertThat(grants().take(before, "node-1", Duration.ofSeconds(9), Duration.ofMinutes(1)))
                .isTrue();
        assertThat(
                        instances()
                                .replace(
                                        added,
                                        SecretChanges.none(),
                                        SampleTokens.grantOf(SampleTokens.number(2))))
                .isEqualTo(Replacement.REPLACED);

        boolean kept = grants().keep(added.id(), 1, Duration.ofSeconds(9));
        boolean renewed =
                grants().renew(
                                added.id(),
                                1,
                                SampleTokens.number(3),
                                Optional.empty(),
                                SampleTokens.attempt(1, Attempt.Result.RENEWED));
        grants().giveUp(
                        added.id(),
                        1,
                        1,
                        Optional.empty(),
                        Optional.of(new Authorization.Broken("late", Instant.EPOCH)),
                        SampleTokens.attempt(1, Attempt.Result.REFUSED));

        assertThat(kept).isFalse();
        assertThat(renewed).isFalse();
        assertThat(grants().find(added.id())).map(Grant::tokens).contains(SampleTokens.number(2));
        assertThat(read(added).authorization()).isEqualTo(new Authorization.Sound());
    }

    @Test
    default void givesAGrantToAnInstanceThatHadItsTokensAmongItsSettings() {
        Instance added = SampleInstances.authorizedFor(newcomer()).addedTo(instances());

        assertThat(
                        instances()
                                .replace(
                                        added,
                                        SecretChanges.none(),
                                        SampleTokens.grantOf(SampleTokens.accessAlone())))
                .isEqualTo(Replacement.REPLACED);

        assertThat(grants().find(added.id())).map(Grant::generation).contains(1L);
        assertThat(read(added).settings().keys())
                .contains(Tokens.ACCESS_KEY, Tokens.TIME_KEY)
                .doesNotContain(Tokens.REFRESH_KEY, Tokens.INTERVAL_KEY);
        assertThat(vault().open(added.id()).keys())
                .doesNotContain(Tokens.ACCESS_KEY, Tokens.REFRESH_KEY);
    }

    @Test
    default void replacesNoGrantOfAnInstanceThatSomebodyElseReplaced() {
        Instance added = SampleInstances.grantedTo(newcomer()).addedTo(instances());
        assertThat(instances().replace(added.rename(new InstanceName("New")), SecretChanges.none()))
                .isEqualTo(Replacement.REPLACED);

        Replacement answer =
                instances()
                        .replace(
                                added,
                                SecretChanges.none(),
                                SampleTokens.grantOf(SampleTokens.number(2)));

        assertThat(answer).isEqualTo(Replacement.STALE);
        assertThat(grants().find(added.id())).map(Grant::tokens).contains(SampleTokens.first());
        assertThat(grants().ledger(added.id(), 10)).hasSize(1);
    }

    @Test
    default void removesItsGrantAndLedgerToo() {
        User owner = newcomer();
        Instance added = SampleInstances.grantedTo(owner).addedTo(instances());

        assertThat(instances().remove(owner.organization(), added.id())).isTrue();

        assertThat(grants().find(added.id())).isEmpty();
        assertThat(grants().ledger(added.id(), 10)).isEmpty();
    }

    @Test
    default void keepsWhatIsToBeGivenBackOfARemovedInstance() {
        User owner = newcomer();
        Instance added = SampleInstances.grantedTo(owner).addedTo(instances());
        Instant until = Instant.parse("2026-04-05T06:07:08.000009Z");
        GiveBack giveBack = SampleTokens.giveBack(uniqueTokens(added), until);

        Removal removed = instances().remove(owner.organization(), added.id(), 1, giveBack);

        assertThat(removed).isEqualTo(Removal.REMOVED);
        assertThat(instances().find(owner.organization(), added.id())).isEmpty();
        assertThat(giveBacks().due(until, 1000))
                .extracting(GiveBacks.Kept::giveBack)
                .containsOnlyOnce(giveBack);
    }

    private static Tokens uniqueTokens(Instance instance) {
        return new Tokens(
                instance.token().secret(),
                Optional.empty(),
                SampleTokens.OBTAINED_AT,
                Optional.empty());
    }

    @Test
    default void keepsNothingToGiveBackOfWhatIsNotThere() {
        User owner = newcomer();
        Instance added = SampleInstances.grantedTo(owner).addedTo(instances());
        GiveBack giveBack = SampleTokens.giveBack(uniqueTokens(added), SampleTokens.OBTAINED_AT);

        assertThat(instances().remove(newcomer().organization(), added.id(), 1, giveBack))
                .isEqualTo(Removal.ABSENT);

        assertThat(instances().find(owner.organization(), added.id())).isPresent();
        assertThat(giveBacks().due(Instant.parse("2030-01-01T00:00:00Z"), 1000))
                .extracting(GiveBacks.Kept::giveBack)
                .doesNotContain(giveBack);
    }

    @Test
    default void removesNothingWhoseTokensAreOthersByNow() {
        User owner = newcomer();
        Instance added = SampleInstances.grantedTo(owner).addedTo(instances());
        Instance without = SampleInstances.of(owner).addedTo(instances());
        GiveBack giveBack = SampleTokens.giveBack(uniqueTokens(added), SampleTokens.OBTAINED_AT);

        assertThat(instances().remove(owner.organization(), added.id(), 2, giveBack))
                .isEqualTo(Removal.STALE);
        assertThat(instances().remove(owner.organization(), without.id(), 1, giveBack))
                .isEqualTo(Removal.STALE);

        assertThat(instances().find(owner.organization(), added.id())).isPresent();
        assertThat(grants().find(added.id())).isPresent();
        assertThat(instances().find(owner.organization(), without.id())).isPresent();
        assertThat(giveBacks().due(Instant.parse("2030-01-01T00:00:00Z"), 1000))
                .extracting(GiveBacks.Kept::giveBack)
                .doesNotContain(giveBack);
    }
}
