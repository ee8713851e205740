package io.valence.adapters.rest.instance;

import io.valence.adapters.rest.element.ServingHost;
import io.valence.adapters.rest.element.SwaggerDocument;
import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.Route;
import io.valence.application.instance.FindInstances;
import io.valence.application.instance.InstanceReference;
import io.valence.domain.account.User;

import java.util.List;

/** What can be called through an instance, in Swagger 2.0. */
public final class DocumentationRoutes {
    private final FindInstances find;

    /** Routes to this use case. */
    public DocumentationRoutes(FindInstances find) {
        this.find = find;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.get("/api-v2/instances/{id}/docs", this::show),
                Route.get("/api-v2/instances/docs", this::show));
    }

    private Answer show(Call call) {
        User caller = call.caller();
        InstanceReference reference = InstanceRoutes.reference(call);
        return find.find(caller, reference)
                .map(
                        found ->
                                Answer.json(
                                        SwaggerDocument.of(found.element(), ServingHost.of(call))
                                                ::write))
                .orElseGet(() -> InstanceAnswers.noSuchInstance(call, reference));
    }
}
