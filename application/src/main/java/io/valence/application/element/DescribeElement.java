package io.valence.application.element;

import io.valence.domain.account.Viewer;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementReference;
import io.valence.domain.element.Elements;

import java.util.Optional;

/** Shows one element. */
public final class DescribeElement {
    private final Elements elements;

    /** A use case over this catalog. */
    public DescribeElement(Elements elements) {
        this.elements = elements;
    }

    /** The element that the viewer means, if there is one. */
    public Optional<Element> describe(Viewer viewer, ElementReference reference) {
        return elements.find(viewer, reference);
    }
}
