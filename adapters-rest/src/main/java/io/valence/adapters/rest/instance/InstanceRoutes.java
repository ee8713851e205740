package io.valence.adapters.rest.instance;

import io.valence.adapters.rest.call.Recorded;
import io.valence.adapters.rest.element.ElementRoutes;
import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.ErrorBody;
import io.valence.adapters.rest.http.Page;
import io.valence.adapters.rest.http.Route;
import io.valence.application.call.Recording;
import io.valence.application.instance.ConnectedInstance;
import io.valence.application.instance.DeleteInstance;
import io.valence.application.instance.FindInstances;
import io.valence.application.instance.InstanceDraft;
import io.valence.application.instance.InstanceReference;
import io.valence.application.instance.ProvisionInstance;
import io.valence.application.instance.ReviseInstance;
import io.valence.application.instance.SwitchInstance;
import io.valence.domain.account.User;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.Strictness;
import io.valence.domain.element.ElementReference;
import io.valence.domain.instance.InstanceId;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The life of instances: by number, by number below an element, and by Element token. */
public final class InstanceRoutes {
    private static final int ORDINARY = 200;
    private static final int MOST = 200;

    private static final String BY_ID = "/api-v2/instances/{id}";
    private static final String OF_ELEMENT = "/api-v2/elements/{keyOrId}/instances/{id}";
    private static final String BY_TOKEN = "/api-v2/instances";

    private final ProvisionInstance provision;
    private final FindInstances find;
    private final ReviseInstance revise;
    private final SwitchInstance turn;
    private final DeleteInstance delete;
    private final Recorded recorded;
    private final boolean liveCheck;

    /**
     * Routes to these use cases.
     *
     * @param liveCheck whether vendors are asked about credentials, unless a call says no
     */
    public InstanceRoutes(
            ProvisionInstance provision,
            FindInstances find,
            ReviseInstance revise,
            SwitchInstance turn,
            DeleteInstance delete,
            Recorded recorded,
            boolean liveCheck) {
        this.recorded = recorded;
        this.provision = provision;
        this.find = find;
        this.revise = revise;
        this.turn = turn;
        this.delete = delete;
        this.liveCheck = liveCheck;
    }

