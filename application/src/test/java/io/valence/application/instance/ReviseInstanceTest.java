package io.valence.application.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import io.valence.application.authorization.ProviderData;
import io.valence.application.bench.Bench;
import io.valence.application.instance.ReviseInstance.Outcome;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.Strictness;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementKey;
import io.valence.domain.element.ElementReference;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.Tag;
import io.valence.domain.secret.Secret;
import io.valence.testkit.sample.SampleElement;
import io.valence.testkit.sample.SampleElements;
import io.valence.testkit.sample.SampleInstances;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class ReviseInstanceTest {
    private static final ConfigurationKey PASSWORD = new ConfigurationKey("password");

    private final Bench bench = new Bench(cloneOfOracle());

    private static Element cloneOfOracle() {
        return SampleElement.like(SampleElements.oracleSalesCloud())
                .called(77, "oracleclone")
                .element();
    }

    @Test
    void changesNothingWhenAllThatAnAnswerShowsIsSentBack() {
        Instance before = bench.provisioned();
        Map<String, Optional<String>> shown = new LinkedHashMap<>();
        new ConnectedInstance(before, SampleElements.oracleSalesCloud())
                .configuration()
                .forEach((entry, setting) -> shown.put(entry.key().value(), setting.shown()));

        Outcome outcome =
                bench.revise(
                        before, Bench.draft("Test", List.of("Test"), Supplied.ofNullable(shown)));

        assertThat(outcome).isInstanceOf(Outcome.Revised.class);
        assertThat(bench.stored(before).version()).isEqualTo(before.version());
        assertThat(bench.instances.vault().open(before.id()).find(PASSWORD))
                .contains(Secret.of("pa55"));
    }

    @Test
    void leavesWhatIsNotNamedAndReplacesTags() {
        Instance before = bench.provisioned();

        bench.revise(
                before,
                Bench.draft("New", List.of("a", "b"), Supplied.of(Map.of("username", "eve"))));

        Instance after = bench.stored(before);
        assertThat(after.name().text()).isEqualTo("New");
        assertThat(after.tags()).containsExactly(new Tag("a"), new Tag("b"));
        assertThat(after.token()).isEqualTo(before.token());
        assertThat(after.settings().find(new ConfigurationKey("username")))
                .map(Setting::shown)
                .contains(Optional.of("eve"));
        assertThat(after.settings().keys()).hasSize(3);
    }

    @Test
    void changesNothingWhenAnythingIsWrong() {
        Instance before = bench.provisioned();

        Outcome outcome =
                bench.revise(
                        before, Bench.draft("New", List.of(), Supplied.of(Map.of("username", ""))));

        assertThat(((Outcome.Rejected) outcome).problems())
                .extracting(problem -> problem.place().name())
                .containsExactly("username");
        assertThat(bench.stored(before).name().text()).isEqualTo("Test");
    }

    @Test
    void movesToAnElementThatAuthenticatesInTheSameWay() {
        Instance before = bench.provisioned();

        Outcome outcome = bench.revise(before, to(new ElementKey("oracleclone")));

        assertThat(((Outcome.Revised) outcome).instance().element().id())
                .isEqualTo(new ElementId(77));
        assertThat(bench.stored(before).element()).isEqualTo(new ElementId(77));
        assertThat(bench.instances.vault().open(before.id()).find(PASSWORD)).isPresent();
    }

    @Test
    void keepsWhatTheElementDoesNotKnowToday() {
        Instance before =
                SampleInstances.of(bench.ada)
                        .holding("region.code", "eu")
                        .hiding("region.secret", "s3cret")
                        .addedTo(bench.instances);

        bench.revise(before, Bench.draft("New", List.of(), Supplied.nothing()));

        assertThat(bench.stored(before).name().text()).isEqualTo("New");
        assertThat(bench.stored(before).settings().keys())
                .extracting(ConfigurationKey::value)
                .contains("region.code", "region.secret");
        assertThat(
                        bench.instances
                                .vault()
                                .open(before.id())
                                .find(new ConfigurationKey("region.secret")))
                .contains(Secret.of("s3cret"));
    }

    @Test
    void saysWhichElementTheCatalogHasLost() {
        Instance orphan = SampleInstances.of(bench.ada).element(78).addedTo(bench.instances);

        Outcome renamed = bench.revise(orphan, Bench.draft("New", List.of(), Supplied.nothing()));
        Outcome moved = bench.revise(orphan, to(new ElementKey("nosuch")));

        assertThatObject(renamed).isEqualTo(new Outcome.ElementLost(new ElementId(78)));
        assertThatObject(moved).isEqualTo(new Outcome.NoSuchElement(new ElementKey("nosuch")));
        assertThat(bench.stored(orphan).name().text()).isEqualTo("Test");
    }

    @Test
    void refusesToMoveToAnElementThatAuthenticatesOtherwise() {
        Instance before = bench.provisioned();

        Outcome outcome = bench.revise(before, to(new ElementKey("sapanywhere")));

        assertThat(((Outcome.Rejected) outcome).problems())
                .extracting(problem -> problem.place().name())
                .containsExactly("element");
    }

    @Test
    void losesNoneOfManyChangesAtOnce() throws Exception {
        Instance instance = bench.provisioned();
        List<String> keys =
                List.of("bulk.relations", "bulk.query.field_name", "event.poller.refresh_interval");

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> changes = new ArrayList<>();
            for (String key : keys) {
                changes.add(
                        threads.submit(
                                () ->
                                        bench.revise(
                                                instance,
                                                InstanceDraft.of(Supplied.of(Map.of(key, "7"))))));
            }
            for (Future<Outcome> change : changes) {
                assertThat(change.get()).isInstanceOf(Outcome.Revised.class);
            }
        }

        assertThat(bench.stored(instance).settings().keys())
                .extracting(ConfigurationKey::value)
                .containsAll(keys);
    }

    @Test
    void findsNothingInAnotherOrganization() {
        Instance instance = bench.provisioned();

        Outcome outcome =
                bench.revise.revise(
                        new ReviseInstance.Request(
                                bench.stranger,
                                new InstanceReference.ByToken(instance.token()),
                                InstanceDraft.of(Supplied.nothing()),
                                Strictness.LENIENT,
                                true,
                                true));

        assertThat(outcome).isInstanceOf(Outcome.NoSuchInstance.class);
        assertThat(bench.delete.delete(bench.stranger, new InstanceReference.ById(instance.id())))
                .isFalse();
        assertThat(
                        bench.turn.turn(
                                bench.stranger, new InstanceReference.ById(instance.id()), false))
                .isInstanceOf(SwitchInstance.Outcome.NoSuchInstance.class);
    }

    @Test
    void disablesAndEnablesOnce() {
        Instance instance = bench.provisioned();
        InstanceReference reference = new InstanceReference.ByToken(instance.token());

        bench.turn.turn(bench.ada, reference, false);
        bench.turn.turn(bench.ada, reference, false);

        assertThat(bench.stored(instance).disabledSince()).contains(Bench.NOW);
        assertThat(bench.stored(instance).version()).isEqualTo(instance.version() + 1);
        bench.turn.turn(bench.ada, reference, true);
        assertThat(bench.stored(instance).disabledSince()).isEmpty();
    }

    private static InstanceDraft to(ElementReference element) {
        return new InstanceDraft(
                Optional.of(element),
                Optional.empty(),
                Optional.empty(),
                Supplied.nothing(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ProviderData.none(),
                List.of());
    }
}
