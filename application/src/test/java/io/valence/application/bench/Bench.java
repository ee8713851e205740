package io.valence.application.bench;

import io.valence.application.authorization.BeginAuthorization;
import io.valence.application.authorization.GiveTokensBack;
import io.valence.application.authorization.ObtainTokens;
import io.valence.application.authorization.ProviderData;
import io.valence.application.call.CheckCredentials;
import io.valence.application.instance.DeleteInstance;
import io.valence.application.instance.FindInstances;
import io.valence.application.instance.Handshake;
import io.valence.application.instance.InstanceDraft;
import io.valence.application.instance.InstanceReference;
import io.valence.application.instance.ProvisionInstance;
import io.valence.application.instance.ReviseInstance;
import io.valence.application.instance.SwitchInstance;
import io.valence.application.instance.TryConfiguration;
import io.valence.domain.account.User;
import io.valence.domain.configuration.Strictness;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementKey;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.Selection;
import io.valence.domain.secret.Secret;
import io.valence.testkit.memory.InMemoryAccounts;
import io.valence.testkit.memory.InMemoryElements;
import io.valence.testkit.memory.InMemoryInstances;
import io.valence.testkit.memory.InMemoryKeptAnswers;
import io.valence.testkit.memory.InMemoryPendingAuthorizations;
import io.valence.testkit.memory.InMemoryVendorAuthorization;
import io.valence.testkit.memory.InMemoryVendors;
import io.valence.testkit.sample.SampleClock;
import io.valence.testkit.sample.SampleOrganization;
import io.valence.testkit.sample.SamplePeople;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Two organizations, a catalog, a vendor and a store in memory, with every use case of instances at
 * hand. Time stands still unless it is told to pass.
 */
public final class Bench {
    public static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");
    public static final String CALLBACK = "https://app.example.com/auth";

    public final SampleClock clock = new SampleClock(NOW);
    public final InMemoryInstances instances;
    public final InterposedInstances interposed;
    public final InMemoryVendorAuthorization vendor = new InMemoryVendorAuthorization(clock);
    public final InMemoryKeptAnswers kept = new InMemoryKeptAnswers();
    public final InMemoryVendors api = new InMemoryVendors();
    public final InMemoryPendingAuthorizations pending = new InMemoryPendingAuthorizations();
    public final User ada;
    public final User stranger;
    public final InMemoryElements elements;
    public final ProvisionInstance provision;
    public final ReviseInstance revise;
    public final FindInstances find;
    public final SwitchInstance turn;
    public final DeleteInstance delete;
    public final TryConfiguration attempt;
    public final BeginAuthorization begin;
    public final GiveTokensBack giveBack;

    public Bench(Element... further) {
        instances = new InMemoryInstances(clock);
        interposed = new InterposedInstances(instances);
        InMemoryAccounts accounts = new InMemoryAccounts();
        ada = SampleOrganization.foundedIn(accounts).user();
        stranger = SampleOrganization.foundedIn(accounts, "Other", SamplePeople.ada()).user();
        List<Element> catalog = new ArrayList<>(Elements.all());
        catalog.addAll(List.of(further));
        elements = new InMemoryElements(catalog, Elements.hubs());
        vendor.register(Secret.of("client"), Secret.of("client-secret"));
        ObtainTokens obtain = new ObtainTokens(vendor, pending, clock);
        CheckCredentials check = new CheckCredentials(api);
        giveBack = new GiveTokensBack(instances.giveBacks(), vendor, clock, Node.THREADS);
        Handshake handshake =
                new Handshake(
                        obtain, check, giveBack, Node.PACE, clock, new Random(4711), "node-1");
        provision =
                new ProvisionInstance(elements, interposed, handshake, clock, new SecureRandom());
        revise = new ReviseInstance(elements, interposed, instances.connections(), handshake);
        find = new FindInstances(elements, instances);
        turn = new SwitchInstance(elements, instances, clock);
        delete = new DeleteInstance(elements, interposed, instances.connections(), clock);
        attempt = new TryConfiguration(elements, obtain, check, System::nanoTime);
        begin = new BeginAuthorization(elements, vendor, pending, clock, new SecureRandom());
    }

