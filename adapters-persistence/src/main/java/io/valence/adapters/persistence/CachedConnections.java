package io.valence.adapters.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.call.Connection;
import io.valence.domain.call.Connections;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstanceToken;
import io.valence.domain.secret.Fingerprint;

import java.util.Optional;

/** Connections that were read a moment ago, without asking the database again. */
final class CachedConnections implements Connections {
    private static final int MOST = 10_000;

    private final Connections source;
    private final Writes writes;
    private final Recent<InstanceId, Connection> recent;

    /** An instance has its token for life, and its number is never given to another one. */
    private final Cache<Fingerprint, InstanceId> numbers =
            Caffeine.newBuilder().maximumSize(MOST).build();

    CachedConnections(Connections source, Writes writes) {
        this.source = source;
        this.writes = writes;
        this.recent = new Recent<>(writes::to, source::read);
    }

    @Override
    public Optional<Connection> find(OrganizationId organization, InstanceToken token) {
        Fingerprint fingerprint = token.fingerprint();
        InstanceId known = numbers.getIfPresent(fingerprint);
        return known == null
                ? findByToken(organization, token, fingerprint)
                : find(organization, known);
    }

    private Optional<Connection> findByToken(
            OrganizationId organization, InstanceToken token, Fingerprint fingerprint) {
        long beganAt = System.nanoTime();
        long before = writes.toAnyInstance();
        Optional<Connection> found = source.find(organization, token);
        found.ifPresent(
                connection -> {
                    InstanceId id = connection.instance().id();
                    numbers.put(fingerprint, id);
                    long count = writes.to(id);
                    // Whose count to take was not known before: none may have changed since then.
                    if (before != Writes.UNSETTLED && writes.toAnyInstance() == before) {
                        recent.remember(id, connection, count, beganAt);
                    }
                });
        return found;
    }

    @Override
    public Optional<Connection> find(OrganizationId organization, InstanceId id) {
        return recent.find(id)
                .filter(found -> found.instance().owner().organization().equals(organization));
    }

    @Override
    public Optional<Connection> read(InstanceId id) {
        return source.read(id);
    }
}
