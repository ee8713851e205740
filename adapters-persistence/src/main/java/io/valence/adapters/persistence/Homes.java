package io.valence.adapters.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.instance.InstanceId;

import java.util.Optional;

/**
 * The organizations of instances that were read with their tokens, which are sealed for them. An
 * instance never changes its organization.
 */
final class Homes {
    private static final int MOST_REMEMBERED = 50_000;

    private final Cache<InstanceId, OrganizationId> organizations =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    void remember(InstanceId instance, OrganizationId organization) {
        organizations.put(instance, organization);
    }

    Optional<OrganizationId> find(InstanceId instance) {
        return Optional.ofNullable(organizations.getIfPresent(instance));
    }
}
