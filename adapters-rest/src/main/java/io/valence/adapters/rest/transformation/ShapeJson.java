package io.valence.adapters.rest.transformation;

import io.valence.adapters.rest.http.OwnWords;
import io.valence.adapters.rest.http.Refusal;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.transformation.FieldPath;
import io.valence.domain.transformation.FieldType;
import io.valence.domain.transformation.ObjectName;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What definitions and transformations have in common as a caller sends them. Members that are not
 * known are ignored, so that what was shown can be sent back; everything wrong is noted.
 */
abstract sealed class ShapeJson<T> permits DefinitionJson, TransformationJson {
    private static final String PATH =
            "names with dots between them, each perhaps with [0], or another number up to 99, or"
                + " [*] after it, in at most 500 characters and 32 steps, 4 of them in brackets";

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return problems;
    }

    final void wrong(String place, String expectation) {
        problems.add(new Problem.Malformed(Place.member(place), expectation));
    }

    /** What a body says of the object of this name; if it is wrong, that is noted. */
    final List<T> one(String name, JsonNode body) {
        return shape(name, body, "").stream().toList();
    }

    /** What each member of a body says of the object of the member's name. */
    final List<T> each(JsonNode body) {
        if (body.isEmpty()) {
            throw Refusal.badRequest(
                    "The body names no object. Send an object whose members are named as the"
                            + " objects are.");
        }
        List<T> all = new ArrayList<>();
        body.forEachEntry(
                (name, value) -> {
                    String place = Place.foreignMember(name).name() + "/";
                    shape(name, value, place).ifPresent(all::add);
                });
        return all;
    }

    /** What this says of the object of this name, read at this place of the body. */
    abstract Optional<T> shape(String name, JsonNode said, String place);

    /** The name, and where in the body what it names stands: at the top, or in its member. */
    final Optional<ObjectName> name(String text, String place) {
        Optional<ObjectName> name = ObjectName.parse(text);
        String named = place.isEmpty() ? "objectName" : place.substring(0, place.length() - 1);
        if (name.isEmpty()) {
            wrong(named, "named with at most 255 characters, none of them a slash or of control");
        } else if (OwnWords.isTaken(text)) {
            wrong(named, "named otherwise: the server has a path of its own of this name");
        }
        return name;
    }

    /** Whether it is an object; if not, that is noted. */
    final boolean isObject(JsonNode value, String place) {
        if (!value.isObject()) {
            wrong(place.isEmpty() ? "" : place.substring(0, place.length() - 1), "an object");
        }
        return value.isObject();
    }

    /** What one reader makes of each of the fields. */
    final <F> List<F> fields(
            JsonNode shape, String place, BiFunction<JsonNode, String, Optional<F>> field) {
        JsonNode items = shape.path("fields");
        if (items.isMissingNode() || items.isNull()) {
            problems.add(new Problem.Missing(Place.member(place + "fields")));
            return List.of();
        }
        if (!items.isArray()) {
            wrong(place + "fields", "an array of fields");
            return List.of();
        }
        List<F> read = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String at = place + "fields/" + i + "/";
            if (isObject(items.get(i), at)) {
                field.apply(items.get(i), at).ifPresent(read::add);
            }
        }
        return read;
    }

    final Optional<FieldPath> path(JsonNode field, String place, String member) {
        return required(field, place, member, FieldPath::parse, PATH);
    }

    final <V> Optional<V> required(
            JsonNode shape,
            String place,
            String member,
            Function<String, Optional<V>> parser,
            String expectation) {
        JsonNode value = shape.path(member);
        if (value.isMissingNode() || value.isNull()) {
            problems.add(new Problem.Missing(Place.member(place + member)));
            return Optional.empty();
        }
        return parsed(value, place + member, parser, expectation);
    }

    final Optional<FieldType> type(JsonNode field, String place, String member) {
        JsonNode value = field.path(member);
        return value.isMissingNode() || value.isNull()
                ? Optional.empty()
                : parsed(value, place + member, FieldType::parse, "text of at most 100 characters");
    }

    private <V> Optional<V> parsed(
            JsonNode value,
            String place,
            Function<String, Optional<V>> parser,
            String expectation) {
        Optional<V> parsed =
                value.isString() ? parser.apply(value.stringValue()) : Optional.empty();
        if (parsed.isEmpty()) {
            wrong(place, expectation);
        }
        return parsed;
    }

    /** True or false, as text or not; the other if nothing is said. */
    final boolean flag(JsonNode shape, String place, String member, boolean otherwise) {
        JsonNode value = shape.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        String word = value.isContainer() ? "" : value.asString().toLowerCase(Locale.ROOT);
        if (!word.equals("true") && !word.equals("false")) {
            wrong(place + member, "true or false");
        }
        return word.equals("true");
    }
}
