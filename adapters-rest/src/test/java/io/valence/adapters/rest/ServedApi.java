package io.valence.adapters.rest;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.valence.application.account.FoundOrganization;
import io.valence.application.account.IdentifyCaller;
import io.valence.application.account.RegisterUser;
import io.valence.application.account.ReplaceSecret;
import io.valence.application.account.ShowOrganizations;
import io.valence.application.element.DescribeElement;
import io.valence.application.element.ListElements;
import io.valence.application.element.ListHubs;
import io.valence.application.instance.DeleteInstance;
import io.valence.application.instance.FindInstances;
import io.valence.application.instance.ProvisionInstance;
import io.valence.application.instance.ReviseInstance;
import io.valence.application.instance.SwitchInstance;
import io.valence.application.instance.TryConfiguration;
import io.valence.domain.account.OperatorSecret;
import io.valence.domain.account.User;
import io.valence.domain.element.Element;
import io.valence.domain.element.Elements;
import io.valence.domain.instance.Instances;
import io.valence.domain.secret.Secret;
import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.api.ApiClient;
import io.valence.testkit.api.ApiDescription;
import io.valence.testkit.api.ApiRequest;
import io.valence.testkit.api.RawConnection;
import io.valence.testkit.memory.InMemoryAccounts;
import io.valence.testkit.memory.InMemoryElements;
import io.valence.testkit.memory.InMemoryInstances;
import io.valence.testkit.sample.SampleElements;
import io.valence.testkit.sample.SampleOrganization;
import io.valence.testkit.sample.SamplePeople;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * The real API, served on a free port, over the real use cases and ports in memory. Two
 * organizations are there: Ada's and Zoë's.
 */
final class ServedApi implements AutoCloseable {
    static final String V2 = "/elements/api-v2";
    static final String OPERATOR = "0123456789-operator-0123456789";

    private static final ApiDescription DESCRIPTION = ApiDescription.of(OpenApiDocument.text());
    private static final RestSettings SETTINGS =
            new RestSettings(
                    "127.0.0.1", 0, 200, 200, Duration.ofSeconds(10), Duration.ofSeconds(1));
    private static final Health HEALTHY = new Health(() -> true, failure -> false);

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final SampleOrganization ada = SampleOrganization.foundedIn(accounts);
    private final SampleOrganization zoe =
            SampleOrganization.foundedIn(accounts, "Zeta", SamplePeople.zoe());
    private final RestApi api;
    private final ApiClient client;

    private ServedApi(Elements elements, Instances instances, Health health, RestSettings with) {
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

    /** With instances kept here. */
    static ServedApi over(Instances instances, Health health) {
        return new ServedApi(sampleElements(), instances, health, SETTINGS);
    }

    /** That waits so long for a silent connection. */
    static ServedApi waitingFor(Duration idle) {
        return new ServedApi(
                sampleElements(),
                new InMemoryInstances(),
                HEALTHY,
                new RestSettings("127.0.0.1", 0, 200, 200, idle, Duration.ofSeconds(1)));
    }

    private static Elements sampleElements() {
        return new InMemoryElements(SampleElements.all(), SampleElements.hubs());
    }

    private UseCases useCases(Elements elements, Instances instances) {
        InstantSource time = InstantSource.system();
        SecureRandom random = new SecureRandom();
        return new UseCases(
                new IdentifyCaller(accounts),
                new ShowOrganizations(accounts),
                new FoundOrganization(accounts, time, random),
                new RegisterUser(accounts, time, random),
                new ReplaceSecret(accounts, random),
                new ListElements(elements),
                new DescribeElement(elements),
                new ListHubs(elements),
                new ProvisionInstance(elements, instances, time, random),
                new TryConfiguration(elements),
                new FindInstances(elements, instances),
                new ReviseInstance(elements, instances),
                new SwitchInstance(elements, instances, time),
                new DeleteInstance(instances));
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

    RawConnection connect() throws IOException {
        return new RawConnection(port());
    }

    @Override
    public void close() {
        client.close();
        api.close();
    }
}
