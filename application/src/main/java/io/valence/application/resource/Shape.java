package io.valence.application.resource;

import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.document.Documents;
import io.valence.domain.document.Node;
import io.valence.domain.resource.Manner;
import io.valence.domain.transformation.FieldChoice;
import io.valence.domain.transformation.Transformation;

import java.util.Map;
import java.util.Optional;

/** What records look like to callers. */
final class Shape {
    private static final ConfigurationKey NULLS = new ConfigurationKey("filter.response.nulls");
    private static final String ID = "id";

    private final Manner manner;
    private final Optional<FieldChoice> fields;
    private final boolean dropsNulls;
    private final Optional<Transformation> transformation;

    Shape(Inquiry inquiry, Optional<Transformation> transformation, boolean dropsNulls) {
        this.transformation = transformation;
        this.manner = inquiry.resource().manner();
        this.fields = inquiry.fields();
        this.dropsNulls = dropsNulls;
    }

    /** Whether an instance wants no members that are {@code null}; most do not. */
    static boolean dropsNulls(UnlockedConfiguration configuration) {
        return configuration.text(NULLS).filter(text -> text.equals("false")).isEmpty();
    }

    /** What the application calls these records, if it has a name of its own for them. */
    String ownName() {
        return transformation.map(own -> own.name().value()).orElse("");
    }

    /** The record in the callers' shape, still with its nulls, which writing leaves out. */
    Node of(Node record) {
        return trimmed(named(record));
    }

    /** A vendor's record with the callers' names. */
    Node named(Node record) {
        return transformation.isPresent() && record instanceof Node.Members
                ? transformation.get().fromVendor(record)
                : withId(record);
    }

    /** The same with the fields alone that the caller wants. */
    Node trimmed(Node record) {
        return fields.isPresent() && record instanceof Node.Members object
                ? fields.get().of(object)
                : record;
    }

    /** The letters of what has this shape. */
    byte[] written(Documents documents, Node document) {
        return dropsNulls ? documents.writeWithoutNulls(document) : documents.write(document);
    }

    private Node withId(Node record) {
        boolean scalar = record instanceof Node.Text || record instanceof Node.Decimal;
        if (manner.content() == Manner.Answered.BARE_ID && scalar) {
            return new Node.Members(Map.of(ID, record));
        }
        if (manner.idField().isEmpty()
                || !(record instanceof Node.Members object)
                || object.find(ID).isPresent()) {
            return record;
        }
        return object.find(manner.idField().get())
                .<Node>map(id -> object.after(ID, id))
                .orElse(record);
    }
}
