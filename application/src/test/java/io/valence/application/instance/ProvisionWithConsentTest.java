package io.valence.application.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.application.authorization.ProviderData;
import io.valence.application.bench.Bench;
import io.valence.application.instance.ProvisionInstance.Outcome;
import io.valence.domain.authorization.Revocation;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Origin;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;
import io.valence.domain.secret.Secret;
import io.valence.testkit.memory.InMemoryVendorAuthorization.Question;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ProvisionWithConsentTest {
    private final Bench bench = new Bench();

    private Outcome provision(ProviderData data) {
        return bench.provision("oauth", Bench.draft(Bench.client(), data));
    }

    private static VendorObjection objection(Outcome outcome) {
        return ((Outcome.NotLetIn) outcome).objection();
    }

    private void assertNothingIsLeft() {
        assertThat(bench.everything()).isEmpty();
        bench.giveBack.run();
        assertThat(bench.vendor.liveGrants()).isZero();
    }

    @Test
    void exchangesTheCodeAndKeepsTheTokensInAGrant() {
        Instance instance = bench.authorized();

        Grant grant = bench.grant(instance);
        assertThat(bench.vendor.letsIn(grant.tokens().access())).isTrue();
        assertThat(grant.tokens().obtainedAt()).isEqualTo(Bench.NOW);
        assertThat(grant.tokens().expiresAt()).contains(Bench.NOW.plus(Duration.ofHours(1)));
        assertThat(grant.refreshAt().orElseThrow())
                .isBetween(
                        Bench.NOW.plus(Duration.ofSeconds(3600 - 330)),
                        Bench.NOW.plus(Duration.ofSeconds(3600 - 300)));
        assertThat(bench.vendor.askedForTokens()).isEqualTo(1);
        assertThat(bench.stored(instance).authorization()).isEqualTo(new Authorization.Sound());
    }

    @Test
    void writesTheFirstTokensIntoTheLedger() {
        Instance instance = bench.authorized();

        assertThat(bench.ledger(instance))
                .containsExactly(
                        new Attempt(
                                Bench.NOW,
                                Attempt.Cause.PROVISIONED,
                                "node-1",
                                0,
                                Optional.of(200),
                                Optional.empty(),
                                Attempt.Result.RENEWED));
    }

    @Test
    void showsWhatTheVendorHandedOutAndMasksTheTokens() {
        Instance instance = bench.authorized();

        assertThat(instance.settings().find(Tokens.ACCESS_KEY))
                .contains(new Setting.Hidden(Origin.VENDOR));
        assertThat(instance.settings().find(Tokens.REFRESH_KEY))
                .contains(new Setting.Hidden(Origin.VENDOR));
        assertThat(instance.settings().find(Tokens.INTERVAL_KEY))
                .contains(new Setting.Plain("3600", Origin.VENDOR));
        assertThat(instance.settings().find(Tokens.TIME_KEY))
                .contains(
                        new Setting.Plain(Long.toString(Bench.NOW.toEpochMilli()), Origin.VENDOR));
        assertThat(bench.stored(instance).settings()).isEqualTo(instance.settings());
    }

    @Test
    void keepsNoTokenAmongTheSecrets() {
        Instance instance =
                bench.provisioned(
                        "oauth",
                        Bench.draft(
                                Bench.clientAnd(
                                        Map.of(
                                                "oauth.user.token", "mine",
                                                "oauth.user.refresh_token", "mine too")),
                                Bench.came(bench.consent())));

        assertThat(bench.instances.vault().open(instance.id()).keys())
                .extracting(ConfigurationKey::value)
                .containsExactlyInAnyOrder("oauth.api.key", "oauth.api.secret");
        assertThat(bench.vendor.letsIn(bench.grant(instance).tokens().access())).isTrue();
    }

    @Test
    void namesAMissingCodeTogetherWithAllOtherProblems() {
        Outcome outcome =
                bench.provision(
                        "oauthproof",
                        InstanceDraft.of(
                                Supplied.of(
                                        Map.of(
                                                "oauth.api.key", "client",
                                                "pagination.max", "many"))));

        assertThat(((Outcome.Rejected) outcome).problems())
                .extracting(problem -> problem.place().name())
                .containsExactly(
                        "oauth.api.secret",
                        "oauth.callback.url",
                        "pagination.max",
                        "name",
                        "providerData/code",
                        "providerData/state");
        assertThat(bench.vendor.askedForTokens()).isZero();
    }

    @Test
    void passesTheVendorsRefusalOfACodeOn() {
        Outcome outcome = provision(Bench.came(Secret.of("never-handed-out")));

        assertThatObject(objection(outcome))
                .isEqualTo(
                        new VendorObjection.GrantRefused("invalid_grant", "The code is not good"));
        assertNothingIsLeft();
    }

    @Test
    void acceptsACodeOnce() {
        Secret code = bench.consent();
        provision(Bench.came(code));

        Outcome again = provision(Bench.came(code));

        assertThat(objection(again)).isInstanceOf(VendorObjection.GrantRefused.class);
        assertThat(bench.everything()).hasSize(1);
    }

    @Test
    void passesOnThatTheVendorDoesNotKnowTheClient() {
        Outcome outcome =
                bench.provision(
                        "oauth",
                        Bench.draft(
                                Bench.clientAnd(Map.of("oauth.api.secret", "wr0ng")),
                                Bench.came(bench.consent())));

        VendorObjection.GrantRefused refused = (VendorObjection.GrantRefused) objection(outcome);
        assertThat(refused.error()).isEqualTo("invalid_client");
        assertThat(refused.said()).doesNotContain("wr0ng");
        assertNothingIsLeft();
    }

    @Test
    void passesOnThatTheUserDidNotConsent() {
        Outcome outcome = provision(Bench.denied("access_denied", "Not today"));

        assertThatObject(objection(outcome))
                .isEqualTo(new VendorObjection.Denied("access_denied", Optional.of("Not today")));
        assertThat(bench.vendor.askedForTokens()).isZero();
        assertNothingIsLeft();
    }

    @Test
    void passesOnThatTheVendorDidNotAnswerInTime() {
        bench.vendor.answerAlways(new TokenAnswer.Unreachable("No answer in time", true, false));

        Outcome outcome = provision(Bench.came(bench.consent()));

        assertThatObject(objection(outcome))
                .isEqualTo(new VendorObjection.Unreachable("No answer in time", true));
        assertNothingIsLeft();
    }

    @Test
    void passesOnThatTheVendorFailed() {
        bench.vendor.answerAlways(new TokenAnswer.Unusable(503, "Busy"));

        Outcome outcome = provision(Bench.came(bench.consent()));

        assertThatObject(objection(outcome)).isEqualTo(new VendorObjection.Failed(503, "Busy"));
        assertNothingIsLeft();
    }

    @Test
    void takesAVendorsNoForANoThoughItIsNotOAuths() {
        bench.vendor.answerAlways(new TokenAnswer.Unusable(403, "Your plan has no API"));

        Outcome outcome = provision(Bench.came(bench.consent()));

        assertThatObject(objection(outcome))
                .isEqualTo(new VendorObjection.GrantRefused("status 403", "Your plan has no API"));
        assertNothingIsLeft();
    }

    @Test
    void takesNoAnswerForANoThatMayBeAnotherNextTime() {
        assertThat(List.of(302, 408, 429, 500))
                .allSatisfy(
                        status -> {
                            bench.vendor.answerAlways(new TokenAnswer.Unusable(status, "Later"));

                            Outcome outcome = provision(Bench.came(bench.consent()));

                            assertThatObject(objection(outcome))
                                    .isEqualTo(new VendorObjection.Failed(status, "Later"));
                        });
    }

    @Test
    void namesATokenAddressThatRequestsMayNotGoTo() {
        bench.vendor.bar("auth.example.com");

        Outcome outcome = provision(Bench.came(bench.consent()));

        List<Problem> problems = ((Outcome.Rejected) outcome).problems();
        assertThat(problems)
                .extracting(Problem::place)
                .containsExactly(Place.entry(new ConfigurationKey("oauth.token.url")));
        assertNothingIsLeft();
    }

    @Test
    void givesTheTokensBackIfTheInstanceCannotBeStored() {
        bench.interposed.beforeWriting(
                () -> {
                    throw new IllegalStateException("the store is gone");
                });

        assertThatThrownBy(() -> provision(Bench.came(bench.consent())))
                .hasMessage("the store is gone");

        assertNothingIsLeft();
        assertThat(bench.vendor.asked(Question.REVOKE)).isEqualTo(1);
    }

    @Test
    void triesAgainToGiveBackWhatTheVendorDoesNotTakeAtOnce() {
        bench.interposed.beforeWriting(
                () -> {
                    throw new IllegalStateException("the store is gone");
                });
        bench.vendor.answerRevocations(Revocation.POSTPONED);
        assertThatThrownBy(() -> provision(Bench.came(bench.consent())))
                .hasMessage("the store is gone");
        bench.giveBack.run();
        assertThat(bench.vendor.liveGrants()).isEqualTo(1);

        bench.vendor.recover();
        bench.clock.pass(Duration.ofMinutes(1));

        assertNothingIsLeft();
    }

    private static void fail() {
        throw new IllegalStateException("the store is gone");
    }

    @Test
    void leavesTheTokensAloneIfTheInstanceIsStoredThoughItDoesNotSeemSo() {
        bench.interposed.afterWriting(ProvisionWithConsentTest::fail);

        assertThatThrownBy(() -> provision(Bench.came(bench.consent())))
                .hasMessage("the store is gone");

        bench.giveBack.run();
        assertThat(bench.everything()).hasSize(1);
        assertThat(bench.vendor.liveGrants()).isEqualTo(1);
    }

    @Test
    void leavesTheTokensAloneIfNobodyCanTellWhetherTheInstanceIsStored() {
        bench.interposed.afterWriting(ProvisionWithConsentTest::fail);
        bench.interposed.beforeFinding(ProvisionWithConsentTest::fail);

        assertThatThrownBy(() -> provision(Bench.came(bench.consent())))
                .hasMessage("the store is gone");

        bench.giveBack.run();
        assertThat(bench.vendor.liveGrants()).isEqualTo(1);
    }

    @Test
    void givesTheTokensBackIfThereIsNoNumberForTheInstance() {
        bench.interposed.beforeNextId(
                () -> {
                    throw new IllegalStateException("the store is gone");
                });

        assertThatThrownBy(() -> provision(Bench.came(bench.consent())))
                .hasMessage("the store is gone");

        assertNothingIsLeft();
    }

    @Test
    void takesTheElementsWordForALifetimeThatTheVendorConceals() {
        bench.vendor.concealLifetime();

        Instance instance = bench.authorized();

        assertThat(bench.grant(instance).tokens().expiresAt())
                .contains(Bench.NOW.plus(Duration.ofHours(1)));
    }
}