    public static Map<String, String> oracle() {
        return Map.of("username", "ada", "password", "pa55", "site.url", "mysite.example.com");
    }

    /** What a client of the vendor's supplies. */
    public static Map<String, String> client() {
        return Map.of(
                "oauth.api.key", "client",
                "oauth.api.secret", "client-secret",
                "oauth.callback.url", CALLBACK);
    }

    /** That, and more. */
    public static Map<String, String> clientAnd(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(client());
        all.putAll(more);
        return all;
    }

    public static InstanceDraft draft(String name, List<String> tags, Supplied configuration) {
        return draft(name, tags, configuration, Optional.empty(), ProviderData.none());
    }

    /** A draft named Test of what is supplied and what the vendor sent the user back with. */
    public static InstanceDraft draft(Map<String, String> configuration, ProviderData data) {
        return draft("Test", List.of(), Supplied.of(configuration), Optional.empty(), data);
    }

    /** A draft named Test whose tokens were had elsewhere. */
    public static InstanceDraft initial(Map<String, String> configuration) {
        return draft(
                "Test",
                List.of(),
                Supplied.of(configuration),
                Optional.of("initial"),
                ProviderData.none());
    }

    private static InstanceDraft draft(
            String name,
            List<String> tags,
            Supplied configuration,
            Optional<String> externalAuthentication,
            ProviderData data) {
        return new InstanceDraft(
                Optional.empty(),
                Optional.of(name),
                Optional.of(tags),
                configuration,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                externalAuthentication,
                data,
                List.of());
    }

    /** A user came back with this code. */
    public static ProviderData came(Secret code) {
        return new ProviderData(
                Optional.of(code), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A user came back with this code and this state. */
    public static ProviderData came(Secret code, String state) {
        return new ProviderData(
                Optional.of(code), Optional.of(state), Optional.empty(), Optional.empty());
    }

    /** A user came back without having consented. */
    public static ProviderData denied(String error, String description) {
        return new ProviderData(
                Optional.empty(), Optional.empty(), Optional.of(error), Optional.of(description));
    }

    /** The code of a user who consents to the client. */
    public Secret consent() {
        return vendor.consent(Secret.of("client"), CALLBACK);
    }

    public ProvisionInstance.Outcome provision(String element, InstanceDraft draft) {
        return provision(element, draft, true);
    }

    public ProvisionInstance.Outcome provision(String element, InstanceDraft draft, boolean check) {
        return provision.provision(
                new ProvisionInstance.Request(
                        ada, new ElementKey(element), draft, Strictness.LENIENT, check));
    }

    public Instance provisioned() {
        return provisioned("oraclesalescloud", draft("Test", List.of(), Supplied.of(oracle())));
    }

    public Instance provisioned(String element, InstanceDraft draft) {
        ProvisionInstance.Outcome outcome = provision(element, draft);
        return ((ProvisionInstance.Outcome.Provisioned) outcome).instance().instance();
    }

    /** An instance whose user has consented, with tokens that are good for an hour. */
    public Instance authorized() {
        return provisioned("oauth", draft(client(), came(consent())));
    }

    /** The same, an hour later: the tokens are past their end. */
    public Instance expired() {
        Instance instance = authorized();
        clock.pass(Duration.ofHours(1));
        return instance;
    }

    public ReviseInstance.Outcome revise(Instance instance, InstanceDraft draft) {
        return revise(instance, draft, true);
    }

    public ReviseInstance.Outcome revise(
            Instance instance, InstanceDraft draft, boolean reAuthenticate) {
        return revise.revise(
                new ReviseInstance.Request(
                        ada,
                        new InstanceReference.ById(instance.id()),
                        draft,
                        Strictness.LENIENT,
                        reAuthenticate,
                        true));
    }

    public Instance stored(Instance instance) {
        return instances.find(ada.organization(), instance.id()).orElseThrow();
    }

    public Grant grant(Instance instance) {
        return instances.grants().find(instance.id()).orElseThrow();
    }

    public List<Attempt> ledger(Instance instance) {
        return instances.grants().ledger(instance.id(), 1000);
    }

    public List<Instance> everything() {
        return instances.select(Selection.first(ada.organization(), 10)).instances();
    }
}
