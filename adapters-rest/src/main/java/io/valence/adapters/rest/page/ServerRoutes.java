package io.valence.adapters.rest.page;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.Route;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Health, metrics, and the description of the API with the page that shows it. */
public final class ServerRoutes {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src"
                    + " 'self' data:; connect-src 'self'; font-src 'self' data:; base-uri 'none';"
                    + " form-action 'none'";

    private final BooleanSupplier ready;
    private final PrometheusMeterRegistry metrics;

    /** Routes that ask this supplier whether the server is ready, and show these metrics. */
    public ServerRoutes(BooleanSupplier ready, PrometheusMeterRegistry metrics) {
        this.ready = ready;
        this.metrics = metrics;
    }

    /** The routes. */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.get("/health/live", call -> health(true)));
        routes.add(Route.get("/health/ready", call -> health(ready.getAsBoolean())));
        routes.add(Route.get("/metrics", this::metrics));
        routes.add(asset("/openapi.yaml", "application/yaml", "/openapi/openapi.yaml"));
        routes.add(page());
        routes.add(asset("/api-docs/api-docs.css", "text/css", "/openapi/api-docs.css"));
        routes.add(asset("/api-docs/api-docs.js", "text/javascript", "/openapi/api-docs.js"));
        routes.add(
                asset("/api-docs/swagger-ui.css", "text/css", Asset.ofSwaggerUi("swagger-ui.css")));
        routes.add(
                asset(
                        "/api-docs/swagger-ui-bundle.js",
                        "text/javascript",
                        Asset.ofSwaggerUi("swagger-ui-bundle.js")));
        return List.copyOf(routes);
    }

    private static Answer health(boolean up) {
        return Answer.json(
                        up ? 200 : 503,
                        json -> {
                            json.writeStartObject();
                            json.writeStringProperty("status", up ? "UP" : "DOWN");
                            json.writeEndObject();
                        })
                .unstored();
    }

    private Answer metrics(Call call) {
        return Answer.of(
                        200,
                        "text/plain; version=0.0.4; charset=utf-8",
                        metrics.scrape().getBytes(StandardCharsets.UTF_8))
                .unstored();
    }

    private static Route page() {
        Asset asset = new Asset("/openapi/api-docs.html");
        return Route.get(
                "/api-docs",
                call ->
                        Answer.of(200, "text/html;charset=utf-8", asset.bytes())
                                .with("Content-Security-Policy", POLICY)
                                .with("Referrer-Policy", "no-referrer"));
    }

    private static Route asset(String template, String mediaType, String resource) {
        Asset asset = new Asset(resource);
        return Route.get(
                template,
                call ->
                        Answer.of(200, mediaType + ";charset=utf-8", asset.bytes())
                                .with("Cache-Control", "max-age=3600"));
    }
}
