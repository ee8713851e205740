package io.valence.adapters.rest.element;

import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.Page;
import io.valence.adapters.rest.http.Route;
import io.valence.application.element.ElementPage;
import io.valence.application.element.ListHubs;

import java.util.List;

/** The hubs, and the elements that stand in them. */
public final class HubRoutes {
    private final ListHubs hubs;

    /** Routes to this use case. */
    public HubRoutes(ListHubs hubs) {
        this.hubs = hubs;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.get("/api-v2/hubs", this::list),
                Route.get("/api-v2/hubs/{key}/elements", this::elements));
    }

    private Answer list(Call call) {
        call.viewer();
        return Answer.complete(
                hubs.all(),
                (json, hub) -> {
                    json.writeStartObject();
                    json.writeNumberProperty("id", hub.id());
                    json.writeStringProperty("name", hub.name());
                    json.writeStringProperty("key", hub.key());
                    json.writeStringProperty("description", hub.description());
                    json.writeBooleanProperty("active", hub.active());
                    json.writeNullProperty("videoLink");
                    json.writeEndObject();
                });
    }

    private Answer elements(Call call) {
        Page page = Page.of(call, ElementRoutes.MOST, ElementRoutes.MOST);
        ElementPage found =
                call.orNotFound(
                        hubs.elementsOf(
                                call.viewer(),
                                call.path("key"),
                                ElementRoutes.after(page),
                                page.skip(),
                                page.size()),
                        "hub",
                        "key");
        return ElementRoutes.answer(page, found, ElementJson::writeFull);
    }
}
