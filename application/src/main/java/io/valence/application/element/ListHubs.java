package io.valence.application.element;

import io.valence.domain.account.Viewer;
import io.valence.domain.element.Element;
import io.valence.domain.element.Elements;
import io.valence.domain.element.Hub;

import java.util.List;
import java.util.Optional;

/** Shows the hubs and what stands in them. */
public final class ListHubs {
    private final Elements elements;

    /** A use case over this catalog. */
    public ListHubs(Elements elements) {
        this.elements = elements;
    }

    /** Every hub, in the order of their keys. */
    public List<Hub> all() {
        return elements.hubs();
    }

    /** The elements of a hub that the viewer sees; empty if there is no such hub. */
    public Optional<List<Element>> elementsOf(Viewer viewer, String hub) {
        boolean known = elements.hubs().stream().anyMatch(each -> each.key().equals(hub));
        return known
                ? Optional.of(
                        elements.visibleTo(viewer).stream()
                                .filter(element -> element.hub().equals(hub))
                                .toList())
                : Optional.empty();
    }
}
