package io.valence.adapters.rest.element;

import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.Page;
import io.valence.adapters.rest.http.Refusal;
import io.valence.adapters.rest.http.Route;
import io.valence.application.element.DescribeElement;
import io.valence.application.element.ElementPage;
import io.valence.application.element.ListElements;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementKey;
import io.valence.domain.element.ElementReference;

import java.util.List;
import java.util.Optional;

/** What anyone may read of the catalog. */
public final class ElementRoutes {
    static final int MOST = 200;

    private final ListElements list;
    private final DescribeElement describe;

    /** Routes to these use cases. */
    public ElementRoutes(ListElements list, DescribeElement describe) {
        this.list = list;
        this.describe = describe;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.get("/api-v2/elements", this::list),
                Route.get("/api-v2/elements/keys", this::keys),
                Route.get("/api-v2/elements/{keyOrId}", this::describe),
                Route.get("/api-v2/elements/{keyOrId}/configuration", this::configuration),
                Route.get("/api-v2/elements/{keyOrId}/docs", this::documentation));
    }

    private Answer list(Call call) {
        Page page = Page.of(call, MOST, MOST);
        ListElements.Outcome outcome =
                list.list(
                        new ListElements.Request(
                                call.viewer(),
                                call.query("where"),
                                after(page),
                                page.skip(),
                                page.size()));
        return switch (outcome) {
            case ListElements.Outcome.Unreadable(var sentence) ->
                    throw Refusal.badRequest(
                            "The query parameter where cannot be understood. " + sentence + ".");
            case ListElements.Outcome.Listed(var found, var abridged) ->
                    answer(
                            page,
                            found,
                            abridged ? ElementJson::writeAbridged : ElementJson::writeFull);
        };
    }

    /** The key that the page before ended with. */
    static Optional<ElementKey> after(Page page) {
        return page.after().map(key -> ElementKey.parse(key).orElseThrow(Page::unreadable));
    }

    static Answer answer(Page page, ElementPage found, Answer.ItemWriter<Element> writer) {
        Answer answer = Answer.list(found.elements(), writer).total(found.total());
        return found.more()
                ? page.followedAfter(answer, found.elements().getLast().key().value())
                : answer;
    }

    private Answer keys(Call call) {
        List<ElementKey> keys = list.keys(call.viewer());
        return Answer.complete(keys, (json, key) -> json.writeString(key.value()));
    }

    private Answer describe(Call call) {
        Element element = element(call);
        return Answer.json(json -> ElementJson.writeFull(json, element));
    }

    private Answer configuration(Call call) {
        Element element = element(call);
        return Answer.json(
                json -> {
                    json.writeStartObject();
                    json.writeName("configuration");
                    ElementJson.writeEntries(json, element);
                    json.writeEndObject();
                });
    }

    /** There is one version: whichever is asked for, it is the latest. */
    private Answer documentation(Call call) {
        return Answer.json(SwaggerDocument.of(element(call), ServingHost.of(call))::write);
    }

    private Element element(Call call) {
        ElementReference reference = reference(call);
        return call.orNotFound(describe.describe(call.viewer(), reference), "element", "keyOrId");
    }

    /** The element that the path names; what no element can be called is not found either. */
    public static ElementReference reference(Call call) {
        ElementReference reference =
                call.orNotFound(ElementReference.parse(call.path("keyOrId")), "element", "keyOrId");
        call.note("element", reference.toString());
        return reference;
    }
}
