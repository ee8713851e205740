package io.valence.domain.element;

import io.valence.domain.account.Viewer;

import java.util.List;
import java.util.Optional;

/**
 * The catalog. An organization's own element goes before a shipped one of the same key, for that
 * organization.
 */
public interface Elements {
    /** The element that this viewer means by the reference. */
    Optional<Element> find(Viewer viewer, ElementReference reference);

    /**
     * The element of this number, whoever looks: what an instance was made from. Aliases do not
     * count.
     */
    Optional<Element> get(ElementId id);

    /** Everything that this viewer sees, in the order of the keys. */
    List<Element> visibleTo(Viewer viewer);

    /** The hubs, in the order of their keys. */
    List<Hub> hubs();
}
