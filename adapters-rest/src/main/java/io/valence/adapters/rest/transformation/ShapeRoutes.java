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
import io.valence.domain.transformation.Shapes;
import io.valence.domain.transformation.Transformation;

import tools.jackson.databind.JsonNode;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Definitions and transformations of an instance: all at once, or one by its name. */
public final class ShapeRoutes {
    private static final String NAME = "objectName";
    private static final String DEFINITION = "definition";
    private static final String TRANSFORMATION = "transformation";

    private final ShapeObjects shape;

    /** Routes to this use case. */
    public ShapeRoutes(ShapeObjects shape) {
        this.shape = shape;
    }

    /** The routes. */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (String one : List.of("/api-v2/instances/{id}", "/api-v2/instances")) {
            String definitions = one + "/objects/definitions";
            routes.add(Route.get(definitions, this::listDefinitions));
            routes.add(Route.post(definitions, call -> takeDefinitions(call, true)));
            routes.add(Route.put(definitions, call -> takeDefinitions(call, false)));
            routes.add(
                    Route.delete(
                            definitions, call -> removeAll(call, new Change.RemoveDefinitions())));
            String definition = one + "/objects/{objectName}/definitions";
            routes.add(Route.get(definition, this::showDefinition));
            routes.add(Route.post(definition, call -> takeDefinitions(call, true)));
            routes.add(Route.put(definition, call -> takeDefinitions(call, false)));
            routes.add(
                    Route.delete(
                            definition,
                            call -> remove(call, DEFINITION, Change.RemoveDefinition::new)));
            String transformations = one + "/transformations";
            routes.add(Route.get(transformations, this::listTransformations));
            routes.add(Route.post(transformations, call -> takeTransformations(call, true)));
            routes.add(Route.put(transformations, call -> takeTransformations(call, false)));
            routes.add(
                    Route.delete(
                            transformations,
                            call -> removeAll(call, new Change.RemoveTransformations())));
            String transformation = transformations + "/{objectName}";
            routes.add(Route.get(transformation, this::showTransformation));
            routes.add(Route.post(transformation, call -> takeTransformations(call, true)));
            routes.add(Route.put(transformation, call -> takeTransformations(call, false)));
            routes.add(
                    Route.delete(
                            transformation,
                            call ->
                                    remove(
                                            call,
                                            TRANSFORMATION,
                                            Change.RemoveTransformation::new)));
        }
        return List.copyOf(routes);
    }

    private Answer listDefinitions(Call call) {
        Shapes shapes = shapes(call, call.caller());
        return Answer.json(
                json -> ShapeAnswers.writeDefinitions(json, shapes.definitions().values()));
    }

    private Answer showDefinition(Call call) {
        Shapes shapes = shapes(call, call.caller());
        ObjectDefinition found =
                call.orNotFound(
                        ObjectName.parse(name(call)).map(name -> shapes.definitions().get(name)),
                        DEFINITION,
                        NAME);
        return Answer.json(json -> ShapeAnswers.write(json, found));
    }

    private Answer listTransformations(Call call) {
        Shapes shapes = shapes(call, call.caller());
        return Answer.json(
                json -> ShapeAnswers.writeTransformations(json, shapes.transformations().values()));
    }

    private Answer showTransformation(Call call) {
        Shapes shapes = shapes(call, call.caller());
        Transformation found =
                call.orNotFound(
                        ObjectName.parse(name(call))
                                .map(name -> shapes.transformations().get(name)),
                        TRANSFORMATION,
                        NAME);
        return Answer.json(json -> ShapeAnswers.write(json, found));
    }

    private Answer takeDefinitions(Call call, boolean fresh) {
        User caller = call.caller();
        DefinitionJson read = new DefinitionJson();
        List<ObjectDefinition> taken = taken(call, read::definition, read::definitions);
        if (!read.problems().isEmpty()) {
            return rejected(call, "define objects", read);
        }
        Change change =
                fresh ? new Change.AddDefinitions(taken) : new Change.ReplaceDefinitions(taken);
        return answer(call, caller, change, DEFINITION)
                .orElseGet(
                        () ->
                                Answer.json(
                                        json -> {
                                            if (call.hasPath(NAME)) {
                                                ShapeAnswers.write(json, taken.getFirst());
                                            } else {
                                                ShapeAnswers.writeDefinitions(json, taken);
                                            }
                                        }));
    }

    private Answer takeTransformations(Call call, boolean fresh) {
        User caller = call.caller();
        TransformationJson read = new TransformationJson();
        List<Transformation> taken = taken(call, read::transformation, read::transformations);
        if (!read.problems().isEmpty()) {
            return rejected(call, "transform objects", read);
        }
        Change change =
                fresh
                        ? new Change.AddTransformations(taken)
                        : new Change.ReplaceTransformations(taken);
        return answer(call, caller, change, TRANSFORMATION)
                .orElseGet(
                        () ->
                                Answer.json(
                                        json -> {
                                            if (call.hasPath(NAME)) {
                                                ShapeAnswers.write(json, taken.getFirst());
                                            } else {
                                                ShapeAnswers.writeTransformations(json, taken);
                                            }
                                        }));
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

    /** What one reader makes of the body, if the path names an object, or else another. */
    private static <T> List<T> taken(
            Call call, NamedReader<T> one, Function<JsonNode, List<T>> all) {
        return call.hasPath(NAME)
                ? one.read(name(call), call.body()).stream().toList()
                : all.apply(call.body());
    }

    private interface NamedReader<T> {
        Optional<T> read(String name, JsonNode body);
    }

    private Answer remove(Call call, String what, Function<ObjectName, Change> removal) {
        User caller = call.caller();
        ObjectName name = call.orNotFound(ObjectName.parse(name(call)), what, NAME);
        return answer(call, caller, removal.apply(name), what).orElseGet(Answer::done);
    }

    private Answer removeAll(Call call, Change change) {
        boolean definitions = change instanceof Change.RemoveDefinitions;
        return answer(call, call.caller(), change, definitions ? DEFINITION : TRANSFORMATION)
                .orElseGet(Answer::done);
    }

    private static Answer rejected(Call call, String attempt, ShapeJson read) {
        return ErrorBody.rejected(call, attempt, Optional.empty(), read.problems(), List.of());
    }

    private Shapes shapes(Call call, User caller) {
        InstanceReference reference = InstanceRoutes.reference(call);
        return shape.show(caller, reference).orElseThrow(() -> noSuchInstance(reference));
    }

    /** What went wrong, if something did. */
    private Optional<Answer> answer(Call call, User caller, Change change, String what) {
        InstanceReference instance = InstanceRoutes.reference(call);
        return switch (shape.change(new ShapeObjects.Request(caller, instance, change))) {
            case Outcome.Done() -> Optional.empty();
            case Outcome.Exists() ->
                    conflict(
                            call,
                            "The instance has a "
                                    + what
                                    + " of this name already. Use PUT to replace it.");
            case Outcome.Missing() ->
                    Optional.of(
                            call.hasPath(NAME)
                                    ? ErrorBody.notFound(call, what, name(call))
                                    : ErrorBody.plain(call, 404, "No such " + what + " found"));
            case Outcome.InUse() ->
                    conflict(
                            call,
                            "A transformation uses the definition. Delete the transformation of"
                                    + " its name first.");
            case Outcome.Full(var most) ->
                    conflict(
                            call,
                            "An instance has at most " + most + " " + what + "s. Delete some.");
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
