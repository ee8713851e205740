package io.valence.application.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.bench.Bench;
import io.valence.application.instance.TryConfiguration.Name;
import io.valence.application.instance.TryConfiguration.Outcome;
import io.valence.application.instance.TryConfiguration.Result;
import io.valence.application.instance.TryConfiguration.Scope;
import io.valence.application.instance.TryConfiguration.Step;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.configuration.Strictness;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.element.ElementKey;
import io.valence.testkit.memory.InMemoryVendors.Reply;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class TryConfigurationTest {
    private final Bench bench = new Bench();

    private Outcome attempt(String element, Map<String, String> configuration, Scope scope) {
        return bench.attempt.attempt(
                bench.ada,
                new ElementKey(element),
                InstanceDraft.of(Supplied.of(configuration)),
                Strictness.LENIENT,
                scope);
    }

    private List<Step> steps(String element, Map<String, String> configuration, Scope scope) {
        return ((Outcome.Valid) attempt(element, configuration, scope)).steps();
    }

    private static void assertSteps(List<Step> steps, Result... results) {
        assertThat(steps).extracting(Step::result).containsExactly(results);
        assertThat(steps)
                .extracting(Step::name)
                .containsExactlyElementsOf(List.of(Name.values()).subList(0, steps.size()));
        assertThat(steps).allMatch(step -> !step.taken().isNegative());
    }

    @Test
    void asksNobodyIfTheConfigurationAloneIsTried() {
        assertSteps(steps("basicchecked", Bench.oracle(), Scope.CONFIGURATION), Result.PASSED);

        assertThat(bench.api.sent()).isEmpty();
    }

    @Test
    void reachesOutWithoutCredentials() {
        assertSteps(
                steps("basicchecked", Bench.oracle(), Scope.CONNECTIVITY),
                Result.PASSED,
                Result.PASSED);

        assertThat(bench.api.sent()).hasSize(1);
        assertThat(bench.api.sent().getFirst().method()).isEqualTo("HEAD");
        assertThat(bench.api.sent().getFirst().headers()).isEmpty();
        assertThat(bench.api.open()).isZero();
    }

    @Test
    void authenticatesByTheElementsCheckCall() {
        bench.api.answer("/accounts", Reply.json(200, "[]"));

        assertSteps(
                steps("basicchecked", Bench.oracle(), Scope.AUTHENTICATION),
                Result.PASSED,
                Result.PASSED,
                Result.PASSED);
        assertThat(bench.everything()).isEmpty();
    }

    @Test
    void saysWhatTheVendorSaidToWrongCredentials() {
        bench.api.answer("/accounts", Reply.json(401, "pa55 is wrong"));

        Outcome outcome = attempt("basicchecked", Bench.oracle(), Scope.AUTHENTICATION);

        Outcome.Valid valid = (Outcome.Valid) outcome;
        assertThat(valid.wouldDo()).isFalse();
        assertThat(valid.steps().getLast().said())
                .isEqualTo("The vendor answered 401: ******** is wrong");
    }

    @Test
    void skipsAuthenticationIfTheVendorCannotBeReached() {
        bench.api.answerNext(new VendorAnswer.Unreachable("No connection", false, false));

        assertSteps(
                steps("basicchecked", Bench.oracle(), Scope.AUTHENTICATION),
                Result.PASSED,
                Result.FAILED,
                Result.SKIPPED);
        assertThat(bench.api.sent()).hasSize(1);
    }

    @Test
    void skipsAuthenticationThatNeedsAUser() {
        List<Step> steps = steps("oauth", Bench.client(), Scope.AUTHENTICATION);

        assertSteps(steps, Result.PASSED, Result.PASSED, Result.SKIPPED);
        assertThat(bench.vendor.askedForTokens()).isZero();
    }

    @Test
    void obtainsAndGivesBackTokensOfTheApplicationItself() {
        List<Step> steps = steps("oauthclient", Bench.client(), Scope.AUTHENTICATION);

        assertSteps(steps, Result.PASSED, Result.PASSED, Result.PASSED);
        assertThat(bench.vendor.askedForTokens()).isEqualTo(1);
        assertThat(bench.vendor.liveGrants()).isZero();
    }

    @Test
    void saysThatTheApplicationIsUnknown() {
        List<Step> steps =
                steps(
                        "oauthclient",
                        Bench.clientAnd(Map.of("oauth.api.secret", "wr0ng")),
                        Scope.AUTHENTICATION);

        assertSteps(steps, Result.PASSED, Result.PASSED, Result.FAILED);
        assertThat(steps.getLast().said()).contains("invalid_client").doesNotContain("wr0ng");
    }

    @Test
    void checksTheTokensOfTheApplicationItself() {
        bench.api.answer("/v1/me", Reply.json(403, "not you"));

        List<Step> steps = steps("oauthclientchecked", Bench.client(), Scope.AUTHENTICATION);

        assertSteps(steps, Result.PASSED, Result.PASSED, Result.FAILED);
        assertThat(bench.vendor.liveGrants()).isZero();
    }

    @Test
    void goesNoFurtherThanAConfigurationThatIsNotValid() {
        Outcome outcome = attempt("basicchecked", Map.of("username", "ada"), Scope.AUTHENTICATION);

        assertSteps(((Outcome.Invalid) outcome).steps(), Result.FAILED);
        assertThat(bench.api.sent()).isEmpty();
    }
}
