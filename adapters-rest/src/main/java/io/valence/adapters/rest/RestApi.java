package io.valence.adapters.rest;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.valence.adapters.rest.account.AdministrationRoutes;
import io.valence.adapters.rest.authorization.AuthorizationRoutes;
import io.valence.adapters.rest.call.ProxyRoutes;
import io.valence.adapters.rest.call.Recorded;
import io.valence.adapters.rest.element.ElementRoutes;
import io.valence.adapters.rest.element.HubRoutes;
import io.valence.adapters.rest.http.BrokenRequests;
import io.valence.adapters.rest.http.CallLog;
import io.valence.adapters.rest.http.FrontDoor;
import io.valence.adapters.rest.http.Lines;
import io.valence.adapters.rest.http.Route;
import io.valence.adapters.rest.instance.DocumentationRoutes;
import io.valence.adapters.rest.instance.HealthRoutes;
import io.valence.adapters.rest.instance.InstanceRoutes;
import io.valence.adapters.rest.instance.SettingRoutes;
import io.valence.adapters.rest.page.ServerRoutes;
import io.valence.adapters.rest.resource.DescriptionRoutes;
import io.valence.adapters.rest.resource.ResourceRoutes;
import io.valence.adapters.rest.trace.TraceRoutes;
import io.valence.adapters.rest.transformation.ShapeRoutes;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The API, served over HTTP from {@link #start} until {@link #close}. */
public final class RestApi implements AutoCloseable {
    private static final int HEADERS = 16 << 10;
    private static final int UNBOUNDED = -1;

    /** A vendor's may have 64 KiB and the buffer that they were read with, and ours come on top. */
    private static final int HEADERS_OF_ANSWERS = 96 << 10;

    private final Server server;
    private final ServerConnector connector;

    private RestApi(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Serves these use cases. Throws an {@link UncheckedIOException} if the address cannot be had.
     */
    public static RestApi start(
            RestSettings settings,
            UseCases useCases,
            Health health,
            PrometheusMeterRegistry metrics) {
        CallLog log = new CallLog(metrics);
        FrontDoor door =
                new FrontDoor(
                        routes(settings, useCases, health, metrics),
                        useCases.identifyCaller(),
                        health.isOutage(),
                        log,
                        settings.maximumCalls(),
                        settings.maximumVendorCalls(),
                        settings.patience());
        return start(settings, door, log);
    }

    /** Serves this handler by the same server: what a measurement is compared with. */
    static RestApi start(RestSettings settings, Handler handler, CallLog log) {
        // The front door says how many calls there may be: here its bound would be one of the
        // probes that ask how the server is, and of the server's own tasks.
        VirtualThreadPool threads = new VirtualThreadPool(UNBOUNDED);
        // Of threads without a name the log looks for a number, by reflection, for every line.
        threads.setName("http");
        Server server = new Server(threads);
        ServerConnector connector = new Lines(server, configuration());
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idleTimeout().toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(settings.maximumConnections(), connector));
        server.setHandler(new GracefulHandler(handler));
        server.setErrorHandler(new BrokenRequests(log));
        server.setStopTimeout(settings.stopTimeout().toMillis());
        RestApi api = new RestApi(server, connector);
        try {
            server.start();
        } catch (Exception failure) {
            api.close();
            throw failure instanceof IOException unavailable
                    ? new UncheckedIOException(unavailable)
                    : new IllegalStateException("the HTTP server does not start", failure);
        }
        return api;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADERS);
        configuration.setMaxResponseHeaderSize(HEADERS_OF_ANSWERS);
        configuration.setUriCompliance(
                UriCompliance.DEFAULT.with(
                        "TOLERANT",
                        UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT,
                        // Told apart by the front door: vendors' paths may hold these.
                        UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                        UriCompliance.Violation.AMBIGUOUS_PATH_PARAMETER,
                        UriCompliance.Violation.AMBIGUOUS_PATH_SEGMENT,
                        UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR));
        return configuration;
    }

    private static List<Route> routes(
            RestSettings settings,
            UseCases useCases,
            Health health,
            PrometheusMeterRegistry metrics) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(
                new ElementRoutes(useCases.listElements(), useCases.describeElement()).routes());
        routes.addAll(new HubRoutes(useCases.listHubs()).routes());
        Recorded recorded = new Recorded(useCases.recorder());
        routes.addAll(
                new InstanceRoutes(
                                useCases.provisionInstance(),
                                useCases.findInstances(),
                                useCases.reviseInstance(),
                                useCases.switchInstance(),
                                useCases.deleteInstance(),
                                recorded,
                                settings.liveCheck())
                        .routes());
        routes.addAll(
                new SettingRoutes(
                                useCases.findInstances(),
                                useCases.reviseInstance(),
                                useCases.tryConfiguration())
                        .routes());
        routes.addAll(new DocumentationRoutes(useCases.describeInstance()).routes());
        routes.addAll(new HealthRoutes(useCases.showHealth()).routes());
        routes.addAll(ShapeRoutes.ofDefinitions(useCases.defineObjects()).routes());
        routes.addAll(ShapeRoutes.ofTransformations(useCases.transformObjects()).routes());
        routes.addAll(new TraceRoutes(useCases.showTraces()).routes());
        routes.addAll(new AuthorizationRoutes(useCases.beginAuthorization()).routes());
        routes.addAll(new ProxyRoutes(useCases.callVendor(), recorded).routes());
        routes.addAll(new ResourceRoutes(useCases.callResource(), recorded).routes());
        routes.addAll(
                new DescriptionRoutes(useCases.pingInstance(), useCases.showObjects()).routes());
        routes.addAll(
                new AdministrationRoutes(
                                useCases.showOrganizations(),
                                useCases.foundOrganization(),
                                useCases.registerUser(),
                                useCases.replaceSecret())
                        .routes());
        routes.addAll(new ServerRoutes(health.ready(), metrics).routes());
        return routes;
    }

    /** The port that is listened on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Stops: takes no new calls, and lets those in flight finish within the stop time-out. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("the HTTP server does not stop", failure);
        }
    }
}
