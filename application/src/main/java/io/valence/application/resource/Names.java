package io.valence.application.resource;

import io.valence.domain.query.Counterpart;
import io.valence.domain.query.Field;
import io.valence.domain.transformation.FieldPath;
import io.valence.domain.transformation.Transformation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the vendor calls what the application names in its own way.
 *
 * @param idField what the vendor calls the {@code id} that records without one are given
 */
record Names(Optional<Transformation> transformation, Optional<String> idField) {
    private static final String ID = "id";

    /** The vendor's name of a field; none if the application is shown no such field. */
    Optional<Field> vendors(Field field) {
        return transformation.isEmpty()
                ? Optional.of(theirs(field))
                : transformation
                        .get()
                        .vendorPathOf(String.join(".", field.path()))
                        .map(path -> new Field(List.of(path.split("\\.", -1))));
    }

    /** What the vendor is asked in place of a field; none if the application is shown no such. */
    Optional<Counterpart> counterpart(Field field) {
        return transformation.isEmpty()
                ? Optional.of(Counterpart.same(theirs(field)))
                : transformation.get().counterpartOf(field);
    }

    /** Of which of the vendor's members a field is made, with all that is below it. */
    Transformation.Origin origin(FieldPath path) {
        return transformation
                .map(own -> own.originOf(path))
                .orElseGet(() -> new Transformation.Origin(Set.of(theirs(path.member())), true));
    }

    /** Whether the vendor calls these fields so, and each is one of a record's members. */
    boolean areVendors(List<FieldPath> paths) {
        return transformation.isEmpty()
                && paths.stream()
                        .allMatch(
                                path ->
                                        path.steps().size() == 1
                                                && theirs(path.member()).equals(path.member()));
    }

    private Field theirs(Field field) {
        return field.path().size() == 1
                ? new Field(List.of(theirs(field.path().getFirst())))
                : field;
    }

    private String theirs(String member) {
        return member.equals(ID) ? idField.orElse(ID) : member;
    }
}
