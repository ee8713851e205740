package io.valence.application.instance;

import io.valence.application.authorization.ProviderData;
import io.valence.domain.account.User;
import io.valence.domain.configuration.Strictness;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementKey;
import io.valence.domain.instance.Instance;
import io.valence.testkit.memory.InMemoryAccounts;
import io.valence.testkit.memory.InMemoryElements;
import io.valence.testkit.memory.InMemoryInstances;
import io.valence.testkit.sample.SampleElements;
import io.valence.testkit.sample.SampleOrganization;
import io.valence.testkit.sample.SamplePeople;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two organizations before the sample catalog, with every use case of instances at hand. */
final class Bench {
    static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");

    private static final InstantSource TIME = InstantSource.fixed(NOW);

    final InMemoryInstances instances = new InMemoryInstances();
    final User ada;
    final User stranger;
    final InMemoryElements elements;
    final ProvisionInstance provision;
    final ReviseInstance revise;
    final FindInstances find;
    final SwitchInstance turn;
    final DeleteInstance delete;
    final TryConfiguration attempt;

    Bench(Element... further) {
        InMemoryAccounts accounts = new InMemoryAccounts();
        ada = SampleOrganization.foundedIn(accounts).user();
        stranger = SampleOrganization.foundedIn(accounts, "Other", SamplePeople.ada()).user();
        List<Element> catalog = new ArrayList<>(SampleElements.all());
        catalog.addAll(List.of(further));
        elements = new InMemoryElements(catalog, SampleElements.hubs());
        provision = new ProvisionInstance(elements, instances, TIME, new SecureRandom());
        revise = new ReviseInstance(elements, instances);
        find = new FindInstances(elements, instances);
        turn = new SwitchInstance(elements, instances, TIME);
        delete = new DeleteInstance(instances);
        attempt = new TryConfiguration(elements);
    }

    static Map<String, String> oracle() {
        return Map.of("username", "ada", "password", "pa55", "site.url", "mysite.example.com");
    }

    static InstanceDraft draft(String name, List<String> tags, Supplied configuration) {
        return new InstanceDraft(
                Optional.empty(),
                Optional.of(name),
                Optional.of(tags),
                configuration,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ProviderData.none(),
                List.of());
    }

    ProvisionInstance.Outcome provision(String element, InstanceDraft draft) {
        return provision.provision(
                new ProvisionInstance.Request(
                        ada, new ElementKey(element), draft, Strictness.LENIENT));
    }

    Instance provisioned() {
        ProvisionInstance.Outcome outcome =
                provision("oraclesalescloud", draft("Test", List.of(), Supplied.of(oracle())));
        return ((ProvisionInstance.Outcome.Provisioned) outcome).instance().instance();
    }

    ReviseInstance.Outcome revise(Instance instance, InstanceDraft draft) {
        return revise.revise(
                new ReviseInstance.Request(
                        ada, new InstanceReference.ById(instance.id()), draft, Strictness.LENIENT));
    }

    Instance stored(Instance instance) {
        return instances.find(ada.organization(), instance.id()).orElseThrow();
    }
}
