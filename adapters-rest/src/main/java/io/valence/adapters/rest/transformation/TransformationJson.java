package io.valence.adapters.rest.transformation;

import io.valence.domain.transformation.Directive;
import io.valence.domain.transformation.FieldMapping;
import io.valence.domain.transformation.FieldPath;
import io.valence.domain.transformation.FieldType;
import io.valence.domain.transformation.ObjectName;
import io.valence.domain.transformation.Transformation;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Transformations as a caller sends them. */
final class TransformationJson extends ShapeJson<Transformation> {
    private final Predicate<String> isVendors;

    /** Of an instance whose vendor has objects of these names. */
    TransformationJson(Predicate<String> isVendors) {
        this.isVendors = isVendors;
    }

    @Override
    Optional<Transformation> shape(String text, JsonNode body, String place) {
        Optional<ObjectName> name = name(text, place);
        if (!isObject(body, place)) {
            return Optional.empty();
        }
        Optional<String> vendorName =
                required(
                        body,
                        place,
                        "vendorName",
                        it -> Optional.of(it).filter(Transformation::isVendorName),
                        "the vendor's name for the object, of at most 500 characters");
        if (vendorName.isPresent() && !isVendors.test(vendorName.get())) {
            wrong(
                    place + "vendorName",
                    "a resource of the element, as it is called: GET /instances/{id}/docs shows"
                            + " them");
        }
        List<FieldMapping> fields = fields(body, place, this::field);
        List<String> objections = Transformation.objections(fields);
        objections.forEach(expectation -> wrong(place + "fields", expectation));
        List<Directive> configuration = configuration(body, place);
        boolean legacy = flag(body, place, "isLegacy", false);
        refuseScript(body, place);
        return objections.isEmpty() && name.isPresent()
                ? vendorName.map(
                        over -> new Transformation(name.get(), over, fields, configuration, legacy))
                : Optional.empty();
    }

    private void refuseScript(JsonNode body, String place) {
        JsonNode script = body.path("script");
        if (!script.isMissingNode() && !script.isNull()) {
            wrong(place + "script", "left out: scripts are not run here");
        }
    }

    private Optional<FieldMapping> field(JsonNode field, String place) {
        Optional<FieldPath> path = path(field, place, "path");
        Optional<FieldPath> vendorPath = path(field, place, "vendorPath");
        Optional<FieldType> type = type(field, place, "type");
        Optional<FieldType> vendorType = type(field, place, "vendorType");
        List<Directive> configuration = configuration(field, place);
        if (path.isEmpty() || vendorPath.isEmpty()) {
            return Optional.empty();
        }
        if (!FieldMapping.areAlike(path.get(), vendorPath.get())) {
            wrong(place + "vendorPath", "a path with [*] as often as in path");
            return Optional.empty();
        }
        return Optional.of(
                new FieldMapping(path.get(), vendorPath.get(), type, vendorType, configuration));
    }

    private List<Directive> configuration(JsonNode shape, String place) {
        JsonNode items = shape.path("configuration");
        if (items.isMissingNode() || items.isNull()) {
            return List.of();
        }
        if (!items.isArray() || items.size() > Directive.Kind.values().length) {
            wrong(place + "configuration", "an array with at most one object of each type");
            return List.of();
        }
        List<Directive> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String at = place + "configuration/" + i + "/";
            if (isObject(items.get(i), at)) {
                directive(items.get(i), at).ifPresent(all::add);
            }
        }
        return all;
    }

    /** A direction of which nothing is said is meant. */
    private Optional<Directive> directive(JsonNode item, String place) {
        JsonNode properties = item.path("properties");
        boolean fromVendor = flag(properties, place + "properties/", "fromVendor", true);
        boolean toVendor = flag(properties, place + "properties/", "toVendor", true);
        return required(
                        item,
                        place,
                        "type",
                        TransformationJson::kind,
                        "passThrough, remove, inherit or addToDocumentation")
                .map(kind -> new Directive(kind, fromVendor, toVendor));
    }

    private static Optional<Directive.Kind> kind(String word) {
        return switch (word) {
            case "passThrough" -> Optional.of(Directive.Kind.PASS_THROUGH);
            case "remove" -> Optional.of(Directive.Kind.REMOVE);
            case "inherit" -> Optional.of(Directive.Kind.INHERIT);
            case "addToDocumentation" -> Optional.of(Directive.Kind.ADD_TO_DOCUMENTATION);
            default -> Optional.empty();
        };
    }

    static String word(Directive.Kind kind) {
        return switch (kind) {
            case PASS_THROUGH -> "passThrough";
            case REMOVE -> "remove";
            case INHERIT -> "inherit";
            case ADD_TO_DOCUMENTATION -> "addToDocumentation";
        };
    }
}
