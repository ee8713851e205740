package io.valence.application.element;

import io.valence.domain.account.Viewer;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementKey;
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

    /** A page of the elements of a hub that the viewer sees; empty if there is no such hub. */
    public Optional<ElementPage> elementsOf(
            Viewer viewer, String hub, Optional<ElementKey> after, int skip, int limit) {
        boolean known = elements.hubs().stream().anyMatch(each -> each.key().equals(hub));
        if (!known) {
            return Optional.empty();
        }
        List<Element> there =
                elements.visibleTo(viewer).stream()
                        .filter(element -> element.hub().equals(hub))
                        .toList();
        return Optional.of(ElementPage.of(there, after, skip, limit));
    }
}
