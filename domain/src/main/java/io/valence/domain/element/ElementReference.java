package io.valence.domain.element;

import java.util.Optional;

/** How callers name an element: by number or by key. */
public sealed interface ElementReference permits ElementId, ElementKey {
    /**
     * The reference that this foreign text is: digits are a number, anything else well-formed a
     * key.
     */
    static Optional<ElementReference> parse(String text) {
        Optional<ElementId> id = ElementId.parse(text);
        if (id.isPresent()) {
            return Optional.of(id.get());
        }
        return ElementKey.parse(text).map(key -> key);
    }
}
