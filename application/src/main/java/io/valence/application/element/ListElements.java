package io.valence.application.element;

import io.valence.domain.account.Viewer;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementKey;
import io.valence.domain.element.Elements;
import io.valence.domain.element.Trait;
import io.valence.domain.query.Ceql;
import io.valence.domain.query.Expression;
import io.valence.domain.query.Field;
import io.valence.domain.query.Parsed;
import io.valence.domain.query.Value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Shows what the catalog offers, narrowed by a CEQL expression over the elements' own members. */
public final class ListElements {
    /** Asks for the short form of elements; true of every one. */
    private static final String ABRIDGED = "abridged";

    private static final Map<String, Function<Element, Value>> MEMBERS = members();

    private final Elements elements;

    /** A use case over this catalog. */
    public ListElements(Elements elements) {
        this.elements = elements;
    }

    private static Map<String, Function<Element, Value>> members() {
        Map<String, Function<Element, Value>> members = new LinkedHashMap<>();
        members.put("id", element -> new Value.Decimal(BigDecimal.valueOf(element.id().value())));
        members.put("key", element -> new Value.Text(element.key().value()));
        members.put("name", element -> new Value.Text(element.name()));
        members.put("description", element -> new Value.Text(element.description()));
        members.put("hub", element -> new Value.Text(element.hub()));
        members.put("protocolType", element -> new Value.Text(element.protocol()));
        members.put("authentication.type", element -> new Value.Text(element.scheme().name()));
        for (Trait trait : Trait.values()) {
            members.put(trait.wireName(), element -> new Value.Truth(element.is(trait)));
        }
        members.put(ABRIDGED, element -> new Value.Truth(true));
        return members;
    }

    /** Every key that the viewer sees, in order. */
    public List<ElementKey> keys(Viewer viewer) {
        return elements.visibleTo(viewer).stream().map(Element::key).toList();
    }

    /** A page of them. */
    public Outcome list(Request request) {
        List<Element> visible = elements.visibleTo(request.viewer());
        if (request.where().isEmpty()) {
            return page(visible, request, false);
        }
        return switch (Ceql.parse(request.where().get())) {
            case Parsed.Refused refused -> new Outcome.Unreadable(refused.sentence());
            case Parsed.Understood understood -> list(visible, understood.expression(), request);
        };
    }

    private static Outcome list(List<Element> visible, Expression where, Request request) {
        for (Field field : where.fields()) {
            if (!MEMBERS.containsKey(field.toString())) {
                return new Outcome.Unreadable(
                        "Elements have no member of that name; they have "
                                + String.join(", ", MEMBERS.keySet()));
            }
        }
        List<Element> matching = new ArrayList<>();
        for (Element element : visible) {
            if (where.matches(field -> member(element, field))) {
                matching.add(element);
            }
        }
        boolean abridged =
                where.fields().stream().anyMatch(field -> field.toString().equals(ABRIDGED));
        return page(matching, request, abridged);
    }

    private static Optional<Value> member(Element element, Field field) {
        return Optional.ofNullable(MEMBERS.get(field.toString())).map(read -> read.apply(element));
    }

    private static Outcome page(List<Element> all, Request request, boolean abridged) {
        return new Outcome.Listed(
                ElementPage.of(all, request.after(), request.skip(), request.limit()), abridged);
    }

    /**
     * Which ones.
     *
     * @param where a CEQL expression
     * @param after only those of greater keys
     */
    public record Request(
            Viewer viewer,
            Optional<String> where,
            Optional<ElementKey> after,
            int skip,
            int limit) {}

    /** The page. */
    public sealed interface Outcome {
        /** These; in the short form if that was asked for. */
        record Listed(ElementPage page, boolean abridged) implements Outcome {}

        /** The expression cannot be understood, for this reason. */
        record Unreadable(String sentence) implements Outcome {}
    }
}
