package io.valence.domain.transformation;

import io.valence.domain.document.Node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Short words for the records and transformations that tests are about. */
final class Records {
    private Records() {}

    /** An object of names and values in turn. */
    static Node.Members object(Object... namesAndValues) {
        Map<String, Node> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], node(namesAndValues[i + 1]));
        }
        return new Node.Members(members);
    }

    static Node.Items array(Object... values) {
        List<Node> items = new ArrayList<>();
        for (Object value : values) {
            items.add(node(value));
        }
        return new Node.Items(items);
    }

    static Node node(Object value) {
        if (value instanceof Node it) {
            return it;
        }
        if (value instanceof Boolean it) {
            return new Node.Truth(it);
        }
        return value instanceof Number it
                ? new Node.Decimal(it.toString())
                : new Node.Text((String) value);
    }

    static FieldMapping field(String path, String vendorPath, Directive... configuration) {
        return new FieldMapping(
                FieldPath.parse(path).orElseThrow(),
                FieldPath.parse(vendorPath).orElseThrow(),
                Optional.empty(),
                Optional.empty(),
                List.of(configuration));
    }

    static FieldMapping typed(String path, String type, String vendorPath, String vendorType) {
        return new FieldMapping(
                FieldPath.parse(path).orElseThrow(),
                FieldPath.parse(vendorPath).orElseThrow(),
                FieldType.parse(type),
                FieldType.parse(vendorType),
                List.of());
    }

    static Transformation over(FieldMapping... fields) {
        return over(List.of(), fields);
    }

    static Transformation over(List<Directive> configuration, FieldMapping... fields) {
        return new Transformation(
                new ObjectName("mine"), "Theirs", List.of(fields), configuration, false);
    }

    static Directive passThrough(boolean fromVendor, boolean toVendor) {
        return new Directive(Directive.Kind.PASS_THROUGH, fromVendor, toVendor);
    }

    static Directive remove(boolean fromVendor, boolean toVendor) {
        return new Directive(Directive.Kind.REMOVE, fromVendor, toVendor);
    }
}
