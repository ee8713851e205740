package io.valence.testkit.sample;

import io.valence.domain.transformation.Directive;
import io.valence.domain.transformation.FieldMapping;
import io.valence.domain.transformation.FieldPath;
import io.valence.domain.transformation.FieldType;
import io.valence.domain.transformation.ObjectDefinition;
import io.valence.domain.transformation.ObjectName;
import io.valence.domain.transformation.Transformation;

import java.util.List;
import java.util.Optional;

/** Definitions and transformations to begin with. */
public final class SampleShapes {
    private SampleShapes() {}

    /** A definition of this name, with two fields. */
    public static ObjectDefinition definition(String name) {
        return new ObjectDefinition(
                new ObjectName(name),
                List.of(defined("id", "number"), defined("address.città[*].name", "string")));
    }

    /** A transformation of this name, with everything that one can have. */
    public static Transformation transformation(String name) {
        return new Transformation(
                new ObjectName(name),
                "Vendor's \"objects\" 🔑",
                List.of(
                        mapped("id", "PartyId", Optional.of("number"), List.of()),
                        mapped(
                                "address.città[*].name",
                                "PrimaryAddress[*].City",
                                Optional.empty(),
                                List.of(
                                        new Directive(Directive.Kind.REMOVE, false, true),
                                        new Directive(
                                                Directive.Kind.ADD_TO_DOCUMENTATION, true, true)))),
                List.of(
                        new Directive(Directive.Kind.PASS_THROUGH, true, false),
                        new Directive(Directive.Kind.INHERIT, false, false)),
                true);
    }

    /** A transformation of this name over another object of the vendor's, with one field. */
    public static Transformation plainTransformation(String name, String vendorName) {
        return new Transformation(
                new ObjectName(name),
                vendorName,
                List.of(mapped("name", "PartyName", Optional.empty(), List.of())),
                List.of(),
                false);
    }

    private static ObjectDefinition.Field defined(String path, String type) {
        return new ObjectDefinition.Field(FieldPath.parse(path).orElseThrow(), new FieldType(type));
    }

    private static FieldMapping mapped(
            String path, String vendorPath, Optional<String> type, List<Directive> configuration) {
        return new FieldMapping(
                FieldPath.parse(path).orElseThrow(),
                FieldPath.parse(vendorPath).orElseThrow(),
                type.map(FieldType::new),
                type.map(it -> new FieldType("vendor's " + it)),
                configuration);
    }
}
