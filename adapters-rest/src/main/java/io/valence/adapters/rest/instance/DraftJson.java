package io.valence.adapters.rest.instance;

import io.valence.adapters.rest.http.Json;
import io.valence.adapters.rest.http.Refusal;
import io.valence.application.instance.InstanceDraft;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementKey;
import io.valence.domain.element.ElementReference;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a caller sends of an instance. Lenient: names of members in any case, numbers and flags as
 * text or not, unknown members ignored, {@code null} as absence. What cannot be read is noted and
 * reported with everything else.
 */
final class DraftJson {
    /** Stands for what is neither text nor a whole number, and is no reference. */
    private static final String NEITHER = "?";

    private final Map<String, JsonNode> members = new HashMap<>();
    private final List<Problem> misread = new ArrayList<>();

    private DraftJson(JsonNode body) {
        body.forEachEntry(
                (name, value) -> {
                    if (members.put(folded(name), value) != null) {
                        throw Refusal.badRequest(
                                "The body names one member twice, in different capitals. Leave one"
                                        + " out.");
                    }
                });
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static InstanceDraft read(JsonNode body) {
        return new DraftJson(body).draft();
    }

    /** Whether the problem lies in the member {@code element}. */
    static boolean isAboutElement(Problem problem) {
        return problem.place().equals(Place.member("element"));
    }

    private InstanceDraft draft() {
        return new InstanceDraft(
                element(),
                read("name", "text", DraftJson::text),
                tags(),
                configuration(),
                read("traceLoggingEnabled", "true or false", DraftJson::flag),
                read("cachingEnabled", "true or false", DraftJson::flag),
                read("cacheTimeToLive", "a whole number", DraftJson::number),
                read("maxCacheSize", "a whole number", DraftJson::number),
                read("externalAuthentication", "text", DraftJson::text),
                ProviderDataJson.read(member("providerData"), misread),
                misread);
    }

    private Optional<JsonNode> member(String name) {
        return Optional.ofNullable(members.get(folded(name))).filter(value -> !value.isNull());
    }

    private <T> Optional<T> read(
            String name, String expectation, Function<JsonNode, Optional<T>> reader) {
        Optional<JsonNode> value = member(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> read = reader.apply(value.get());
        if (read.isEmpty()) {
            misread.add(new Problem.Malformed(Place.member(name), expectation));
        }
        return read;
    }

    /** By key, or else by number; clients that send both empty mean none. */
    private Optional<ElementReference> element() {
        Optional<JsonNode> element = member("element");
        if (element.isEmpty()) {
            return Optional.empty();
        }
        Map<String, JsonNode> named = new HashMap<>();
        element.get().forEachEntry((name, value) -> named.putIfAbsent(folded(name), value));
        String key =
                named.getOrDefault("key", NullNode.getInstance()).isNumber()
                        ? NEITHER
                        : written(named, "key");
        String id = written(named, "id");
        if (element.get().isObject() && key.isEmpty() && (id.isEmpty() || id.equals("0"))) {
            return Optional.empty();
        }
        Optional<ElementReference> reference = Optional.empty();
        if (!id.equals(NEITHER) && !key.equals(NEITHER)) {
            reference =
                    key.isEmpty()
                            ? ElementId.parse(id).map(found -> found)
                            : ElementKey.parse(key).map(found -> found);
        }
        if (reference.isEmpty()) {
            misread.add(
                    new Problem.Malformed(
                            Place.member("element"), "an object with the element's key or its id"));
        }
        return reference;
    }

    /** What stands there as text; what is neither text nor a whole number is no reference. */
    private static String written(Map<String, JsonNode> members, String name) {
        JsonNode value = members.getOrDefault(name, NullNode.getInstance());
        if (value.isNull()) {
            return "";
        }
        return value.isString() || value.isIntegralNumber() ? value.asString() : NEITHER;
    }

    private Optional<List<String>> tags() {
        return read(
                "tags",
                "an array of texts",
                value -> {
                    List<String> tags = new ArrayList<>();
                    value.forEach(tag -> text(tag).ifPresent(tags::add));
                    return value.isArray() && tags.size() == value.size()
                            ? Optional.of(tags)
                            : Optional.empty();
                });
    }

    private Supplied configuration() {
        return read(
                        "configuration",
                        "an object of values by key",
                        value -> value.isObject() ? Optional.of(supplied(value)) : Optional.empty())
                .orElseGet(Supplied::nothing);
    }

    private static Supplied supplied(JsonNode configuration) {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        configuration.forEachEntry((key, value) -> values.put(key, settingText(value)));
        return Supplied.ofNullable(values);
    }

    /** What a setting's JSON value is as text; nothing for {@code null}. */
    static Optional<String> settingText(JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(value.isContainer() ? Json.text(value) : value.asString());
    }

    private static Optional<String> text(JsonNode value) {
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    private static Optional<Boolean> flag(JsonNode value) {
        return switch (value.isContainer() ? "" : value.asString().toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> number(JsonNode value) {
        String text = value.isContainer() ? "" : value.asString();
        String digits = text.startsWith("-") ? text.substring(1) : text;
        return !digits.isEmpty()
                        && digits.length() <= 9
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }
}
