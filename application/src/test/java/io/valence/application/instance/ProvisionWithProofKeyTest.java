package io.valence.application.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.authorization.BeginAuthorization;
import io.valence.application.bench.Bench;
import io.valence.application.instance.ProvisionInstance.Outcome;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.element.ElementKey;
import io.valence.domain.secret.Secret;
import io.valence.testkit.sample.SampleElement;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

class ProvisionWithProofKeyTest {
    private final Bench bench =
            new Bench(
                    SampleElement.like(
                                    io.valence.application.bench.Elements.all().stream()
                                            .filter(one -> one.key().value().equals("oauthproof"))
                                            .findFirst()
                                            .orElseThrow())
                            .called(88, "oauthother")
                            .element());

    private URI begun(Map<String, String> more) {
        Map<String, String> parameters =
                new HashMap<>(Map.of("apiKey", "client", "callbackUrl", Bench.CALLBACK));
        parameters.putAll(more);
        return ((BeginAuthorization.Outcome.Begun)
                        bench.begin.begin(
                                new BeginAuthorization.Request(
                                        new ElementKey("oauthproof"), parameters)))
                .address();
    }

    private static String state(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .filter(parameter -> parameter.startsWith("state="))
                .map(parameter -> parameter.substring("state=".length()))
                .findFirst()
                .orElseThrow();
    }

    private Outcome provision(String element, Map<String, String> more, URI question) {
        Secret code = bench.vendor.consent(question);
        return bench.provision(
                element, Bench.draft(Bench.clientAnd(more), Bench.came(code, state(question))));
    }

    private Outcome provision(URI question) {
        return provision("oauthproof", Map.of(), question);
    }

    private void assertRefused(Outcome outcome) {
        assertThat(((Outcome.Rejected) outcome).problems())
                .extracting(Problem::place)
                .containsExactly(Place.member("providerData/state"));
        assertThat(bench.everything()).isEmpty();
        assertThat(bench.vendor.askedForTokens()).isZero();
    }

    @Test
    void provesThatItAskedTheUser() {
        assertThat(provision(begun(Map.of()))).isInstanceOf(Outcome.Provisioned.class);
    }

    @Test
    void wantsTheStateThatItGave() {
        Secret code = bench.vendor.consent(begun(Map.of()));

        Outcome outcome =
                bench.provision("oauthproof", Bench.draft(Bench.client(), Bench.came(code)));

        assertThat(((Outcome.Rejected) outcome).problems())
                .containsExactly(new Problem.Missing(Place.member("providerData/state")));
    }

    @Test
    void keepsAndBindsACallersOwnState() {
        URI question = begun(Map.of("state", "mine"));

        assertThat(state(question)).isEqualTo("mine");
        assertThat(provision(question)).isInstanceOf(Outcome.Provisioned.class);
    }

    @Test
    void refusesAStateThatIsReplayed() {
        URI question = begun(Map.of("state", "mine"));
        bench.provision(
                "oauthproof",
                Bench.draft(Bench.client(), Bench.came(Secret.of("wrong-code"), "mine")));
        int asked = bench.vendor.askedForTokens();

        Outcome outcome = provision(question);

        assertThat(((Outcome.Rejected) outcome).problems())
                .extracting(Problem::place)
                .containsExactly(Place.member("providerData/state"));
        assertThat(bench.vendor.askedForTokens()).isEqualTo(asked);
        assertThat(bench.everything()).isEmpty();
    }

    @Test
    void refusesAStateThatHasExpired() {
        URI question = begun(Map.of());

        bench.clock.pass(Duration.ofMinutes(10));

        assertRefused(provision(question));
    }

    @Test
    void acceptsAStateUntilItExpires() {
        URI question = begun(Map.of());

        bench.clock.pass(Duration.ofMinutes(10).minusMillis(1));

        assertThat(provision(question)).isInstanceOf(Outcome.Provisioned.class);
    }

    @Test
    void refusesAStateThatNobodyGave() {
        Secret code = bench.vendor.consent(begun(Map.of()));

        assertRefused(
                bench.provision(
                        "oauthproof",
                        Bench.draft(Bench.client(), Bench.came(code, "never-given"))));
    }

    @Test
    void refusesAStateOfAnotherElement() {
        assertRefused(provision("oauthother", Map.of(), begun(Map.of())));
    }

    @Test
    void refusesAStateOfAnotherClient() {
        assertRefused(provision("oauthproof", Map.of("oauth.api.key", "other"), begun(Map.of())));
    }

    @Test
    void refusesAStateOfAnotherCallback() {
        assertRefused(
                provision(
                        "oauthproof",
                        Map.of("oauth.callback.url", "https://evil.example.com"),
                        begun(Map.of())));
    }

    @Test
    void letsTwoApplicationsUseTheSameState() {
        bench.vendor.register(Secret.of("theirs"), Secret.of("client-secret"));
        URI mine = begun(Map.of("state", "acme"));
        URI theirs = begun(Map.of("state", "acme", "apiKey", "theirs"));

        Outcome first = provision(mine);
        Outcome second = provision("oauthproof", Map.of("oauth.api.key", "theirs"), theirs);

        assertThat(first).isInstanceOf(Outcome.Provisioned.class);
        assertThat(second).isInstanceOf(Outcome.Provisioned.class);
    }

    @Test
    void isNotSpoiltByAForeignAnswer() {
        URI question = begun(Map.of("state", "acme"));
        assertRefused(provision("oauthproof", Map.of("oauth.api.key", "other"), question));

        Outcome outcome = provision(question);

        assertThat(outcome).isInstanceOf(Outcome.Provisioned.class);
    }

    @Test
    void isNotSpoiltByOthersWhoAskTheSame() {
        URI question = begun(Map.of("state", "acme"));
        for (int i = 0; i < 3; i++) {
            begun(Map.of("state", "acme"));
        }

        assertThat(provision(question)).isInstanceOf(Outcome.Provisioned.class);
    }
}
