package io.valence.adapters.rest;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.valence.adapters.catalog.ShippedElements;
import io.valence.application.account.FoundOrganization;
import io.valence.application.account.IdentifyCaller;
import io.valence.application.account.RegisterUser;
import io.valence.application.account.ReplaceSecret;
import io.valence.application.account.ShowOrganizations;
import io.valence.application.authorization.BeginAuthorization;
import io.valence.application.authorization.GiveTokensBack;
import io.valence.application.authorization.ObtainTokens;
import io.valence.application.authorization.RenewTokens;
import io.valence.application.authorization.RenewalPace;
import io.valence.application.authorization.RenewalTurn;
import io.valence.application.call.CallVendor;
import io.valence.application.call.CheckCredentials;
import io.valence.application.call.Reach;
import io.valence.application.call.Recorder;
import io.valence.application.call.Repetition;
import io.valence.application.element.DescribeElement;
import io.valence.application.element.ListElements;
import io.valence.application.element.ListHubs;
import io.valence.application.instance.DeleteInstance;
import io.valence.application.instance.FindInstances;
import io.valence.application.instance.Handshake;
import io.valence.application.instance.ProvisionInstance;
import io.valence.application.instance.ReviseInstance;
import io.valence.application.instance.ShowHealth;
import io.valence.application.instance.SwitchInstance;
import io.valence.application.instance.TryConfiguration;
import io.valence.application.resource.CallResource;
import io.valence.application.resource.DescribeInstance;
import io.valence.application.resource.PingInstance;
import io.valence.application.resource.ShowObjects;
import io.valence.application.trace.ShowTraces;
import io.valence.application.transformation.ShapeObjects;
import io.valence.domain.account.OperatorSecret;
import io.valence.domain.account.User;
import io.valence.domain.account.Viewer;
import io.valence.domain.call.Vendors;
import io.valence.domain.element.Element;
import io.valence.domain.element.Elements;
import io.valence.domain.instance.Instances;
import io.valence.domain.secret.Secret;
import io.valence.domain.trace.Traces;
import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.api.ApiClient;
import io.valence.testkit.api.ApiDescription;
import io.valence.testkit.api.ApiRequest;
import io.valence.testkit.api.RawConnection;
import io.valence.testkit.memory.InMemoryAccounts;
import io.valence.testkit.memory.InMemoryConnections;
import io.valence.testkit.memory.InMemoryDocuments;
import io.valence.testkit.memory.InMemoryElements;
import io.valence.testkit.memory.InMemoryGrants;
import io.valence.testkit.memory.InMemoryInstances;
import io.valence.testkit.memory.InMemoryKeptAnswers;
import io.valence.testkit.memory.InMemoryPendingAuthorizations;
import io.valence.testkit.memory.InMemorySeals;
import io.valence.testkit.memory.InMemoryVendorAuthorization;
import io.valence.testkit.memory.InMemoryVendors;
import io.valence.testkit.sample.SampleElements;
import io.valence.testkit.sample.SampleOrganization;
import io.valence.testkit.sample.SamplePeople;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The real API, served on a free port, over the real use cases and ports in memory. Two
 * organizations are there: Ada's and Zoë's.
 */
final class ServedApi implements AutoCloseable {
    static final String V2 = "/elements/api-v2";
    private static final int MOST_IN_FLIGHT = 1_000;
    private static final long ROOM = 256L << 20;
    static final String OPERATOR = "0123456789-operator-0123456789";

    private static final ApiDescription DESCRIPTION = ApiDescription.of(OpenApiDocument.text());
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final RestSettings SETTINGS = settings(Duration.ofSeconds(10), false);
    private static final Health HEALTHY = new Health(() -> true, failure -> false);

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final SampleOrganization ada = SampleOrganization.foundedIn(accounts);
    private final SampleOrganization zoe =
            SampleOrganization.foundedIn(accounts, "Zeta", SamplePeople.zoe());
    private final InMemoryVendors vendors;
    private final InMemoryVendorAuthorization authorization =
            new InMemoryVendorAuthorization(InstantSource.system());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Vendors called;
    private final InMemoryInstances store;
    private final long room;
    private final RestApi api;
    private final ApiClient client;

    private ServedApi(Elements elements, Instances instances, Health health, RestSettings with) {
        this(elements, instances, health, with, new InMemoryVendors());
    }

    private ServedApi(
            Elements elements,
            Instances instances,
            Health health,
            RestSettings with,
            Vendors called) {
        this(elements, instances, health, with, called, ROOM);
    }

