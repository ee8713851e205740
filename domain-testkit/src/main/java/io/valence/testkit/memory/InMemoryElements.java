package io.valence.testkit.memory;

import io.valence.domain.account.Viewer;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementReference;
import io.valence.domain.element.Elements;
import io.valence.domain.element.Hub;
import io.valence.domain.element.Trait;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A catalog of given elements and hubs, the same for every viewer. */
public final class InMemoryElements implements Elements {
    private final List<Element> all;
    private final List<Element> offered;
    private final List<Hub> hubs;

    /** A catalog of these; what is deleted is kept for its instances only. */
    public InMemoryElements(List<Element> elements, List<Hub> hubs) {
        this.all = elements.stream().sorted(Comparator.comparing(Element::key)).toList();
        this.offered = all.stream().filter(element -> !element.is(Trait.DELETED)).toList();
        this.hubs = hubs.stream().sorted(Comparator.comparing(Hub::key)).toList();
    }

    @Override
    public Optional<Element> find(Viewer viewer, ElementReference reference) {
        return offered.stream()
                .filter(element -> element.answersTo(reference))
                // A number of its own goes before another element's alias.
                .min(Comparator.comparing(element -> !element.id().equals(reference)));
    }

    @Override
    public Optional<Element> get(ElementId id) {
        return all.stream().filter(element -> element.id().equals(id)).findFirst();
    }

    @Override
    public List<Element> visibleTo(Viewer viewer) {
        return offered;
    }

    @Override
    public List<Hub> hubs() {
        return hubs;
    }
}
