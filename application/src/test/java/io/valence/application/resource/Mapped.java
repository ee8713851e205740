package io.valence.application.resource;

import io.valence.domain.transformation.Directive;
import io.valence.domain.transformation.FieldMapping;
import io.valence.domain.transformation.FieldPath;
import io.valence.domain.transformation.FieldType;
import io.valence.domain.transformation.ObjectName;
import io.valence.domain.transformation.Transformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A transformation in the making: each word adds to it. */
final class Mapped {
    private final String name;
    private final String vendorName;
    private final List<FieldMapping> fields = new ArrayList<>();
    private final List<Directive> configuration = new ArrayList<>();

    private Mapped(String name, String vendorName) {
        this.name = name;
        this.vendorName = vendorName;
    }

    static Mapped over(String vendorName, String name) {
        return new Mapped(name, vendorName);
    }

    Mapped field(String path, String vendorPath) {
        return field(path, "", vendorPath, "");
    }

    Mapped field(String path, String type, String vendorPath, String vendorType) {
        fields.add(
                new FieldMapping(
                        FieldPath.parse(path).orElseThrow(),
                        FieldPath.parse(vendorPath).orElseThrow(),
                        FieldType.parse(type),
                        FieldType.parse(vendorType),
                        List.of()));
        return this;
    }

    Mapped hiding(String path, String vendorPath) {
        fields.add(
                new FieldMapping(
                        FieldPath.parse(path).orElseThrow(),
                        FieldPath.parse(vendorPath).orElseThrow(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Directive(Directive.Kind.REMOVE, true, true))));
        return this;
    }

    Mapped passingOthers() {
        configuration.add(new Directive(Directive.Kind.PASS_THROUGH, true, true));
        return this;
    }

    Transformation all() {
        return new Transformation(new ObjectName(name), vendorName, fields, configuration, false);
    }
}
