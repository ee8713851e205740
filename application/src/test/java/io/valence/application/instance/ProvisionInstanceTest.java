package io.valence.application.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import io.valence.application.bench.Bench;
import io.valence.application.instance.ProvisionInstance.Outcome;
import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.Strictness;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.element.ElementKey;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.Tag;
import io.valence.domain.secret.Secret;
import io.valence.testkit.sample.SampleElement;
import io.valence.testkit.sample.SampleElements;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ProvisionInstanceTest {
    private final Bench bench =
            new Bench(
                    SampleElement.like(SampleElements.oracleSalesCloud())
                            .called(77, "oldoauth")
                            .authenticatedBy(new AuthenticationScheme.OAuth1())
                            .element());

    @Test
    void storesTheInstanceAndItsSecretsTogether() {
        Instance instance = bench.provisioned();

        assertThat(bench.stored(instance).name().text()).isEqualTo("Test");
        assertThat(bench.stored(instance).createdAt()).isEqualTo(Bench.NOW);
        assertThat(
                        bench.instances
                                .vault()
                                .open(instance.id())
                                .find(new ConfigurationKey("password")))
                .contains(Secret.of("pa55"));
    }

    @Test
    void keepsWhatWasSuppliedAndNoDefault() {
        Instance instance = bench.provisioned();

        assertThat(instance.settings().keys())
                .extracting(ConfigurationKey::value)
                .containsExactlyInAnyOrder("username", "password", "site.url");
    }

    @Test
    void takesTheNameForATagWhenThereIsNone() {
        Outcome outcome =
                bench.provision(
                        "oraclesalescloud",
                        Bench.draft("<b>Ada's</b>", List.of("  "), Supplied.of(Bench.oracle())));

        assertThat(((Outcome.Provisioned) outcome).instance().instance().tags())
                .containsExactly(new Tag("Ada's"));
    }

    @Test
    void namesWhatIsWrongWithTheConfigurationAndWithAllBesideItAtOnce() {
        Outcome outcome =
                bench.provision(
                        "oraclesalescloud",
                        Bench.draft(
                                "x".repeat(256),
                                List.of("ok", "<INSERT_TAGS>"),
                                Supplied.of(Map.of("username", "ada"))));

        List<Problem> problems = ((Outcome.Rejected) outcome).problems();
        assertThat(problems)
                .extracting(problem -> problem.place().name())
                .containsExactly("password", "site.url", "name", "tags/1");
        assertThat(bench.everything()).isEmpty();
    }

    @Test
    void wantsAName() {
        Outcome outcome =
                bench.provision("oraclesalescloud", InstanceDraft.of(Supplied.of(Bench.oracle())));

        assertThat(((Outcome.Rejected) outcome).problems())
                .containsExactly(new Problem.Missing(Place.member("name")));
    }

    @Test
    void knowsNoElementOfAnotherName() {
        Outcome outcome =
                bench.provision("nosuch", Bench.draft("Test", List.of(), Supplied.nothing()));

        assertThatObject(outcome).isEqualTo(new Outcome.NoSuchElement(new ElementKey("nosuch")));
    }

    @Test
    void storesNothingForAVendorThatHandsOutTokensInAnotherWay() {
        Outcome outcome =
                bench.provision(
                        "oldoauth", Bench.draft("Test", List.of(), Supplied.of(Bench.oracle())));

        assertThat(outcome).isInstanceOf(Outcome.ExchangeNotOffered.class);
        assertThat(bench.everything()).isEmpty();
    }

    @Test
    void judgesADryRunByTheSameRules() {
        InstanceDraft draft = InstanceDraft.of(Supplied.of(Map.of("username", "ada")));

        TryConfiguration.Outcome outcome =
                bench.attempt.attempt(
                        bench.ada,
                        new ElementKey("oraclesalescloud"),
                        draft,
                        Strictness.LENIENT,
                        TryConfiguration.Scope.CONFIGURATION);

        assertThat(((TryConfiguration.Outcome.Invalid) outcome).problems())
                .extracting(problem -> problem.place().name())
                .containsExactly("password", "site.url");
        assertThat(bench.everything()).isEmpty();
    }
}
