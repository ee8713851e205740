package io.valence.adapters.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Our OpenAPI document as plain maps and lists, read without the validator's parser. */
final class OpenApiDocument {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final Map<String, Object> root;

    private OpenApiDocument(Map<String, Object> root) {
        this.root = root;
    }

    static OpenApiDocument read() {
        return new OpenApiDocument(
                map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text())));
    }

    static String text() {
        return resource("/openapi/openapi.yaml");
    }

    static String resource(String path) {
        try (var stream = OpenApiDocument.class.getResourceAsStream(path)) {
            return new String(requireNonNull(stream, path).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every operation by its method and path, such as {@code GET /api-v2/hubs}. */
    Map<String, Map<String, Object>> operations() {
        Map<String, Map<String, Object>> operations = new TreeMap<>();
        for (var path : member(root, "paths").entrySet()) {
            for (var entry : map(path.getValue()).entrySet()) {
                if (METHODS.contains(entry.getKey())) {
                    var method = entry.getKey().toUpperCase(Locale.ROOT);
                    operations.put(method + " " + path.getKey(), map(entry.getValue()));
                }
            }
        }
        return operations;
    }

    /** Every answer of every operation. */
    List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        operations()
                .forEach(
                        (operation, node) -> {
                            for (var entry : member(node, "responses").entrySet()) {
                                answers.add(
                                        new Answer(
                                                operation,
                                                entry.getKey(),
                                                followed(entry.getValue())));
                            }
                        });
        return answers;
    }

    /** An answer of one operation, with its reference followed. */
    record Answer(String operation, String status, Map<String, Object> node) {
        String method() {
            return operation.substring(0, operation.indexOf(' '));
        }

        String path() {
            return operation.substring(operation.indexOf(' ') + 1);
        }

        boolean isError() {
            return !status.equals("200");
        }
    }

    /** The examples that a body in JSON has. */
    List<Object> examples(Map<String, Object> body) {
        var json =
                map(
                        map(body.getOrDefault("content", Map.of()))
                                .getOrDefault("application/json", Map.of()));
        List<Object> examples = new ArrayList<>();
        Optional.ofNullable(json.get("example")).ifPresent(examples::add);
        for (var example : member(json, "examples").values()) {
            examples.add(requireNonNull(followed(example).get("value")));
        }
        return examples;
    }

    Map<String, Object> followed(Object node) {
        var map = map(node);
        return map.get("$ref") instanceof String reference
                ? map(target(reference).orElseThrow(() -> new AssertionError(reference)))
                : map;
    }

    /** What a reference such as {@code #/components/schemas/Id} points at. */
    Optional<Object> target(String reference) {
        Optional<Object> node = Optional.of(root);
        for (String step : reference.replaceFirst("^#/", "").split("/", -1)) {
            node = node.filter(Map.class::isInstance).map(map -> map(map).get(step));
        }
        return node;
    }

    List<String> references() {
        List<String> references = new ArrayList<>();
        collectReferences(root, references);
        return references;
    }

    private static void collectReferences(Object node, List<String> references) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                references.add(reference);
            }
            map.values().forEach(value -> collectReferences(value, references));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> collectReferences(value, references));
        }
    }

    /** The object under a name, or an empty one. */
    static Map<String, Object> member(Map<String, Object> node, String name) {
        return map(node.getOrDefault(name, Map.of()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) requireNonNull(node);
    }
}