    private ServedApi(
            Elements elements,
            Instances instances,
            Health health,
            RestSettings with,
            Vendors called,
            long room) {
        this.room = room;
        this.called = called;
        vendors = called instanceof InMemoryVendors known ? known : new InMemoryVendors();
        store = instances instanceof InMemoryInstances kept ? kept : new InMemoryInstances();
        accounts.appointOperator(new OperatorSecret(Secret.of(OPERATOR)));
        api =
                RestApi.start(
                        with,
                        useCases(elements, instances),
                        health,
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        client = new ApiClient(URI.create("http://127.0.0.1:" + api.port()), DESCRIPTION);
    }

    static ServedApi start() {
        return new ServedApi(sampleElements(), new InMemoryInstances(), HEALTHY, SETTINGS);
    }

    /** With this catalog. */
    static ServedApi offering(List<Element> elements) {
        return new ServedApi(
                new InMemoryElements(elements, SampleElements.hubs()),
                new InMemoryInstances(),
                HEALTHY,
                SETTINGS);
    }

    /** With these APIs of vendors. */
    static ServedApi calling(AnsweringVendors vendors) {
        return new ServedApi(sampleElements(), new InMemoryInstances(), HEALTHY, SETTINGS, vendors);
    }

    /** With the elements that are shipped, and these APIs of vendors. */
    static ServedApi shipped(AnsweringVendors vendors) {
        return new ServedApi(
                new InMemoryElements(shippedElements(), SampleElements.hubs()),
                new InMemoryInstances(),
                HEALTHY,
                SETTINGS,
                vendors);
    }

    /** The same with room for so many bytes, and no patience with callers who are slow. */
    static ServedApi shipped(AnsweringVendors vendors, long room, Duration patience) {
        return new ServedApi(
                new InMemoryElements(shippedElements(), SampleElements.hubs()),
                new InMemoryInstances(),
                HEALTHY,
                settings(Duration.ofSeconds(20), patience, false),
                vendors,
                room);
    }

    private static List<Element> shippedElements() {
        return ShippedElements.load().visibleTo(new Viewer.Anonymous());
    }

    /** With these APIs of vendors, for so many calls at a time. */
    static ServedApi calling(AnsweringVendors vendors, int maximumVendorCalls) {
        return new ServedApi(
                sampleElements(),
                new InMemoryInstances(),
                HEALTHY,
                new RestSettings(
                        "127.0.0.1",
                        0,
                        200,
                        200,
                        maximumVendorCalls,
                        Duration.ofSeconds(10),
                        PATIENCE,
                        Duration.ofSeconds(1),
                        false),
                vendors);
    }

    /** With these elements, whose vendors are asked about credentials. */
    static ServedApi checking(List<Element> elements) {
        return new ServedApi(
                new InMemoryElements(elements, SampleElements.hubs()),
                new InMemoryInstances(),
                HEALTHY,
                settings(Duration.ofSeconds(10), true));
    }

    /** With instances kept here. */
    static ServedApi over(Instances instances, Health health) {
        return new ServedApi(sampleElements(), instances, health, SETTINGS);
    }

    /** That waits so long for a silent connection. */
    static ServedApi waitingFor(Duration idle) {
        return new ServedApi(
                sampleElements(), new InMemoryInstances(), HEALTHY, settings(idle, false));
    }

    private static RestSettings settings(Duration idle, boolean liveCheck) {
        return settings(idle, PATIENCE, liveCheck);
    }

    private static RestSettings settings(Duration idle, Duration patience, boolean liveCheck) {
        return new RestSettings(
                "127.0.0.1", 0, 200, 200, 200, idle, patience, Duration.ofSeconds(1), liveCheck);
    }

    /** With these APIs of vendors, and no patience with callers who are slow. */
    static ServedApi hurrying(AnsweringVendors vendors) {
        return new ServedApi(
                sampleElements(),
                new InMemoryInstances(),
                HEALTHY,
                settings(Duration.ofSeconds(20), Duration.ofSeconds(1), false),
                vendors);
    }

    private static Elements sampleElements() {
        return new InMemoryElements(SampleElements.all(), SampleElements.hubs());
    }

    private UseCases useCases(Elements elements, Instances instances) {
        InstantSource time = InstantSource.system();
        SecureRandom random = new SecureRandom();
        InMemoryConnections connections = store.connections();
        InMemoryGrants grants = store.grants();
        InMemoryPendingAuthorizations pending = new InMemoryPendingAuthorizations();
        RenewalPace pace = RenewalPace.ordinary();
        GiveTokensBack giveBack =
                new GiveTokensBack(store.giveBacks(), authorization, time, threads);
        RenewalTurn turn =
                new RenewalTurn(
                        elements,
                        connections,
                        grants,
                        authorization,
                        giveBack,
                        pace,
                        time,
                        random,
                        threads,
                        "here",
                        attempt -> {});
        ObtainTokens obtain = new ObtainTokens(authorization, pending, time);
        CheckCredentials check = new CheckCredentials(called);
        Handshake handshake = new Handshake(obtain, check, giveBack, pace, time, random, "here");
        FindInstances find = new FindInstances(elements, instances);
        InMemoryKeptAnswers kept = new InMemoryKeptAnswers();
        Reach reach =
                new Reach(
                        elements,
                        connections,
                        called,
                        new RenewTokens(connections, grants, turn, pace, time, threads),
                        time,
                        MOST_IN_FLIGHT,
                        new Repetition(random, rest -> {}));
        return new UseCases(
                new IdentifyCaller(accounts),
                new ShowOrganizations(accounts),
                new FoundOrganization(accounts, time, random),
                new RegisterUser(accounts, time, random),
                new ReplaceSecret(accounts, random),
                new ListElements(elements),
                new DescribeElement(elements),
                new ListHubs(elements),
                new ProvisionInstance(elements, instances, handshake, time, random),
                new TryConfiguration(elements, obtain, check, System::nanoTime),
                find,
                new ReviseInstance(elements, instances, connections, handshake),
                new SwitchInstance(elements, instances, time),
                new DeleteInstance(elements, instances, connections, time),
                new ShowHealth(find, grants),
                new BeginAuthorization(elements, authorization, pending, time, random),
                new CallVendor(reach, kept),
                new CallResource(
                        reach, new InMemoryDocuments(), new InMemorySeals(), kept, time, room),
                new Recorder(store.traces(), time, random),
                new DescribeInstance(reach),
                new PingInstance(reach, time),
                new ShowObjects(reach),
                ShapeObjects.byDefinitions(find, store.transformations()),
                ShapeObjects.byTransformations(find, store.transformations()),
                new ShowTraces(find, store.traces()));
    }

    /** The vendors' APIs that instances here are called through. */
    InMemoryVendors vendors() {
        return vendors;
    }

    /** What went on in calls through instances here. */
    Traces traces() {
        return store.traces();
    }

    /** The vendors' authorization servers. */
    InMemoryVendorAuthorization authorization() {
        return authorization;
    }

    int port() {
        return api.port();
    }

    /** A request of Ada, to a path below {@code /elements/api-v2}. */
    ApiRequest ada(String method, String path) {
        return client.request(method, V2 + path).as(ada());
    }

    /** A request of the operator, to a path below {@code /elements/admin}. */
    ApiRequest operator(String method, String path) {
        return client.request(method, "/elements/admin" + path).as("Operator " + OPERATOR);
    }

    /** A request of nobody, to any path. */
    ApiRequest anybody(String method, String path) {
        return client.request(method, path);
    }

    /** Ada, as a port knows her. */
    User adaHerself() {
        return ada.user();
    }

    /** The header that says that it is Ada. */
    String ada() {
        return header(ada);
    }

    /** The header that says that it is Zoë, who is a stranger to Ada. */
    String zoe() {
        return header(zoe);
    }

    String userSecret() {
        return ada.userSecret().secret().reveal();
    }

    String organizationSecret() {
        return ada.organizationSecret().secret().reveal();
    }

    String othersOrganizationSecret() {
        return zoe.organizationSecret().secret().reveal();
    }

    private static String header(SampleOrganization organization) {
        return "User "
                + organization.userSecret().secret().reveal()
                + ", Organization "
                + organization.organizationSecret().secret().reveal();
    }

    /** An instance of Ada's, made of Oracle Sales Cloud. */
    ApiAnswer provisioned(String name) {
        return ada("POST", "/instances").json(oracle(name)).send();
    }

    /** The body that makes one. */
    static String oracle(String name) {
        return """
        {"element": {"key": "oraclesalescloud"}, "name": "%s",
         "configuration": {"username": "ada", "password": "pa55word", "site.url": "ada.example.com"}}
        """
                .formatted(name);
    }

    /** Makes the authorization servers know the application of {@link #shop}. */
    void registerApplication() {
        authorization.register(Secret.of("the-app"), Secret.of("its-s3cret"));
    }

    /** An instance of Ada's, made of SAP Anywhere. */
    ApiAnswer shop() {
        registerApplication();
        Secret code = authorization.consent(Secret.of("the-app"), "https://example.com/back");
        return ada("POST", "/instances").json(shop("\"code\": \"" + code.reveal() + "\"")).send();
    }

    /** The body that makes one of these members of {@code providerData}. */
    static String shop(String providerData) {
        return """
        {"element": {"key": "sapanywhere"}, "name": "Shop", "providerData": {%s},
         "configuration": {"oauth.api.key": "the-app", "oauth.api.secret": "its-s3cret",
                           "oauth.callback.url": "https://example.com/back"}}
        """
                .formatted(providerData);
    }

    RawConnection connect() throws IOException {
        return new RawConnection(port());
    }

    /** The head of a request of Ada's, as it goes over the wire, with these further lines. */
    String head(String method, String path, String more) {
        return method
                + " "
                + V2
                + path
                + " HTTP/1.1\r\nHost: h\r\nAuthorization: "
                + ada()
                + "\r\n"
                + more
                + "\r\n";
    }

    /** A way to a vendor, through an instance that is made for it. */
    String door() {
        return "/instances/" + provisioned("Sales").at("/id") + "/proxy/a";
    }

    @Override
    public void close() {
        client.close();
        api.close();
        threads.close();
    }
}
