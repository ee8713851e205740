package io.valence.adapters.rest.instance;

import io.valence.adapters.rest.http.Json;
import io.valence.domain.secret.Mask;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Set;

/**
 * What a caller sends of an instance, as a trace shows it: of the configuration and of what the
 * vendor sent the user back with the names alone, since any value there may be a secret in the
 * wrong place, and nothing of what is not known here.
 */
final class DraftSketch {
    private static final Set<String> HARMLESS =
            Set.of(
                    "cachetimetolive",
                    "cachingenabled",
                    "externalauthentication",
                    "maxcachesize",
                    "name",
                    "traceloggingenabled");

    private static final Set<String> OF_SECRETS = Set.of("configuration", "providerdata");

    private DraftSketch() {}

    static String of(JsonNode body) {
        ObjectNode sketch = JsonNodeFactory.instance.objectNode();
        body.forEachEntry((name, value) -> put(sketch, name, value));
        return Json.text(sketch);
    }

    private static void put(ObjectNode sketch, String name, JsonNode value) {
        String folded = name.toLowerCase(Locale.ROOT);
        if (HARMLESS.contains(folded) && !value.isContainer()) {
            sketch.set(name, value);
        }
        if (folded.equals("element") && value.isObject()) {
            ObjectNode element = sketch.putObject(name);
            for (String part : Set.of("key", "id")) {
                if (value.has(part) && !value.get(part).isContainer()) {
                    element.set(part, value.get(part));
                }
            }
        }
        if (OF_SECRETS.contains(folded) && value.isObject()) {
            ObjectNode masked = sketch.putObject(name);
            value.forEachEntry(
                    (key, hidden) ->
                            masked.set(
                                    key,
                                    hidden.isNull() || hidden.isBoolean()
                                            ? hidden
                                            : JsonNodeFactory.instance.stringNode(Mask.TEXT)));
        }
    }
}
