package io.valence.application.element;

import io.valence.domain.element.Element;
import io.valence.domain.element.ElementKey;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list of elements, by ascending key.
 *
 * @param total how many there are on all pages
 * @param more whether another page follows
 */
public record ElementPage(List<Element> elements, int total, boolean more) {
    public ElementPage {
        elements = List.copyOf(elements);
    }

    static ElementPage of(List<Element> all, Optional<ElementKey> after, int skip, int limit) {
        List<Element> rest =
                after.map(
                                last ->
                                        all.stream()
                                                .filter(each -> each.key().compareTo(last) > 0)
                                                .toList())
                        .orElse(all);
        List<Element> page = rest.stream().skip(skip).limit(limit).toList();
        boolean more = !page.isEmpty() && rest.size() > skip + page.size();
        return new ElementPage(page, all.size(), more);
    }
}
