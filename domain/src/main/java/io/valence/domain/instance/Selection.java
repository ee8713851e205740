package io.valence.domain.instance;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.element.ElementId;

import java.util.Optional;
import java.util.Set;

/**
 * Which instances of an organization a list shows.
 *
 * @param tags instances that have every one of these
 * @param sound only those that the vendor lets in, or only those that it does not
 * @param after only those of greater numbers
 * @param skip how many of those to pass over
 * @param limit how many to show at most
 */
public record Selection(
        OrganizationId organization,
        Set<Tag> tags,
        Optional<Boolean> sound,
        Optional<ElementId> element,
        Optional<InstanceId> after,
        int skip,
        int limit) {
    public Selection {
        tags = Set.copyOf(tags);
        if (skip < 0 || limit < 1) {
            throw new IllegalArgumentException("nothing can be selected with such bounds");
        }
    }

    /** The first so many instances of an organization. */
    public static Selection first(OrganizationId organization, int limit) {
        return new Selection(
                organization,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                limit);
    }
}
