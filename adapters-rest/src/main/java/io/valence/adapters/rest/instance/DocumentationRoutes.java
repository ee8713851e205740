package io.valence.adapters.rest.instance;

import io.valence.adapters.rest.call.Setbacks;
import io.valence.adapters.rest.element.ServingHost;
import io.valence.adapters.rest.element.SwaggerDocument;
import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.Route;
import io.valence.application.call.Through;
import io.valence.application.instance.InstanceReference;
import io.valence.application.resource.DescribeInstance;
import io.valence.domain.account.User;

import java.util.List;

/** What can be called through an instance, in Swagger 2.0. */
public final class DocumentationRoutes {
    private final DescribeInstance describe;

    /** Routes to this use case. */
    public DocumentationRoutes(DescribeInstance describe) {
        this.describe = describe;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.get("/api-v2/instances/{id}/docs", this::show),
                Route.get("/api-v2/instances/docs", this::show));
    }

    private Answer show(Call call) {
        User caller = call.caller();
        Through through =
                switch (InstanceRoutes.reference(call)) {
                    case InstanceReference.ById(var id) -> new Through.ById(id);
                    case InstanceReference.OfElement(_, var id) -> new Through.ById(id);
                    case InstanceReference.ByToken(var token) -> new Through.ByToken(token);
                };
        return switch (describe.describe(caller, through)) {
            case DescribeInstance.Outcome.Described(_, var element, var objects, var resources) -> {
                SwaggerDocument document = SwaggerDocument.of(element, ServingHost.of(call));
                objects.forEach(document::add);
                resources.forEach(document::add);
                yield Answer.json(document::write);
            }
            case DescribeInstance.Outcome.NotCarriedOut(var setback) ->
                    Setbacks.answer(call, through, setback);
        };
    }
}
