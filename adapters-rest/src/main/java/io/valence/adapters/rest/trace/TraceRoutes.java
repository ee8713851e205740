package io.valence.adapters.rest.trace;

import io.valence.adapters.rest.element.ElementRoutes;
import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.ErrorBody;
import io.valence.adapters.rest.http.Refusal;
import io.valence.adapters.rest.http.Route;
import io.valence.adapters.rest.instance.InstanceRoutes;
import io.valence.application.instance.InstanceReference;
import io.valence.application.trace.ShowTraces;
import io.valence.application.trace.ShowTraces.Outcome;
import io.valence.domain.account.User;
import io.valence.domain.element.ElementReference;
import io.valence.domain.trace.TraceId;
import io.valence.domain.trace.TraceSummary;

import java.util.ArrayList;
import java.util.List;

/** The traces of an instance, and one by its name below an element. */
public final class TraceRoutes {
    private static final String TRACE = "trace";
    private static final String ID = "traceId";

    private final ShowTraces show;

    /** Routes to this use case. */
    public TraceRoutes(ShowTraces show) {
        this.show = show;
    }

    /** The routes. */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (String one : List.of("/api-v2/instances/{id}", "/api-v2/instances")) {
            routes.add(Route.get(one + "/traces", this::list));
            routes.add(Route.get(one + "/traces/{traceId}", this::show));
        }
        routes.add(Route.get("/api-v2/elements/{keyOrId}/trace/{traceId}", this::showOfElement));
        return List.copyOf(routes);
    }

    private Answer list(Call call) {
        User caller = call.caller();
        InstanceReference reference = InstanceRoutes.reference(call);
        List<TraceSummary> traces =
                show.list(caller, reference).orElseThrow(() -> noSuchInstance(reference));
        return Answer.complete(traces, TraceJson::write).unstored();
    }

    private Answer show(Call call) {
        User caller = call.caller();
        InstanceReference reference = InstanceRoutes.reference(call);
        TraceId id = call.orNotFound(TraceId.parse(call.path(ID)), TRACE, ID);
        return switch (show.show(caller, reference, id)) {
            case Outcome.Shown(var trace) ->
                    Answer.json(json -> TraceJson.write(json, trace)).unstored();
            case Outcome.NoSuchTrace() -> ErrorBody.notFound(call, TRACE, id);
            case Outcome.NoSuchInstance(var missing) -> throw noSuchInstance(missing);
        };
    }

    private Answer showOfElement(Call call) {
        User caller = call.caller();
        ElementReference element = ElementRoutes.reference(call);
        return call.orNotFound(
                TraceId.parse(call.path(ID))
                        .flatMap(id -> show.show(caller, element, id))
                        .map(
                                trace ->
                                        Answer.json(json -> TraceJson.writeByTitle(json, trace))
                                                .unstored()),
                TRACE,
                ID);
    }

    private static Refusal noSuchInstance(InstanceReference reference) {
        return reference
                .number()
                .map(id -> new Refusal(404, "No instance '" + id + "' found"))
                .orElseGet(Refusal::unknownToken);
    }
}