    /** The routes. */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (String list : List.of(BY_TOKEN, "/api-v2/elements/{keyOrId}/instances")) {
            routes.add(Route.post(list, this::provision));
            routes.add(Route.get(list, this::list));
        }
        for (String one : List.of(BY_ID, OF_ELEMENT)) {
            routes.add(Route.get(one, this::show));
            routes.add(Route.post(one, this::revise));
        }
        for (String one : List.of(BY_ID, OF_ELEMENT, BY_TOKEN)) {
            routes.add(Route.put(one, this::revise));
            routes.add(Route.patch(one, this::revise));
            routes.add(Route.delete(one, this::delete));
        }
        for (String one : List.of(BY_ID, BY_TOKEN)) {
            routes.add(Route.put(one + "/enabled", call -> turn(call, true)));
            routes.add(Route.delete(one + "/enabled", call -> turn(call, false)));
        }
        return List.copyOf(routes);
    }

    private Answer provision(Call call) {
        User caller = call.caller();
        JsonNode body = call.body();
        InstanceDraft draft = DraftJson.read(body);
        Optional<ElementReference> element =
                call.hasPath("keyOrId")
                        ? Optional.of(ElementRoutes.reference(call))
                        : draft.element();
        if (element.isEmpty()) {
            List<Problem> problems = new ArrayList<>(draft.misread());
            if (problems.stream().noneMatch(DraftJson::isAboutElement)) {
                problems.addFirst(new Problem.Missing(Place.member("element")));
            }
            return ErrorBody.rejected(
                    call, "create an instance", Optional.empty(), problems, List.of());
        }
        call.note("element", element.get().toString());
        return recorded(
                call,
                body,
                draft,
                recording ->
                        InstanceAnswers.provisioned(
                                call,
                                provision.provision(
                                        new ProvisionInstance.Request(
                                                caller,
                                                element.get(),
                                                draft,
                                                strictness(call),
                                                isChecked(call),
                                                recording))));
    }

    /** Carries out a call. */
    private interface Action {
        Answer answer(Optional<Recording> recording);
    }

    /** The answer, which names the trace if the caller wants one and there is something to keep. */
    private Answer recorded(Call call, JsonNode body, InstanceDraft draft, Action action) {
        return draft.providerData().debug()
                ? recorded.answer(
                        call,
                        true,
                        recording -> {
                            recording.asked(DraftSketch.of(body));
                            return action.answer(Optional.of(recording));
                        })
                : action.answer(Optional.empty());
    }

    private Answer list(Call call) {
        User caller = call.caller();
        Page page = Page.of(call, ORDINARY, MOST);
        Optional<InstanceId> after =
                page.after().map(id -> InstanceId.parse(id).orElseThrow(Page::unreadable));
        List<String> tags = new ArrayList<>(call.queryAll("tags[]"));
        tags.addAll(call.queryAll("tags"));
        tags.removeIf(String::isBlank);
        FindInstances.Outcome outcome =
                find.list(
                        new FindInstances.Request(
                                caller,
                                call.hasPath("keyOrId")
                                        ? Optional.of(ElementRoutes.reference(call))
                                        : Optional.empty(),
                                tags,
                                call.flag("valid"),
                                after,
                                page.skip(),
                                page.size()));
        boolean hydrated = call.flag("hydrate").orElse(true);
        return switch (outcome) {
            case FindInstances.Outcome.NoSuchElement(var reference) ->
                    ErrorBody.notFound(call, "element", reference);
            case FindInstances.Outcome.Listed(var instances, var more) -> {
                Answer answer =
                        Answer.list(
                                        instances,
                                        (json, each) ->
                                                InstanceJson.writeListed(json, each, hydrated))
                                .unstored();
                if (more) {
                    String last = instances.getLast().instance().id().toString();
                    yield page.followedAfter(answer, last);
                }
                yield page.isFirst() ? answer.total(instances.size()) : answer;
            }
        };
    }

    private Answer show(Call call) {
        User caller = call.caller();
        ConnectedInstance found =
                call.orNotFound(find.find(caller, reference(call)), "instance", "id");
        return Answer.json(json -> InstanceJson.write(json, found, List.of())).unstored();
    }

    private Answer revise(Call call) {
        User caller = call.caller();
        InstanceReference reference = reference(call);
        JsonNode body = call.body();
        InstanceDraft draft = DraftJson.read(body);
        return recorded(
                call,
                body,
                draft,
                recording ->
                        InstanceAnswers.revised(
                                call,
                                revise.revise(
                                        new ReviseInstance.Request(
                                                caller,
                                                reference,
                                                draft,
                                                strictness(call),
                                                call.flag("reAuthenticate").orElse(true),
                                                isChecked(call),
                                                recording))));
    }

    private Answer turn(Call call, boolean on) {
        User caller = call.caller();
        return InstanceAnswers.turned(call, turn.turn(caller, reference(call), on));
    }

    private Answer delete(Call call) {
        User caller = call.caller();
        InstanceReference reference = reference(call);
        return delete.delete(caller, reference)
                ? Answer.done()
                : InstanceAnswers.noSuchInstance(call, reference);
    }

    /**
     * Whether the vendor is asked before something is stored: unless the server or the call says
     * no.
     */
    private boolean isChecked(Call call) {
        boolean wanted = call.flag("check").orElse(true);
        return wanted && liveCheck;
    }

    static Strictness strictness(Call call) {
        return call.flag("strict").orElse(false) ? Strictness.STRICT : Strictness.LENIENT;
    }

    /** The instance that the path names, or else the Element token. */
    public static InstanceReference reference(Call call) {
        if (!call.hasPath("id")) {
            return new InstanceReference.ByToken(call.elementToken());
        }
        InstanceId id = call.orNotFound(InstanceId.parse(call.path("id")), "instance", "id");
        call.note("instance", id.toString());
        return call.hasPath("keyOrId")
                ? new InstanceReference.OfElement(ElementRoutes.reference(call), id)
                : new InstanceReference.ById(id);
    }
}
