package io.valence.adapters.rest.transformation;

import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.ErrorBody;
import io.valence.adapters.rest.http.Refusal;
import io.valence.adapters.rest.http.Route;
import io.valence.adapters.rest.instance.InstanceRoutes;
import io.valence.application.instance.InstanceReference;
import io.valence.application.transformation.ShapeObjects;
import io.valence.application.transformation.ShapeObjects.Change;
import io.valence.application.transformation.ShapeObjects.Outcome;
import io.valence.domain.account.User;
import io.valence.domain.transformation.ObjectDefinition;
import io.valence.domain.transformation.ObjectName;
import io.valence.domain.transformation.ObjectShape;
import io.valence.domain.transformation.Transformation;

import tools.jackson.core.JsonGenerator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Definitions, or transformations, of an instance: all at once, or one by its name. */
public final class ShapeRoutes<T extends ObjectShape> {
    private static final String NAME = "objectName";

    private final ShapeObjects<T> shape;
    private final ShapeWords<T> words;

    private ShapeRoutes(ShapeObjects<T> shape, ShapeWords<T> words) {
        this.shape = shape;
        this.words = words;
    }

    /** Routes to this use case. */
    public static ShapeRoutes<ObjectDefinition> ofDefinitions(
            ShapeObjects<ObjectDefinition> shape) {
        return new ShapeRoutes<>(shape, ShapeWords.DEFINITIONS);
    }

    /** Routes to this use case. */
    public static ShapeRoutes<Transformation> ofTransformations(
            ShapeObjects<Transformation> shape) {
        return new ShapeRoutes<>(shape, ShapeWords.TRANSFORMATIONS);
    }

    /** The routes. */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (String instance : List.of("/api-v2/instances/{id}", "/api-v2/instances")) {
            routes.add(Route.get(instance + words.all(), this::list));
            routes.add(Route.delete(instance + words.all(), this::removeAll));
            routes.add(Route.get(instance + words.one(), this::show));
            routes.add(Route.delete(instance + words.one(), this::remove));
            for (String some : List.of(words.all(), words.one())) {
                routes.add(Route.post(instance + some, call -> take(call, Change.Add::new)));
                routes.add(Route.put(instance + some, call -> take(call, Change.Replace::new)));
            }
        }
        return List.copyOf(routes);
    }

    private Answer list(Call call) {
        Map<ObjectName, T> all = all(call, call.caller());
        return Answer.json(json -> write(json, all.values()));
    }

    private Answer show(Call call) {
        Map<ObjectName, T> all = all(call, call.caller());
        T found = call.orNotFound(ObjectName.parse(name(call)).map(all::get), words.noun(), NAME);
        return Answer.json(json -> words.writer().accept(json, found));
    }

    private Answer take(Call call, Function<List<T>, Change<T>> change) {
        User caller = call.caller();
        InstanceReference reference = InstanceRoutes.reference(call);
        ShapeJson<T> read =
                words.reader()
                        .apply(
                                shape.vendorNames(caller, reference)
                                        .orElseThrow(() -> noSuchInstance(reference)));
        List<T> taken =
                call.hasPath(NAME) ? read.one(name(call), call.body()) : read.each(call.body());
        if (!read.problems().isEmpty()) {
            return ErrorBody.rejected(
                    call, words.attempt(), Optional.empty(), read.problems(), List.of());
        }
        return answer(call, caller, change.apply(taken))
                .orElseGet(
                        () ->
                                Answer.json(
                                        json -> {
                                            if (call.hasPath(NAME)) {
                                                words.writer().accept(json, taken.getFirst());
                                            } else {
                                                write(json, taken);
                                            }
                                        }));
    }

    private void write(JsonGenerator json, Collection<T> shapes) {
        json.writeStartObject();
        for (T each : shapes) {
            json.writeName(each.name().value());
            words.writer().accept(json, each);
        }
        json.writeEndObject();
    }

    private Answer remove(Call call) {
        User caller = call.caller();
        ObjectName name = call.orNotFound(ObjectName.parse(name(call)), words.noun(), NAME);
        return answer(call, caller, new Change.Remove<>(name)).orElseGet(Answer::done);
    }

    private Answer removeAll(Call call) {
        return answer(call, call.caller(), new Change.RemoveAll<>()).orElseGet(Answer::done);
    }

    /** As it was meant: in the path, all but letters and digits may be percent-encoded. */
    private static String name(Call call) {
        String written = call.path(NAME).replace("+", "%2B");
        try {
            return URLDecoder.decode(written, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw Refusal.badRequest("The path cannot be read. Percent-encode it as UTF-8.");
        }
    }

    private Map<ObjectName, T> all(Call call, User caller) {
        InstanceReference reference = InstanceRoutes.reference(call);
        return shape.show(caller, reference).orElseThrow(() -> noSuchInstance(reference));
    }

    /** What went wrong, if something did. */
    private Optional<Answer> answer(Call call, User caller, Change<T> change) {
        InstanceReference instance = InstanceRoutes.reference(call);
        String noun = words.noun();
        return switch (shape.change(new ShapeObjects.Request<>(caller, instance, change))) {
            case Outcome.Done() -> Optional.empty();
            case Outcome.Exists() ->
                    conflict(
                            call,
                            "The instance has a "
                                    + noun
                                    + " of this name already. Use PUT to replace it.");
            case Outcome.Missing() ->
                    Optional.of(
                            call.hasPath(NAME)
                                    ? ErrorBody.notFound(call, noun, name(call))
                                    : ErrorBody.plain(call, 404, "No such " + noun + " found"));
            case Outcome.InUse() ->
                    conflict(
                            call,
                            "A transformation uses the definition. Delete the transformation of"
                                    + " its name first.");
            case Outcome.Full(var most) ->
                    conflict(
                            call,
                            "An instance has at most " + most + " " + noun + "s. Delete some.");
            case Outcome.NoSuchInstance(var reference) -> throw noSuchInstance(reference);
        };
    }

    private static Optional<Answer> conflict(Call call, String message) {
        return Optional.of(ErrorBody.plain(call, 409, message));
    }

    private static Refusal noSuchInstance(InstanceReference reference) {
        return reference
                .number()
                .map(id -> new Refusal(404, "No instance '" + id + "' found"))
                .orElseGet(Refusal::unknownToken);
    }
}
