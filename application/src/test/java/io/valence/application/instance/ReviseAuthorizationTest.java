package io.valence.application.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.application.authorization.ProviderData;
import io.valence.application.authorization.RenewTokens;
import io.valence.application.bench.Bench;
import io.valence.application.bench.Node;
import io.valence.application.instance.ReviseInstance.Outcome;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceName;
import io.valence.domain.secret.Secret;
import io.valence.testkit.memory.InMemoryVendorAuthorization.Question;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

class ReviseAuthorizationTest {
    private final Bench bench = new Bench();
    private final Node node = new Node(bench, "node-1");

    private Instance broken() {
        Instance instance = bench.authorized();
        bench.vendor.forgetEverything();
        bench.clock.pass(Duration.ofHours(1));
        assertThat(node.renew(instance)).isInstanceOf(RenewTokens.Outcome.Broken.class);
        return instance;
    }

    private Outcome authorizeAgain(Instance instance) {
        return bench.revise(instance, Bench.draft(Map.of(), Bench.came(bench.consent())));
    }

    private static Instance revised(Outcome outcome) {
        return ((Outcome.Revised) outcome).instance().instance();
    }

    @Test
    void keepsTheNumberAndTheToken() {
        Instance before = bench.authorized();

        Instance after = revised(authorizeAgain(before));

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.token()).isEqualTo(before.token());
        assertThat(bench.grant(before).generation()).isEqualTo(2);
        assertThat(bench.ledger(before).getFirst().cause()).isEqualTo(Attempt.Cause.REAUTHORIZED);
        assertThat(bench.stored(before).settings()).isEqualTo(after.settings());
    }

    @Test
    void healsABrokenInstance() {
        Instance instance = broken();
        assertThat(bench.stored(instance).authorization()).isInstanceOf(Authorization.Broken.class);

        Instance after = revised(authorizeAgain(instance));

        assertThat(after.authorization()).isEqualTo(new Authorization.Sound());
        assertThat(bench.stored(instance).authorization()).isEqualTo(new Authorization.Sound());
        assertThat(bench.vendor.letsIn(bench.grant(instance).tokens().access())).isTrue();
    }

    @Test
    void usesTheCodeOnceThoughItMergesAgain() {
        Instance instance = bench.authorized();
        bench.interposed.beforeWriting(
                () ->
                        bench.instances.replace(
                                bench.stored(instance).rename(InstanceName.of("Theirs")),
                                SecretChanges.none()));

        Outcome outcome =
                bench.revise(
                        instance,
                        new InstanceDraft(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Supplied.of(Map.of("pagination.max", "7")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Bench.came(bench.consent()),
                                java.util.List.of()));

        assertThat(outcome).isInstanceOf(Outcome.Revised.class);
        assertThat(bench.vendor.asked(Question.EXCHANGE)).isEqualTo(2);
        assertThat(bench.stored(instance).name().text()).isEqualTo("Theirs");
        assertThat(bench.grant(instance).generation()).isEqualTo(2);
        assertThat(bench.vendor.letsIn(bench.grant(instance).tokens().access())).isTrue();
    }

    @Test
    void changesNothingWhenAllThatAnAnswerShowsIsSentBack() {
        Instance before = bench.authorized();
        Grant grant = bench.grant(before);
        Map<String, Optional<String>> shown = new LinkedHashMap<>();
        bench.find
                .find(bench.ada, new InstanceReference.ById(before.id()))
                .orElseThrow()
                .configuration()
                .forEach((entry, setting) -> shown.put(entry.key().value(), setting.shown()));
        bench.clock.pass(Duration.ofMinutes(1));

        Outcome outcome = bench.revise(before, InstanceDraft.of(Supplied.ofNullable(shown)));

        assertThatObject(revised(outcome).settings()).isEqualTo(before.settings());
        assertThat(bench.stored(before).version()).isEqualTo(before.version());
        assertThat(bench.grant(before)).isEqualTo(grant);
        assertThat(bench.vendor.askedForTokens()).isEqualTo(1);
        assertThat(bench.ledger(before)).hasSize(1);
    }

    @Test
    void leavesTheTokensAloneWhenSomethingElseChanges() {
        Instance before = bench.authorized();
        Grant grant = bench.grant(before);

        Instance after =
                revised(
                        bench.revise(
                                before,
                                InstanceDraft.of(Supplied.of(Map.of("pagination.max", "7")))));

        assertThat(after.settings().find(Tokens.ACCESS_KEY)).isPresent();
        assertThat(bench.stored(before).settings()).isEqualTo(after.settings());
        assertThat(bench.grant(before)).isEqualTo(grant);
    }

    @Test
    void leavesACodeAloneIfTheCallerDoesNotWantItUsed() {
        Instance instance = bench.authorized();

        Outcome outcome =
                bench.revise(instance, Bench.draft(Map.of(), Bench.came(bench.consent())), false);

        assertThat(outcome).isInstanceOf(Outcome.Revised.class);
        assertThat(bench.vendor.askedForTokens()).isEqualTo(1);
        assertThat(bench.grant(instance).generation()).isEqualTo(1);
    }

    @Test
    void leavesTheInstanceAsItIsIfTheUserDoesNotConsent() {
        Instance instance = bench.authorized();

        Outcome outcome =
                bench.revise(
                        instance,
                        Bench.draft(
                                Map.of("pagination.max", "7"),
                                Bench.denied("access_denied", "No")));

        assertThat(((Outcome.NotLetIn) outcome).objection())
                .isInstanceOf(VendorObjection.Denied.class);
        assertThat(bench.stored(instance).settings()).isEqualTo(instance.settings());
        assertThat(bench.grant(instance).generation()).isEqualTo(1);
    }

    @Test
    void leavesTheInstanceAsItIsIfTheVendorCannotBeReached() {
        Instance instance = bench.authorized();
        bench.vendor.answerAlways(new TokenAnswer.Unreachable("No answer", false, false));

        Outcome outcome = authorizeAgain(instance);

        assertThat(((Outcome.NotLetIn) outcome).objection())
                .isInstanceOf(VendorObjection.Unreachable.class);
        assertThat(bench.grant(instance).generation()).isEqualTo(1);
    }

    @Test
    void givesTheTokensBackIfTheInstanceIsRemovedMeanwhile() {
        Instance instance = bench.authorized();
        bench.interposed.beforeWriting(
                () -> bench.instances.remove(bench.ada.organization(), instance.id()));

        Outcome outcome = authorizeAgain(instance);

        assertThat(outcome).isInstanceOf(Outcome.NoSuchInstance.class);
        bench.giveBack.run();
        assertThat(bench.vendor.asked(Question.REVOKE)).isEqualTo(1);
        assertThat(bench.vendor.liveGrants()).isEqualTo(1);
    }

    @Test
    void givesTheTokensBackIfTheyCannotBeStored() {
        Instance instance = bench.authorized();
        bench.interposed.beforeWriting(
                () -> {
                    throw new IllegalStateException("the store is gone");
                });

        assertThatThrownBy(() -> authorizeAgain(instance)).hasMessage("the store is gone");

        bench.giveBack.run();
        assertThat(bench.vendor.asked(Question.REVOKE)).isEqualTo(1);
        assertThat(bench.vendor.letsIn(bench.grant(instance).tokens().access())).isTrue();
    }

    @Test
    void takesARefreshTokenThatWasHadElsewhere() {
        Instance instance = bench.authorized();
        bench.consent();

        Outcome outcome =
                bench.revise(
                        instance,
                        InstanceDraft.of(
                                Supplied.of(Map.of("oauth.user.refresh_token", "refresh-1"))));

        assertThat(outcome).isInstanceOf(Outcome.Revised.class);
        assertThat(bench.grant(instance).generation()).isEqualTo(2);
        assertThat(bench.vendor.asked(Question.REFRESH)).isEqualTo(1);
        assertThat(bench.instances.vault().open(instance.id()).find(Tokens.REFRESH_KEY)).isEmpty();
    }

    @Test
    void keepsTheRefreshTokenWhenAnAccessTokenAloneIsBrought() {
        Instance instance = bench.authorized();
        var refresh = bench.grant(instance).tokens().refresh();

        Instance after =
                revised(
                        bench.revise(
                                instance,
                                InstanceDraft.of(Supplied.of(Map.of("oauth.user.token", "mine")))));

        Tokens tokens = bench.grant(instance).tokens();
        assertThat(tokens.access()).isEqualTo(Secret.of("mine"));
        assertThat(tokens.refresh()).isPresent().isEqualTo(refresh);
        assertThat(tokens.expiresAt()).isEmpty();
        assertThat(after.settings().find(Tokens.REFRESH_KEY)).isPresent();
        assertThat(bench.stored(instance).settings()).isEqualTo(after.settings());
        assertThat(bench.vendor.asked(Question.REFRESH)).isZero();
        assertThat(node.renew(instance)).isInstanceOf(RenewTokens.Outcome.Renewed.class);
    }

    @Test
    void forgetsTheRefreshTokenWhenThatIsWhatTheCallerSays() {
        Instance instance = bench.authorized();
        Map<String, Optional<String>> alone = new LinkedHashMap<>();
        alone.put("oauth.user.token", Optional.of("mine"));
        alone.put("oauth.user.refresh_token", Optional.empty());

        Outcome outcome = bench.revise(instance, InstanceDraft.of(Supplied.ofNullable(alone)));

        assertThat(outcome).isInstanceOf(Outcome.Revised.class);
        assertThat(bench.grant(instance).tokens().refresh()).isEmpty();
    }

    @Test
    void ignoresTokensThatTheElementHasNoEntryFor() {
        Instance instance =
                bench.provisioned(
                        "oauthbare", Bench.draft(Bench.client(), Bench.came(bench.consent())));

        Outcome outcome =
                bench.revise(
                        instance,
                        InstanceDraft.of(Supplied.of(Map.of("oauth.user.token", "mine"))));

        assertThat(((Outcome.Revised) outcome).notices()).hasSize(1);
        assertThat(bench.grant(instance).generation()).isEqualTo(1);
    }

    @Test
    void obtainsTokensAnewForTheApplicationsNewSecret() {
        Instance instance =
                bench.provisioned("oauthclient", Bench.draft(Bench.client(), ProviderData.none()));
        bench.vendor.register(Secret.of("client"), Secret.of("new-secret"));

        Outcome wrong =
                bench.revise(
                        instance,
                        InstanceDraft.of(Supplied.of(Map.of("oauth.api.secret", "wrong"))));
        Outcome right =
                bench.revise(
                        instance,
                        InstanceDraft.of(Supplied.of(Map.of("oauth.api.secret", "new-secret"))));

        assertThat(wrong).isInstanceOf(Outcome.NotLetIn.class);
        assertThat(right).isInstanceOf(Outcome.Revised.class);
        assertThat(bench.grant(instance).generation()).isEqualTo(2);
    }

    private static void fail() {
        throw new IllegalStateException("the store is gone");
    }

    @Test
    void leavesTheTokensAloneIfTheyAreStoredThoughItDoesNotSeemSo() {
        Instance instance = bench.authorized();
        bench.interposed.afterWriting(ReviseAuthorizationTest::fail);

        assertThatThrownBy(() -> authorizeAgain(instance)).hasMessage("the store is gone");

        bench.giveBack.run();
        assertThat(bench.grant(instance).generation()).isEqualTo(2);
        assertThat(bench.vendor.letsIn(bench.grant(instance).tokens().access())).isTrue();
    }

    @Test
    void givesTheTokensBackIfTheInstanceCannotBeReadAgain() {
        Instance instance = bench.authorized();
        bench.interposed.beforeWriting(
                () -> {
                    bench.instances.replace(
                            bench.stored(instance).rename(InstanceName.of("Theirs")),
                            SecretChanges.none());
                    bench.interposed.beforeFinding(ReviseAuthorizationTest::fail);
                });

        assertThatThrownBy(() -> authorizeAgain(instance)).hasMessage("the store is gone");

        bench.giveBack.run();
        assertThat(bench.vendor.asked(Question.REVOKE)).isEqualTo(1);
        assertThat(bench.vendor.liveGrants()).isEqualTo(1);
        assertThat(bench.vendor.letsIn(bench.grant(instance).tokens().access())).isTrue();
    }
}
