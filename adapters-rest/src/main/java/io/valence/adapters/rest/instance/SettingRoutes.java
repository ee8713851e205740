package io.valence.adapters.rest.instance;

import io.valence.adapters.rest.element.ElementRoutes;
import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.Refusal;
import io.valence.adapters.rest.http.Route;
import io.valence.application.instance.ConnectedInstance;
import io.valence.application.instance.FindInstances;
import io.valence.application.instance.InstanceDraft;
import io.valence.application.instance.InstanceReference;
import io.valence.application.instance.ReviseInstance;
import io.valence.application.instance.TryConfiguration;
import io.valence.domain.account.User;
import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.EntryId;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.Strictness;
import io.valence.domain.configuration.Supplied;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings of an instance one by one, and the dry run of a configuration. */
public final class SettingRoutes {
    private final FindInstances find;
    private final ReviseInstance revise;
    private final TryConfiguration attempt;

    /** Routes to these use cases. */
    public SettingRoutes(FindInstances find, ReviseInstance revise, TryConfiguration attempt) {
        this.find = find;
        this.revise = revise;
        this.attempt = attempt;
    }

    /** The routes. */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (String one : List.of("/api-v2/instances/{id}", "/api-v2/instances")) {
            routes.add(Route.get(one + "/configuration", this::list));
            routes.add(Route.get(one + "/configuration/{configurationId}", this::show));
            routes.add(Route.patch(one + "/configuration/{configurationId}", this::change));
        }
        routes.add(Route.post("/api-v2/elements/{keyOrId}/configuration/validate", this::attempt));
        return List.copyOf(routes);
    }

    private Answer list(Call call) {
        ConnectedInstance instance = instance(call, call.caller());
        return Answer.complete(
                instance.element().schema().entries(),
                (json, entry) -> InstanceJson.writeEntry(json, entry, setting(instance, entry)));
    }

    private Answer show(Call call) {
        ConnectedInstance instance = instance(call, call.caller());
        return shown(instance, entry(call, instance));
    }

    private Answer change(Call call) {
        User caller = call.caller();
        ConnectedInstance before = instance(call, caller);
        ConfigurationEntry entry = entry(call, before);
        JsonNode value = call.body().path("propertyValue");
        if (value.isMissingNode()) {
            throw Refusal.badRequest(
                    "The body names no propertyValue. Send the entry with its new propertyValue.");
        }
        Supplied supplied =
                Supplied.ofNullable(Map.of(entry.key().value(), DraftJson.settingText(value)));
        ReviseInstance.Outcome outcome =
                revise.revise(
                        new ReviseInstance.Request(
                                caller,
                                InstanceRoutes.reference(call),
                                InstanceDraft.of(supplied),
                                Strictness.LENIENT,
                                true,
                                false));
        return outcome instanceof ReviseInstance.Outcome.Revised(var after, var notices)
                ? shown(after, entry)
                : InstanceAnswers.revised(call, outcome);
    }

    private Answer attempt(Call call) {
        User caller = call.caller();
        return InstanceAnswers.tried(
                call,
                attempt.attempt(
                        caller,
                        ElementRoutes.reference(call),
                        DraftJson.read(call.body()),
                        InstanceRoutes.strictness(call),
                        scope(call)));
    }

    private static TryConfiguration.Scope scope(Call call) {
        return switch (call.query("scope").orElse("configuration").toLowerCase(Locale.ROOT)) {
            case "configuration" -> TryConfiguration.Scope.CONFIGURATION;
            case "connectivity" -> TryConfiguration.Scope.CONNECTIVITY;
            case "authentication" -> TryConfiguration.Scope.AUTHENTICATION;
            default ->
                    throw Refusal.badRequest(
                            "The query parameter scope must be configuration, connectivity or"
                                    + " authentication.");
        };
    }

    private ConnectedInstance instance(Call call, User caller) {
        InstanceReference reference = InstanceRoutes.reference(call);
        Optional<ConnectedInstance> found = find.find(caller, reference);
        if (found.isEmpty() && reference instanceof InstanceReference.ByToken) {
            throw Refusal.unknownToken();
        }
        return call.orNotFound(found, "instance", "id");
    }

    private static ConfigurationEntry entry(Call call, ConnectedInstance instance) {
        return call.orNotFound(
                EntryId.parse(call.path("configurationId"))
                        .flatMap(id -> instance.element().schema().entry(id)),
                "configuration",
                "configurationId");
    }

    private static Answer shown(ConnectedInstance instance, ConfigurationEntry entry) {
        return Answer.json(json -> InstanceJson.writeEntry(json, entry, setting(instance, entry)));
    }

    private static Setting setting(ConnectedInstance instance, ConfigurationEntry entry) {
        return instance.configuration().setting(entry.key()).orElseGet(Setting.Unset::new);
    }
}
