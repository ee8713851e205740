package io.valence.server.documents;

import io.valence.testkit.api.ApiAnswer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The samples of an element's document. */
record Document(String element) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The request with its placeholders as they stand. */
    ObjectNode request() {
        return (ObjectNode) read("request.json");
    }

    /** The request with its placeholders filled. */
    ObjectNode request(String name, String tag, Map<String, String> configuration) {
        ObjectNode request = request().put("name", name);
        request.withArray("tags").removeAll().add(tag);
        configuration.forEach(request.withObject("/configuration")::put);
        return request;
    }

    /** The answer. */
    ObjectNode answer() {
        return (ObjectNode) read("response.json");
    }

    JsonNode read(String file) {
        String path = "/documents/" + element + "/" + file;
        try (InputStream stream =
                Objects.requireNonNull(Document.class.getResourceAsStream(path), path)) {
            return JSON.readTree(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path, unreadable);
        }
    }

    /** What the document shows and the answer has not, or has otherwise; more may stand beside. */
    List<String> differences(ApiAnswer answer, Set<String> free) {
        List<String> differences = new ArrayList<>();
        compare("", answer(), answer.json(), free, differences);
        return differences;
    }

    private static void compare(
            String path,
            JsonNode documented,
            JsonNode actual,
            Set<String> free,
            List<String> differences) {
        if (documented.isObject() && actual.isObject()) {
            documented.forEachEntry(
                    (name, value) ->
                            compare(
                                    path + "/" + name,
                                    value,
                                    actual.path(name),
                                    free,
                                    differences));
        } else if (free.contains(path)
                ? documented.getNodeType() != actual.getNodeType()
                : !documented.equals(actual)) {
            differences.add(path + " is " + actual + ", not " + documented);
        }
    }
}
