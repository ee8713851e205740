package io.valence.adapters.rest.element;

import io.valence.domain.element.Element;
import io.valence.domain.resource.PathTemplate;
import io.valence.domain.resource.Resource;
import io.valence.domain.resource.VendorObject;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A description, in Swagger 2.0, of what can be called through an instance. Whoever knows more of
 * an instance than of its element adds it before the document is written.
 */
public final class SwaggerDocument {
    private static final String BASE_PATH = "/elements/api-v2";

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ObjectNode paths;
    private final SwaggerDefinitions definitions;
    private final Map<List<String>, String> pathsByShape = new HashMap<>();
    private final Set<String> operationIds = new HashSet<>();

    private SwaggerDocument(Element element, Optional<ServingHost> host) {
        root.put("swagger", "2.0");
        ObjectNode info = root.putObject("info");
        info.put("title", element.name());
        info.put("version", "api-v2");
        info.put("description", element.description());
        info.put("x-element-name", element.name());
        info.put("x-element-hub", element.hub());
        info.put("x-element-key", element.key().value());
        info.put("x-element-id", element.id().value());
        if (host.isPresent()) {
            root.put("host", host.get().name());
        }
        root.put("basePath", BASE_PATH);
        host.ifPresent(known -> known.schemes().forEach(root.putArray("schemes")::add));
        root.putArray("consumes").add("application/json");
        root.putArray("produces").add("application/json");
        paths = root.putObject("paths");
        definitions = new SwaggerDefinitions(root.putObject("definitions"));
    }

    /** What the element says, and what every instance answers to, at this host. */
    public static SwaggerDocument of(Element element, Optional<ServingHost> host) {
        SwaggerDocument document = new SwaggerDocument(element, host);
        element.api().objects().forEach(document::add);
        for (Resource resource : element.api().resources().all()) {
            if (resource.kind() == Resource.Kind.API) {
                document.add(resource);
            }
        }
        document.addWhatEveryInstanceAnswersTo();
        return document;
    }

    /** Adds a kind of record; resources that are about it are to be added after it. */
    public void add(VendorObject object) {
        definitions.add(object);
    }

    /** Adds a resource, unless there is one of its method and path. */
    public void add(Resource resource) {
        List<String> names = names(resource.path());
        add(
                resource.method(),
                resource.path(),
                operationId(resource),
                new SwaggerOperation(resource, names, definitions).written());
    }

    private void add(String method, PathTemplate path, String operationId, ObjectNode operation) {
        ObjectNode methods = paths.withObjectProperty(known(path));
        String verb = SwaggerWords.verb(method);
        if (!methods.has(verb)) {
            operation.put("operationId", unused(operationId));
            methods.set(verb, operation);
        }
    }

    /** Paths that differ by names in braces alone are one path: the first one's names stand. */
    private String known(PathTemplate path) {
        return pathsByShape.computeIfAbsent(shape(path), unseen -> path.toString());
    }

    private List<String> names(PathTemplate path) {
        return PathTemplate.parse(known(path)).orElseThrow().names();
    }

    private static List<String> shape(PathTemplate path) {
        return path.segments().stream()
                .map(segment -> segment.startsWith("{") ? "{" : segment)
                .toList();
    }

    private static String operationId(Resource resource) {
        return SwaggerWords.operationId(resource.method(), resource.path());
    }

    private String unused(String operationId) {
        String unused = operationId;
        for (int i = 2; !operationIds.add(unused); i++) {
            unused = operationId + i;
        }
        return unused;
    }

    private void addWhatEveryInstanceAnswersTo() {
        addCommon("/ping", "Tells whether the vendor lets the instance in.", definitions.ping());
        addCommon("/objects", "Lists the kinds of records.", definitions.names());
        addCommon(
                "/objects/{objectName}/metadata",
                "Shows the fields of a kind of record.",
                definitions.metadata());
    }

    private void addCommon(String text, String summary, ObjectNode schema) {
        PathTemplate path = PathTemplate.parse(text).orElseThrow();
        ObjectNode operation =
                SwaggerOperation.common(path.segments().getFirst(), summary, names(path), schema);
        add("GET", path, SwaggerWords.operationId("GET", path), operation);
    }

    /** Writes it. */
    public void write(JsonGenerator json) {
        json.writeTree(root);
    }
}
