package io.valence.application.resource;

import io.valence.domain.query.Field;
import io.valence.domain.transformation.Transformation;

import java.util.List;
import java.util.Optional;

/** What the vendor calls what the application names in its own way. */
record Names(Optional<Transformation> transformation) {
    /** The vendor's name of a field; none if the application is shown no such field. */
    Optional<Field> vendors(Field field) {
        return transformation.isEmpty()
                ? Optional.of(field)
                : transformation
                        .get()
                        .vendorPathOf(String.join(".", field.path()))
                        .map(path -> new Field(List.of(path.split("\\.", -1))));
    }

    /** The same of a name with dots in it. */
    Optional<String> vendors(String name) {
        return transformation.isEmpty()
                ? Optional.of(name)
                : transformation.get().vendorPathOf(name);
    }
}
